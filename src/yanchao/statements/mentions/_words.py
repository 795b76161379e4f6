"""The packs' roles.csv, compiled into the patterns that finders share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from yanchao.lexicon.entries import Entity, Region, RoleWord
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.lengths import by_ending, by_opening
from yanchao.statements.statement import Role, Span

_COUNTED = r"(?:一大批|一批|多家|多个|众多|[一二三四五六七八九十几\d]+(?:余|多)?(?:家|户|个|项))?"
_HOW_MANY = r"(?<=[\u4e00-\u9fff])[两三四五六七八九十](?:家|个|大)"
"""甲、乙两家龙头企业: a count closes a list as 等 does."""
_NO_MORE = r"[，。；、：”）)的了与和及等在将已以把也还则为是\d]|$"
"""What may stand behind a firm's whole name."""
_MEANWHILE = r"(?:(?:于|在)?(?:20\d\d年|\d+月|今年|去年|年底|年内|近日|日前)|已|正|将|即将|如期|正式|顺利|全面|全线|全部|主体|提前[^，。；、\d]{0,4}?|[\d.]+[^，。；、\d]{1,8}?){0,2}"
"""What may stand between a project and its verb: 二期8万平方米厂房竣工."""
_GOES_ON = r"专项|公司|企业|后备|辅导|培育|行动|计划|环节|产业|制造|试验|量|率|额|价"
"""上市公司, 交付量: no verb."""
CITY_LEVELS = ("province", "prefecture", "county")


class Places:
    """The names of places as members of a list, where names that are ordinary words elsewhere count too."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table: dict[str, Region] = {}
        for region in lexicon.regions.values():
            if region.level in CITY_LEVELS:
                for word in region.listed:
                    self._table[word] = region
        for word, region in lexicon.region_by_word.items():
            if region.level in CITY_LEVELS and _whole_place(word, region):
                self._table[word] = region
        self._lengths = by_opening(self._table, 2)
        self._lengths_back = by_ending(self._table, 2)

    def named(self, word: str) -> Region | None:
        """The place that a word names as a whole."""
        return self._table.get(word)

    def at(self, text: str, start: int) -> tuple[Span, Region] | None:
        """The place whose name begins at `start`, the longest; None where none does."""
        for length in self._lengths.get(text[start : start + 2], ()):
            region = self._table.get(text[start : start + length]) if start + length <= len(text) else None
            if region is not None:
                return Span(start, start + length), region
        return None

    def before(self, text: str, end: int) -> tuple[Span, Region] | None:
        """The place that stands before `end` with a list mark between (朝阳、铁岭)."""
        if text[end - 1 : end] != "、":
            return None
        for length in self._lengths_back.get(text[max(0, end - 3) : end - 1], ()):
            region = self._table.get(text[end - 1 - length : end - 1]) if length < end else None
            if region is not None:
                return Span(end - 1 - length, end - 1), region
        return None


def _whole_place(word: str, region: Region) -> bool:
    """Whether a word names the whole place: 粤北 resolves to 广东, but is no city and no province."""
    return region.name.startswith(word[:2])


class RoleWords:
    """Patterns over folded text, one per place that a word of roles.csv stands in."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_place: dict[str, list[RoleWord]] = {}
        for word in lexicon.roles:
            self._by_place.setdefault(word.place, []).append(word)
        self.role = {(word.place, word.text): word.role for word in lexicon.roles}
        self.places = Places(lexicon)
        self.leads = pattern(rf"(?:{any_of(self.texts('leads'))})(?:了|起|着)?$")
        self.site = pattern(any_of(self.texts("site")))
        self.belt = pattern(rf"[^，。；、：:的在和与及\s]{{0,8}}?(?:{any_of(self.texts('belt'))})(?![群发])")
        self.endings = pattern(any_of(self.texts("ending")))
        self._members = {
            role: pattern(
                rf"(?:{any_of(w.text for w in self._by_place.get('member', ()) if w.role == role)})$"
            )
            for role in (Role.FIRM, Role.PROJECT)
        }
        self.calls = pattern(any_of(self.texts("calls")))
        self.closing = pattern(
            rf"(?:等{_COUNTED}|(?P<count>{_HOW_MANY}))(?P<how>[^，。；、：:《》]{{0,14}}?)"
            rf"(?P<word>{any_of(self.texts('list'))})(?!企业|公司|项目|工程)"
        )
        firms = any_of((*self._of(Role.FIRM, "member"), *self._of(Role.FIRM, "ending")))
        acts, speaks = any_of(self.texts("acts")), any_of(self.texts("speaks"))
        own = any_of(self._of(Role.FIRM, "ending"))
        institutes = any_of(self._of(Role.INSTITUTE, "ending"))
        verbs = any_of(word for word in self.texts("opens") if len(word) > 1)
        self.acting = pattern(
            rf"(?:{own})(?={_NO_MORE}|{acts}|{speaks}|{verbs})"
            rf"|(?:{firms})(?=的?(?:{speaks})|(?!与)(?:{acts})"
            rf"|[、和与][^，。；、：的\s]{{2,12}}?(?:{own}|{institutes})(?:[、和与等]|{acts}))"
        )
        self.general = frozenset(self.texts("general"))
        self.does = pattern(any_of((*self.texts("acts"), *self.texts("verb"))))
        self.in_quotes = pattern(r"[“\"](?P<name>[^“”\"，。；]{1,14})[”\"](?:号|系列|牌|型)?")
        self.within = pattern(rf"(?P<word>{any_of(self.texts('within'))})$")
        self.after_quotes = pattern(
            rf"(?P<gap>[^，。；、：“”《》()的了着和与及在将是为等上\s\d]{{0,8}}?)(?P<word>{any_of(self.texts('quoted'))})"
        )
        self.made = pattern(rf"(?:{any_of(self.texts('made'))})$")
        thing = r"[^，。；、：“”《》()的了着和与及在将是为等上\s\d]"
        sold = rf"(?:已|正|将|刚刚|刚|先后|陆续|相继|正式|成功|累计|首次|同步|全球|批量)?(?:{any_of(self.texts('sold'))})(?!{_GOES_ON})"
        self.sold = pattern(rf"{thing}{{0,7}}?(?=(?:、“[^“”，。；]{{1,8}}”{thing}{{0,8}}){{0,4}}?{sold})")
        self.thing = pattern(rf"{thing}{{2,6}}?(?=[，。；、]|{sold}|{acts}|$)")
        self.firms = pattern(firms)
        self.own = frozenset(self._of(Role.FIRM, "ending"))
        self.projects = pattern(
            rf"(?P<word>{any_of((*self._of(Role.PROJECT, 'member'), *self._of(Role.PROJECT, 'ending')))})"
            rf"(?={_MEANWHILE}(?:{any_of(self.texts('happens'))}|投资(?:额|超过?|[约近达])?\d))"
        )
        self.stands = pattern(any_of(self.texts("stands")))
        self.closes = pattern(rf"(?:{any_of(self.texts('ending'))})$")
        self.classes = frozenset(self.texts("class"))
        self.never = tuple(self.texts("never"))
        self.opens = pattern(any_of(self.texts("opens")))
        self.verbs = pattern(any_of(word for word in self.texts("opens") if len(word) > 1))
        self.origins = pattern(any_of(self.texts("origin")))
        self.cue = pattern(any_of(self.texts("cue")))
        self.verb = pattern(any_of(self.texts("verb")))
        self.titles = pattern(any_of(self.texts("title")))
        self.named = tuple(self._by_place.get("named", ()))
        self._any = pattern(
            "|".join(
                (
                    '[《“"等]',
                    any_of(
                        {
                            *self.texts("ending"),
                            *self.texts("member"),
                            *self.texts("cue"),
                            *self.texts("end"),
                            *(word.text for word in self.named),
                        }
                    ),
                    "将|今年|下一步|工程|项目|链主|龙头|[一二三四五六七八九十]期",
                )
            )
        )

    def texts(self, place: str) -> list[str]:
        return [word.text for word in self._by_place.get(place, ())]

    def _of(self, role: Role, place: str) -> list[str]:
        return [word.text for word in self._by_place.get(place, ()) if word.role == role]

    def may_mention(self, text: str) -> bool:
        """Whether any word that a finder starts from stands in the text."""
        return self._any.search(text) is not None

    def names_a(self, role: Role, name: str) -> re.Match[str] | None:
        """The last word of a firm's or a project's name, by which a list of names is known as one."""
        return self._members[role].search(name)

    def pattern_of(self, place: str) -> str:
        """An alternation of the words of one place that prefers the longest."""
        return any_of(self.texts(place))

    def role_of(self, place: str, text: str) -> Role:
        return Role(self.role[place, text])

    @cached_property
    def entity_by_word(self) -> Mapping[str, Entity]:
        """Every name of every listed entity, short names that count in lists only among them."""
        table: dict[str, Entity] = {}
        for entity in self._lexicon.entities.values():
            for word in entity.listed:
                table.setdefault(word, entity)
        for entity in self._lexicon.entities.values():
            for word in (entity.name, *entity.aliases):
                table[word] = entity
        return table

    @cached_property
    def longest_entity(self) -> int:
        """The number of characters of the longest listed name."""
        return max(map(len, self.entity_by_word), default=0)

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """The short names that count in lists only."""
        return pattern(any_of(word for e in self._lexicon.entities.values() for word in e.listed))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the packs know as no one's name: of clusters, measures and places."""
        return frozenset(
            (*self._lexicon.cluster_by_word, *self._lexicon.measure_by_word, *self._lexicon.region_by_word)
        )


@lru_cache(maxsize=4)
def role_words(lexicon: Lexicon) -> RoleWords:
    """The role words of a lexicon, compiled at their first use."""
    return RoleWords(lexicon)


def any_of(words: Iterable[str]) -> str:
    """An alternation that prefers the longest word; one that never matches where there is none."""
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word))) or r"(?!)"
