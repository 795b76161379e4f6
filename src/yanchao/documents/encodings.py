"""Bytes of a text become characters: which of the encodings of Chinese they are in, decided on little text too."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from yanchao.documents.editing import Edit, edited
from yanchao.documents.format import Script
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

SAMPLE_BYTES = 16 << 10
"""The decision is made on the beginning; the whole is then decoded strictly."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""Asked in this order; the first of the best wins. GB18030 holds GBK and GB2312, Big5-HKSCS holds Big5."""

PLAUSIBLE = 0.3
"""Real Chinese text decoded rightly scores 0.6 and more, decoded wrongly 0.2 and less (see the tests)."""

SURELY = 0.6
"""What another encoding must score to be believed where UTF-8 is possible too."""

NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}

_NOT_ASCII = pattern("[^\x00-\x7f]+")
_LONG_UTF_8 = pattern(rb"[\xe0-\xf4]")
_CONTROL_BYTES = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a text, without its byte order mark, lines ended by `\\n`; what a person should know.

    `encoding` is the one that they were read in, empty where bytes did not fit it; `mark` how many bytes stand before them.
    """

    text: str
    warnings: tuple[str, ...] = ()
    encoding: str = "utf-8"
    mark: int = 0


def decode(data: bytes, uri: str) -> Decoded:
    """The characters of a text.

    UTF-8 is believed where it fits. Otherwise the encoding is the one in which most characters are common
    Chinese ones. Bytes that do not fit are refused, never replaced: the lost byte could be a digit.

        >>> decode("营业收入14.58万亿元".encode("gb18030"), "draft.txt").text
        '营业收入14.58万亿元'

    Raises:
        SourceError: where the bytes are no text, or hold a byte that their encoding does not allow.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _newlines(_strictly(data[len(mark) :], encoding, uri, skipped=len(mark)))
            return Decoded(text, encoding=encoding, mark=len(mark))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        chinese = _encoding(data)
        if chinese:
            return Decoded(_newlines(_strictly(data, chinese, uri)), encoding=chinese)
        _refuse_binary(data, uri)
        guess = _guess(data[:SAMPLE_BYTES], uri)
        warning = f"not Chinese; read as {guess} by guess"
        return Decoded(_newlines(_strictly(data, guess, uri)), (warning,), guess)
    other = _other_than_utf_8(data)
    if other:
        return Decoded(_newlines(_strictly(data, other, uri)), encoding=other)
    _refuse_binary(data, uri)
    return Decoded(_newlines(text))


def script(data: bytes, decoded: Decoded, uri: str, *, is_plain: bool = False) -> Script:
    """The script of a text in one encoding. Bytes that no edit is about stay as they are.

    Raises:
        SourceError: where the text in its encoding is not these bytes, so that an edit could not be put among them.
    """
    mark, body = data[: decoded.mark], data[decoded.mark :]
    try:
        text = body.decode(decoded.encoding)
        is_same = text.encode(decoded.encoding) == body
    except (UnicodeError, LookupError):
        is_same = False
    if not is_same:
        raise SourceError(
            uri, "cannot be written back: some of its bytes have no sure meaning", "save it as UTF-8"
        )

    def write(edits: Sequence[Edit]) -> bytes:
        try:
            return mark + edited(text, edits).encode(decoded.encoding)
        except UnicodeEncodeError as error:
            lost = error.object[error.start : error.end]
            raise SourceError(uri, f"its encoding has no {lost!r}", "save it as UTF-8") from error

    return Script(text, write, is_plain=is_plain)


def encoding_by_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark declares, or None."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def plausibility(text: str) -> float:
    """How much a text looks like Chinese rightly decoded: near 1 it does, near 0 or below it does not.

    Latin letters and digits are the same in most encodings, so they only count where there is nothing else.
    """
    visible = "".join(text.split())
    telling = "".join(_NOT_ASCII.findall(visible)) or visible
    if not telling:
        return 0.0
    usual, impossible = _character_classes()
    return (len(usual.findall(telling)) - 2 * len(impossible.findall(visible))) / len(telling)


def _encoding(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, None where they look like Chinese in none."""
    best = max(CANDIDATES, key=lambda encoding: _score(data, encoding))
    return best if _score(data, best) > PLAUSIBLE else None


def _other_than_utf_8(data: bytes) -> str | None:
    """The encoding of a short text whose bytes happen to be UTF-8 too, None where it is UTF-8.

    Two characters of GB18030 can be two letters of UTF-8 (一 is һ), never three; UTF-16 without its mark can be
    UTF-8 with control characters.
    """
    rivals: list[str] = []
    if not data.isascii() and not _LONG_UTF_8.search(data):
        rivals.append("gb18030")
    if _control_bytes(data):
        rivals += ["utf-16-le", "utf-16-be"]
    best = max(rivals, key=lambda encoding: _score(data, encoding), default=None)
    return best if best and _score(data, best) > SURELY else None


def _score(data: bytes, encoding: str) -> float:
    if encoding.startswith("utf-16") and len(data) % 2:
        return -1.0
    return plausibility(codecs.getincrementaldecoder(encoding)("replace").decode(data[:SAMPLE_BYTES]))


def _guess(sample: bytes, uri: str) -> str:
    """The encoding of text that is not Chinese, by charset-normalizer. Raises SourceError where it sees none."""
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    if guess is None or guess.encoding in ("utf_8", "ascii") or not guess.coherence:
        bad = _first_invalid(sample)
        raise SourceError(
            uri, f"is no text in a known encoding (byte {bad} is not UTF-8)", "save it as UTF-8"
        )
    return guess.encoding


def _strictly(data: bytes, encoding: str, uri: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        _refuse_binary(data, uri)
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start + skipped} (line {line}) is not {NAMES.get(encoding, encoding)}"
        raise SourceError(uri, f"invalid bytes: {where}", "save it again as UTF-8") from error


def _refuse_binary(data: bytes, uri: str) -> None:
    sample = data[: 1 << 20]
    count = _control_bytes(sample)
    if count and (b"\0" in sample or count > len(sample) // 200):
        first = next(at for at, byte in enumerate(sample) if byte in _CONTROL_BYTES)
        raise SourceError(uri, f"is not text: a control character at byte {first}", "a binary file?")


def _control_bytes(data: bytes) -> int:
    """How many bytes are control characters that no text has."""
    return len(data) - len(data.translate(None, _CONTROL_BYTES))


def _first_invalid(sample: bytes) -> int:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@cache
def _character_classes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The characters that Chinese texts are mostly made of, and those that only a wrong decoding gives."""
    lines = Path(__file__).with_name("characters.txt").read_text(encoding="utf-8").splitlines()
    common = "".join(line for line in lines if not line.startswith("#"))
    usual = pattern(f"[{common}0-9A-Za-z.,%，。、；：？！“”‘’（）《》—…·　-]")
    return usual, pattern("[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
