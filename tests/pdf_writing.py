"""A small PDF, written by hand: Chinese text at given places, as a reader of ours will meet it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


@dataclass(frozen=True)
class Text:
    """A line of text that begins at `x`, `y` (points from the lower left) in letters of `size` points."""

    text: str
    x: float
    y: float
    size: float = 10


WIDTH, HEIGHT = 595, 842


def pdf(*pages: Sequence[Text], title: str = "", turn: int = 0) -> bytes:
    """A PDF with one page (A4) for each sequence of texts, shown turned by `turn` degrees with its texts upright."""
    objects: list[bytes] = [b"", b""]  # catalogue and page tree, once the pages are known
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] "
        b"/FontDescriptor 6 0 R >>"
    )
    objects.append(_stream(TO_UNICODE))
    objects.append(
        b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -140 1000 860] "
        b"/ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>"
    )
    objects.append(f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>".encode())
    kids = []
    for texts in pages:
        commands = "".join(
            f"BT /F1 {text.size} Tf {_matrix(text, turn)} Tm <{text.text.encode('utf-16-be').hex()}> Tj ET\n"
            for text in texts
        )
        objects.append(_stream(commands.encode()))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Rotate {turn} /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _matrix(text: Text, turn: int) -> str:
    """Where a text stands on the sheet, so that it is at its place on the page as it is shown."""
    if turn == 90:
        return f"0 1 -1 0 {WIDTH - text.y} {text.x}"
    if turn == 180:
        return f"-1 0 0 -1 {WIDTH - text.x} {HEIGHT - text.y}"
    if turn == 270:
        return f"0 -1 1 0 {text.y} {HEIGHT - text.x}"
    return f"1 0 0 1 {text.x} {text.y}"


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
