"""A page a rule: what it looks for, examples, and what it found in this build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markupsafe import Markup

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.language import both, phrase
from yanchao.atlas.page import Sheet
from yanchao.audit.finding import Severity
from yanchao.audit.rule import Examples, Rule, rules


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule with what it found in this build."""

    code: str
    name: str
    title: str
    severity: Severity
    body: Markup
    examples: Examples
    path: str
    faults: tuple[Fault, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    found = faults(facts, facts.findings)
    views = [_view(rule, tuple(each for each in found if each.finding.rule == rule.code)) for rule in rules()]
    known = {view.code for view in views}
    views += _retired([each for each in found if each.finding.rule not in known])
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
            title=both(f"{view.code} {view.name}"),
            summary=phrase("rule.summary", code=view.code, name=view.name),
            view=view,
        )


def _view(rule: Rule, found: tuple[Fault, ...]) -> RuleView:
    # Raw HTML stays off: rule pages are ours, but an extra rule may come from elsewhere.
    body = MarkdownIt("commonmark", {"html": False}).render(rule.page.partition("\n")[2].strip())
    return RuleView(
        code=rule.code,
        name=rule.name,
        title=rule.title,
        severity=rule.severity,
        body=Markup(body),  # noqa: S704 - markdown-it has escaped it
        examples=rule.examples,
        path=paths.rule(rule.code),
        faults=found,
    )


def _retired(found: list[Fault]) -> list[RuleView]:
    """A page for the code of a finding that no rule of this version owns, so that no link leads nowhere."""
    first = {each.finding.rule: each.finding for each in reversed(found)}
    return [
        RuleView(
            code=code,
            name=finding.name,
            title=finding.name,
            severity=finding.severity,
            body=Markup(),
            examples=Examples((), ()),
            path=paths.rule(code),
            faults=tuple(each for each in found if each.finding.rule == code),
        )
        for code, finding in sorted(first.items())
    ]
