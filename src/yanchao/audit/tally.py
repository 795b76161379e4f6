"""What the reports say of coverage: the sentence that every run ends with, and the words of each figure's state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from yanchao.audit.audit import Audit
from yanchao.audit.coverage import Covered, Skipped, State, Tie, counts
from yanchao.audit.messages import say
from yanchao.audit.rule import rules

STATES: Mapping[State, tuple[str, str]] = {
    State.CHECKED: ("已核对", "checked"),
    State.BOUNDED: ("只核对了大小", "bounded only"),
    State.UNCHECKED: ("未核对", "unchecked"),
}

MEANINGS: Mapping[State, tuple[str, str]] = {
    State.CHECKED: ("大一倍或小一半都会被查出", "twice or half of it would have been found"),
    State.BOUNDED: (
        "只有过大或过小才会被查出",
        "only what is far too large or far too small would have been found",
    ),
    State.UNCHECKED: ("没有可核对的勾稽关系", "it stood in no relation that was tested"),
}

RULES_TITLE = ("各规则核对的关系：", "Relations that each rule tested:")

MOST_REASONS = 3


def found(audit: Audit, language: str) -> str:
    """How many findings there are, and how many are silenced, in one sentence."""
    count, silenced = len(audit.findings), len(audit.silenced)
    if language == "zh":
        known = f"，另有{silenced}处已注明略过" if silenced else ""
        return f"{count}处问题{known}。" if count else f"没有发现问题{known}。"
    known = f", {silenced} silenced" if silenced else ""
    return f"{count} finding{'s' if count != 1 else ''}{known}." if count else f"Nothing found{known}."


def summary(audit: Audit, language: str) -> str:
    """How many figures were checked how far, in one sentence: silence is not approval."""
    count = counts(audit.coverage)
    figures, checked, bounded, none = sum(count.values()), *(count[state] for state in State)
    if language == "zh":
        return (
            f"{figures}个数字：{checked}个有勾稽关系并已核对，{bounded}个只核对了大小，{none}个没有可核对的关系"
            "（没有报错不等于正确）。"
        )
    return (
        f"{figures} figure{'s' if figures != 1 else ''}: {checked} stood in a relation that was tested, "
        f"{bounded} only had bounds to keep, {none} stood in none (silence is not approval)."
    )


def left_out(audit: Audit, language: str) -> str:
    """How many relations were left out and the commonest reasons, in one sentence; empty where none was."""
    reasons = Counter(reason_words(one, language) for coverage in audit.coverage for one in coverage.skipped)
    if not reasons:
        return ""
    total = sum(reasons.values())
    told = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(count for _, count in told[MOST_REASONS:])
    if language == "zh":
        parts = [f"{words}（{count}处）" for words, count in told[:MOST_REASONS]]
        parts += [f"其他原因（{rest}处）"] if rest else []
        return f"另有{total}处关系未能核对：{'；'.join(parts)}。"
    parts = [f"{words} ({count})" for words, count in told[:MOST_REASONS]]
    parts += [f"other reasons ({rest})"] if rest else []
    return f"{total} relation{'s' if total != 1 else ''} left out: {'; '.join(parts)}."


def rule_lines(audit: Audit, language: str) -> list[str]:
    """A line for every rule that ties figures together: how many relations it tested, left out and why, or that it did not
    run."""
    by_code = {outcome.rule: outcome for outcome in audit.outcomes}
    lines = []
    for rule in rules():
        if rule.ties is None:
            continue
        outcome = by_code.get(rule.code)
        tested = 0 if outcome is None else outcome.passed + outcome.failed
        skipped = () if outcome is None else outcome.unjudged
        if language == "zh":
            told = "没有运行" if outcome is None else f"核对{tested}处"
            why = "".join(f"；未核对{count}处：{words}" for words, count in skipped)
        else:
            told = "not run" if outcome is None else f"{tested} tested"
            why = "".join(f"; {count} left out: {words}" for words, count in skipped)
        lines.append(f"{rule.code} {say(rule.ties, language)}: {told}{why}")
    return lines


def state_words(covered: Covered, language: str) -> str:
    """How far a figure was checked, in a word or two."""
    return STATES[covered.state][language == "en"]


def tie_words(tie: Tie, language: str) -> str:
    """What a relation ties together."""
    return tie.words.en if language == "en" else tie.words.zh


def fails(tie: Tie, language: str) -> str:
    """That a relation does not hold, to be put behind its words; nothing where it holds."""
    return "" if tie.holds else (", does not hold" if language == "en" else "，不成立")


def reason_words(skipped: Skipped, language: str) -> str:
    """Why a relation was left out."""
    return skipped.reason_en if language == "en" else skipped.reason
