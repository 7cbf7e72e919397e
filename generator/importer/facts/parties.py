"""Who is on the other side: the parties under their headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.importer.document.numbering import label_of
from generator.importer.facts.found import Doubt, Found, NewName, Registry, each_once, gathered
from generator.importer.facts.lexicon import Lexicon, Mention
from generator.importer.facts.party_words import (
    excepts,
    is_described,
    is_subcontracted,
    names_by_form,
    own_name,
    says_more,
    touching,
    with_their_parentheses,
    without_address,
    without_exceptions,
)
from generator.importer.facts.surroundings import parentheses
from generator.importer.facts.words import label_before, parts_of
from generator.japanese.fold import fold
from generator.model.consultation import Counterparty
from generator.model.vocabulary import PartyState, Role

UNKNOWN: Final = "相手方「{name}」は登録されていません。"
UNKNOWN_DEPARTMENT: Final = "所管課「{name}」は登録されていません。"
NO_NAME: Final = "相手方の名前を読み取れませんでした。"
STATE: Final = "相手方について「{words}」とあります。決まっていないという意味なら、state: 未定 と書いてください。"
WITHIN: Final = "「{words}」とあります。「{name}」のことかどうか分かりません。"
NO_ROLE: Final = "相手方の役割が分かりません。"
EITHER: Final = "「{words}」とあり、「{name}」が相手方になるとは決まっていません。"
EXCEPTED: Final = "「{words}」とあります。除かれる相手方が書かれていないか、確かめてください。"

# 環境省（…（公益財団法人日本獣医師会）が運営管理）
_RUNS_IT: Final = re.compile("運営|管理|運用|保守")
_UNDECIDED: Final = re.compile(
    r"未定|選定中|検討中|調整中|今後(?:選定|決定)|(?:選定|決定)(?:予定|する)"
    r"|(?:入札|プロポーザル|公募|見積|契約|審査)\S{0,8}(?:選定|決定)"
)
# 未定(プロポーザルにより選定): how somebody will be chosen, and nobody's name.
_SURELY_UNDECIDED: Final = re.compile(r"未定(?:です)?(?:\([^()]*(?:選定|決定|入札|プロポーザル|契約)[^()]*\))?")
_OR: Final = re.compile("又は|若しくは")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NONE: Final = ("なし", "無し", "-", "ー")
_ANSWERS: Final = ("あり", "有", "有り")
_LONGEST_NAME: Final = 40


@dataclass(frozen=True)
class PartyReader:
    """Reads parties by the registered names of counterparties, and departments by theirs."""

    counterparties: Lexicon
    departments: Lexicon

    def read(self, paragraphs: Iterable[str], role: Role | None) -> Found[Counterparty]:
        """Return the parties named in the ``paragraphs`` under a heading that gives them ``role``."""
        found = gathered(self._read_one(words, role) for words in with_their_parentheses(paragraphs))
        return each_once(found)

    def read_department(self, paragraph: str, role: Role) -> Found[Counterparty]:
        """Return the sections of the ward named before 「：」, as in 高齢福祉部介護保険課：介護保険業務."""
        words = re.sub(r"^(?:保有|利用)課(?:[：:]|\s)\s*", "", label_of(paragraph).words)
        heads = (re.split("[：:（(「]", part)[0].strip() for part in parts_of(words))
        names = [re.sub(r"(?:^|\s+)\S*(?:業務|事務)$", "", head) for head in heads]
        found = gathered(self._department(name, role) for name in names if name)
        return found if found.values else Found((), (Doubt((), NO_NAME),))

    def _department(self, words: str, role: Role) -> Found[Counterparty]:
        name = self.departments.exactly(words)
        if name is not None:
            return Found((Counterparty(name=name, role=role),))
        new = NewName(Registry.DEPARTMENTS, words)
        doubt = Doubt((0,), UNKNOWN_DEPARTMENT.format(name=words), held=True, new=new)
        return Found((Counterparty(name=words, role=role),), (doubt,))

    def _read_one(self, words: str, role: Role | None) -> Found[Counterparty]:
        folded = fold(words).rstrip("。")
        if _SURELY_UNDECIDED.fullmatch(folded) and role is not None:
            return Found((Counterparty(role=role, state=PartyState.UNDECIDED),))
        if folded in _NONE:
            return Found()
        state = (Doubt((), STATE.format(words=words)),) if _UNDECIDED.search(folded) else ()
        if state and not self.counterparties.mentions(folded):
            return Found((), state)
        if role is None:
            return Found((), (Doubt((), NO_ROLE),))
        found = self._enumerated(words, role)
        return _held(found, STATE, words) if state else found

    def _enumerated(self, words: str, role: Role) -> Found[Counterparty]:
        said = without_exceptions(words)
        parts = parts_of(said)
        if not parts:
            return Found((), (Doubt((), NO_NAME),))
        found = gathered(self._named(without_address(part), role) for part in parts)
        if excepts(said):
            return _held(found, EXCEPTED, words)
        return _held(found, EITHER, words) if len(parts) > 1 and _OR.search(said) else found

    def _named(self, words: str, role: Role) -> Found[Counterparty]:
        folded = fold(words)
        mentions = self.counterparties.mentions(folded)
        if not mentions:
            return self._unregistered(own_name(words), role)
        others = [name for name in names_by_form(words) if not self.counterparties.mentions(fold(name))]
        begin = {name: folded.find(fold(name)) for name in others}
        places = [(begin[name], begin[name] + len(fold(name))) for name in others if begin[name] >= 0]
        more = says_more(words, [*((each.start, each.end) for each in mentions), *places])
        known = gathered(_registered(folded, each, mentions, role) for each in mentions)
        unknown = gathered(self._unregistered(name, _role_at(folded, begin[name], role)) for name in others)
        return gathered((_held(known, WITHIN, words) if more else known, unknown))

    def _unregistered(self, name: str, role: Role) -> Found[Counterparty]:
        is_name = len(name) <= _LONGEST_NAME and "。" not in name and _LETTER.search(name) and name not in _ANSWERS
        if not is_name or is_described(name):
            return Found((), (Doubt((), NO_NAME),))
        new = NewName(Registry.COUNTERPARTIES, name)
        doubt = Doubt((0,), UNKNOWN.format(name=name), held=True, new=new)
        return Found((Counterparty(name=name, role=role),), (doubt,))


def _registered(folded: str, mention: Mention, mentions: tuple[Mention, ...], role: Role) -> Found[Counterparty]:
    """Return the party that is mentioned, held back where its name is only a part of another: LINEヤフー株式会社."""
    party = Counterparty(name=mention.name, role=_role_at(folded, mention.start, role))
    around = (folded[begin:end] for begin, end in parentheses(folded) if begin < mention.start < end)
    if any(map(is_subcontracted, around)) or is_subcontracted(label_before(folded)):
        return Found((party,), (Doubt((0,), NO_ROLE, held=True),))
    words = touching(folded, mention, mentions)
    held = Doubt((0,), WITHIN.format(words=words, name=mention.name), held=True)
    return Found((party,), (held,) if words else ())


def _held(found: Found[Counterparty], why: str, words: str) -> Found[Counterparty]:
    """Return ``found`` with all of it held back: ``words`` are why."""
    places = {doubt.path[0] for doubt in found.doubts if doubt.held and doubt.path}
    doubts = (
        Doubt((place,), why.format(words=words, name=party.name), held=True)
        for place, party in enumerate(found.values)
        if place not in places
    )
    return Found(found.values, (*found.doubts, *doubts))


def _role_at(folded: str, start: int, role: Role) -> Role:
    """Return ``role``, but for a name in a parenthesis that says who runs the thing before it."""
    for opening, closing in parentheses(folded):
        if opening < start < closing and _RUNS_IT.search(folded, opening, closing):
            return Role.OPERATOR
    return role
