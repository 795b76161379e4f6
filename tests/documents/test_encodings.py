from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from yanchao.documents.encodings import decode, plausibility
from yanchao.errors import SourceError

SIMPLIFIED = "2024年，全省规上制造企业营收突破13万亿元，同比增长5.2%。"
TRADITIONAL = "二零二四年，全國規模以上工業企業營業收入增長百分之五，進出口總額創新高。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "广东省", "增加值", "营业收入\n14.58万亿元", "一、综合\n"])
def test_simplified_chinese_is_read_in_every_encoding_however_short(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "draft.txt").text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "big5", "big5hkscs", "cp950", "gb18030", "utf-16", "utf-16-le", "utf-32"]
)
@pytest.mark.parametrize("text", [TRADITIONAL, "經濟增長", "全年進出口總額"])
def test_traditional_chinese_is_read_in_every_encoding_however_short(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "draft.txt").text == text


COMMON = "广东省全年生产总值增长经济发展工业企业收入的是在和年月日一二三四五六七八九十百千万亿元人"


@given(
    st.text(alphabet=COMMON + "0123456789，。、\n", min_size=6),
    st.sampled_from(["gb18030", "utf-16-le", "utf-16-be"]),
)
@example("一一一一一一", "gb18030")
def test_what_was_encoded_comes_back(text: str, encoding: str) -> None:
    if sum(character in COMMON for character in text) < 4:
        text += "广东经济增长"
    # 三三九值值在 in UTF-16 is twelve letters, signs and tabs of ASCII: without its mark nobody could tell.
    assume(not text.encode(encoding).isascii())
    assert decode(text.encode(encoding), "draft.txt").text == text


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=("Cc", "Cs")),
        min_size=1,
    )
)
def test_utf_8_is_taken_as_it_is(text: str) -> None:
    text = "亿元" + text  # two letters of UTF-8 alone can be one character of GB18030
    assert decode(text.encode(), "draft.txt").text == text


@given(st.lists(st.sampled_from(["产值", "14.58", "\n", "\r\n", "\r", " "])))
def test_line_ends_are_those_that_python_reads(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert decode(text.encode(), "draft.txt").text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_an_invalid_byte_is_refused_and_named_as_it_could_have_been_a_digit() -> None:
    data = "第一行\n营业收入14".encode() + b"\xff" + "万亿元，同比增长百分之五。".encode()
    with pytest.raises(
        SourceError, match=r"^a\.txt: invalid bytes: byte 24 \(line 2\) is not UTF-8"
    ) as caught:
        decode(data, "a.txt")
    assert "\n" not in str(caught.value)


def test_an_invalid_byte_in_gb18030_is_named_with_its_encoding() -> None:
    data = SIMPLIFIED.encode("gb18030") + b"\xff" + SIMPLIFIED.encode("gb18030")
    with pytest.raises(SourceError, match="is not GB18030"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 100,
        b"text\x00text, and more of it",
        b"\x80\x81\x82\xfe\xff" * 50,
    ],
    ids=["all bytes", "control characters", "a zero byte", "no encoding"],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert "\n" not in str(caught.value)


def test_western_text_in_an_old_encoding_is_still_read() -> None:
    text = "Le chiffre d'affaires a augmenté de 5 % grâce à l'été. " * 10
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text.startswith("Le chiffre d'affaires a augmenté de 5 %")
    assert "by guess" in decoded.warnings[0]


def test_a_wrong_reading_looks_less_like_chinese_than_the_right_one() -> None:
    wrong = SIMPLIFIED.encode("gb18030").decode("big5hkscs", "replace")
    assert plausibility(SIMPLIFIED) > 0.6
    assert plausibility(wrong) < plausibility(SIMPLIFIED) / 2
    assert plausibility("  \n") == 0.0
