"""A page a rule: what it looks for, examples, and what it found in this build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markupsafe import Markup

from yanchao.atlas import caps, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.language import Language, Text, both, phrase
from yanchao.atlas.page import Sheet
from yanchao.audit.finding import Severity
from yanchao.audit.rule import Examples, Rule, rules
from yanchao.ledger.ledger import Part
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule with what it found in this build. `group` is empty where no rule of this version owns the code."""

    code: str
    name: str
    group: str
    title: Text
    severity: Severity
    body: Mapping[Language, Markup]
    examples: Examples
    path: str
    total: int
    faults: Part[Fault]


def sheets(facts: Facts) -> Iterator[Sheet]:
    totals = dict(facts.ledger.each_row("SELECT rule, count(*) FROM findings GROUP BY rule"))
    views = [_view(facts, rule, totals.pop(rule.code, 0)) for rule in rules()]
    views += [_retired(facts, code, total) for code, total in sorted(totals.items())]
    yield Sheet(
        path=paths.RULES,
        template="rules.html",
        section="findings",
        title=phrase("rules.title"),
        summary=phrase("rules.summary"),
        view=tuple(views),
    )
    for view in views:
        yield Sheet(
            path=view.path,
            template="rule.html",
            section="findings",
            title=Text(*(f"{view.code} {view.title.into(language)}" for language in Language)),
            summary=phrase("rule.summary", code=view.code, name=view.name),
            view=view,
        )


def _view(facts: Facts, rule: Rule, total: int) -> RuleView:
    english = rule.page.partition("\n")[2].strip()
    return RuleView(
        code=rule.code,
        name=rule.name,
        group=rule.group,
        title=Text(rule.title_zh, rule.title.removesuffix(".")),
        severity=rule.severity,
        body={Language.ZH: _body(rule.page_zh), Language.EN: _body(english)},
        examples=rule.examples,
        path=paths.rule(rule.code),
        total=total,
        faults=_found(facts, rule.code, total),
    )


def _body(words: str) -> Markup:
    # Raw HTML stays off: rule pages are ours, but an extra rule may come from elsewhere.
    return Markup(MarkdownIt("commonmark", {"html": False}).render(words))  # noqa: S704 - markdown-it has escaped it


def _retired(facts: Facts, code: str, total: int) -> RuleView:
    """A page for the code of a finding that no rule of this version owns, so that no link leads nowhere."""
    found = _found(facts, code, total)
    finding = found.items[0].finding
    return RuleView(
        code=code,
        name=finding.name,
        group="",
        title=both(finding.name),
        severity=finding.severity,
        body={},
        examples=Examples((), ()),
        path=paths.rule(code),
        total=total,
        faults=found,
    )


def _found(facts: Facts, code: str, total: int) -> Part[Fault]:
    return faults(facts, rule=code, limit=caps.FAULTS) if total else Part(0, ())
