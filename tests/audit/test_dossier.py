"""What a rule may look at together: a sentence, a paragraph, and no more of either than a reader ties together."""

from __future__ import annotations

import math
from collections.abc import Iterator

from yanchao.audit.dossier import FAR_APART, TOGETHER, Dossier, Figure, near
from yanchao.audit.topics import Topics
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def dossier(text: str) -> Dossier:
    lexicon = load()
    found = extract(read(f"简报\n2025年1月\n\n{text}".encode(), uri="draft.txt"), lexicon)
    return Dossier((found,), lexicon, Topics(lexicon))


def test_a_sentence_is_looked_at_whole() -> None:
    (first, second) = dossier("2024年，产量3万台，销量2万台。2023年，产量1万台。").sentences()
    assert [one.text for one in first] == ["3万台", "2万台"]
    assert [one.text for one in second] == ["1万台"]


def test_a_sentence_without_end_comes_in_parts_that_leave_nothing_out() -> None:
    found = dossier("2024年，" + "产量1万台，" * (2 * TOGETHER + 5))
    parts = list(found.sentences())
    assert [len(part) for part in parts] == [TOGETHER, TOGETHER, 5]
    assert [one for part in parts for one in part] == list(found.figures)


def test_of_a_paragraph_without_end_the_figures_near_one_are_looked_at() -> None:
    found = dossier("2024年，" + "产量1万台，" * (5 * TOGETHER))
    middle = found.figures[2 * TOGETHER]
    around = found.around(middle)
    assert len(around) == 2 * TOGETHER + 1
    assert around[TOGETHER] is middle
    assert len(found.of_document(middle)) == min(5 * TOGETHER, 2 * FAR_APART + 1)


def test_what_is_near_holds_the_figure_itself_and_stops_at_the_ends() -> None:
    found = dossier("产量1万台，销量2万台，出口3万台。")
    first, second, third = found.figures
    assert list(near(first, found.figures, 1)) == [first, second]
    assert list(near(third, found.figures, 1)) == [second, third]


def test_paragraphs_are_told_apart() -> None:
    found = dossier("产量1万台，销量2万台。\n\n出口3万台。")
    first, second, third = found.figures
    assert found.are_of_one_paragraph(first, second)
    assert not found.are_of_one_paragraph(first, third)


def test_a_mark_that_was_passed_is_no_less_than_it_says_and_no_amount() -> None:
    passed, reached = dossier("2024年，全市进出口站稳20亿元台阶。2024年，全市出口13亿元。").figures
    assert (passed.is_amount, reached.is_amount) == (False, True)
    assert passed.range.high == math.inf
    assert passed.claim.stated.contains(2e9)


def test_what_is_found_in_a_dossier_is_worked_out_once() -> None:
    asked = []

    def every(one: Dossier) -> Iterator[Figure]:
        asked.append(one)
        yield from one.figures

    found = dossier("2024年，产量3万台。")
    assert found.once(every) == found.once(every) == found.figures
    assert asked == [found]
    assert found.restated(found.extractions).once(every) == found.figures
    assert len(asked) == 2
