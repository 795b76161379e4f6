"""制定、修改、废止规章72部: several verbs that have one object."""

from __future__ import annotations

from yanchao.statements.grammar import Grammar
from yanchao.statements.statement import Span


def and_further_verbs(text: str, verb: Span, limit: int, grammar: Grammar) -> Span:
    """制定、修改、废止|规章72部: the verbs of a list that have one object."""
    while text[verb.end] in "、和" and (more := grammar.have_at_start.match(text, verb.end + 1, limit)):
        if more.end() + 1 >= limit:
            break
        verb = Span(verb.start, more.end())
    return verb
