"""The page of a rule and the list of rules, as `yanchao rule` shows them and docs/rules.md holds them."""

from __future__ import annotations

from yanchao.audit.rule import Rule, named, rules


def explain(word: str, language: str = "en") -> str:
    """The pages of the rules that a code, the beginning of one, or a name stands for, in English or in Chinese (`zh`).

    Raises:
        UsageError: where it names no rule.
    """
    return "\n\n".join(page(rule, language) for rule in named(word)) + "\n"


def page(rule: Rule, language: str = "en") -> str:
    """One rule's page as Markdown."""
    bad = "\n".join(f"- {_one_line(example)}" for example in rule.examples.bad)
    good = "\n".join(f"- {_one_line(example)}" for example in rule.examples.good)
    words = _WORDS[language]
    ledger = f"{words['ledger']}\n\n- {_one_line(rule.examples.ledger)}\n\n" if rule.needs_ledger else ""
    state = "" if rule.is_default else words["off"]
    body = rule.page if language == "en" else f"{rule.title_zh}。\n\n{rule.page_zh}"
    return (
        f"## {rule.code} {rule.name}\n\n"
        f"*{rule.group}, {rule.severity}.*{state}\n\n"
        f"{body}\n\n"
        f"{ledger}{words['bad']}\n\n{bad}\n\n"
        f"{words['good']}\n\n{good}"
    )


_WORDS = {
    "en": {
        "bad": "Bad:",
        "good": "Good:",
        "ledger": "With a ledger that has read:",
        "off": " Off unless selected.",
    },
    "zh": {"bad": "有问题：", "good": "没有问题：", "ledger": "台账先前读到：", "off": " 需用--select选用。"},
}


def listing(language: str = "en") -> str:
    """All rules, a line each."""
    found = rules()
    longest = max(len(rule.name) for rule in found)
    titles = [rule.title if language == "en" else rule.title_zh for rule in found]
    lines = zip(found, titles, strict=True)
    return "\n".join(f"{rule.code}  {rule.name:{longest}}  {title}" for rule, title in lines) + "\n"


def _one_line(example: str) -> str:
    return example.replace("\n", "⏎")


def everything() -> str:
    """The page of all rules, as docs/rules.md holds it."""
    head = (
        "# Rules\n\n"
        "Every rule of the audit, by code: YC1 arithmetic inside a text, YC2 against what the packs know, YC3 form, "
        "YC4 plans and targets, YC8 silences, YC9 house style. Codes are stable. `yanchao rule CODE` shows one page; "
        "`--select` and `--ignore` take a code, the beginning of one, or a name. This file is written from the "
        "rules' own files.\n"
    )
    return head + "\n" + "\n\n".join(page(rule) for rule in rules()) + "\n"
