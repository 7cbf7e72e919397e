"""Who is on the other side: the parties under their headings, by registered names and by their legal forms.

headings.py says which heading is one of parties, and in which role; services.py reads those that are only spoken of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.evidence.no_names import names_nothing
from generator.importer.document.printed_labels import label_of
from generator.importer.facts.beside_parties import AND_MORE, own_name, says_others, stands_beside, strip_beside
from generator.importer.facts.cross_references import ReferenceReader, own_words, points_only
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, drop_repeats, gather
from generator.importer.facts.mentions import AND, Lexicon, Mention, label_before, letters_around, parentheses, parts_of
from generator.japanese.fold import fold
from generator.japanese.legal_forms import BODY_FORM, COMPANY_FORM, FOLDED_FORM
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.model.consultation import Counterparty
from generator.model.vocabulary import PartyState, Role

UNKNOWN: Final = "相手方「{name}」は登録されていません。"
NO_NAME: Final = "相手方の名前を読み取れませんでした。"
STATE: Final = "相手方について「{words}」とあります。決まっていないという意味なら、state: 未定 と書いてください。"
WITHIN: Final = "「{words}」とあります。「{name}」のことかどうか分かりません。"
NO_ROLE: Final = "相手方の役割が分かりません。"
EITHER: Final = "「{words}」とあり、「{name}」が相手方になるとは決まっていません。"
EXCEPTED: Final = "「{words}」とあります。除かれる相手方が書かれていないか、確かめてください。"
OTHERS: Final = "「{words}」とあり、名前の書かれていない相手方がほかにもあります。"
NOT_REFERRED: Final = "相手方が「{words}」とありますが、指す所から名前を読み取れませんでした。"

# What may touch a name and makes no other of it: 社会福祉法人, 株式会社.
_FORM: Final = re.compile(f"(?:{FOLDED_FORM}|社|等|他)*")
# 株式会社甲乙, 丙丁株式会社: a name for certain, registered or not.
_NAME_LETTER: Final = r"[^\s、，。（）()「」：:ぁ-ん]"
_NAMED_BY_ITS_FORM: Final = re.compile(
    rf"{_NAME_LETTER}{{1,30}}(?:{COMPANY_FORM})(?!{_NAME_LETTER})"
    rf"|(?:{COMPANY_FORM}|{BODY_FORM}){_NAME_LETTER}[^\s、，。（）()「」：:がをは]{{0,30}}",
    re.IGNORECASE,
)

_EXCEPTS: Final = re.compile("以外|[をは](?:除|含ま)")
_EXCEPTION: Final = re.compile(r"[（(][^（()）]*(?:以外|[をは](?:除|含ま))[^（()）]*[）)]")
# 区が指定する者: a description, and nobody's name.
_DESCRIBED: Final = re.compile("。|ほか.|[うくすつぬぶむるぐた](?:者|もの|団体|法人|事業者|業者)$")
_SUBCONTRACTOR: Final = "再委託"
_SUBCONTRACTORS: Final = re.compile(rf"[（(][^（()）]*{_SUBCONTRACTOR}[^（()）]*[）)]")

_GAP: Final = "\0"
# 会議システムを提供するクラウドサービス提供事業者(Zoom、…): who they are stands in the parentheses.
_DESCRIPTION: Final = re.compile(rf"^[^{_GAP}()]*(?:事業者|業者|団体|法人|機関)\((?=[^()]*\)$)")
_LABEL: Final = re.compile(
    rf"^[^{_GAP}():]*(?:業務|事務|事業|委託|(?:委託|受託|提供|収集|結合|運営)[^{_GAP}():]{{0,4}}):"
)
_MEANINGLESS: Final = (
    re.compile(r"\((?:予定|参考|仮称|案|以下[^()]*)\)"),
    re.compile(FOLDED_FORM),
    re.compile("(?:運営|管理|運用|保守)(?:会社|事業者|団体|法人|主体|者)?"),
    re.compile("未定|予定|候補|[選決]定(?:中|する)?|[検討調整]{2}中"),
    re.compile(f"{AND.pattern}|{AND_MORE}|社|[がをのはにでと]"),
)
_WORD: Final = re.compile(r"[^\W_]")
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
    """Reads parties by the registered names of counterparties."""

    counterparties: Lexicon
    references: ReferenceReader

    def read_section(self, into: Collected, role: Role | None) -> None:
        """Read the parties of a section under a heading that gives them ``role``, also those it only points at."""
        paragraphs = into.section.paragraphs
        found = self.read(own_words(into, paragraphs), role)
        if any(map(points_only, paragraphs)):
            found = drop_repeats(gather((found, *self._read_referred(into, role))))
        into.take(found, "counterparties")

    def _read_referred(self, into: Collected, role: Role | None) -> Iterator[Found[Counterparty]]:
        for reference in self.references.read(into.place).values:
            target = self.references.record.by_anchor.get(reference.section or "")
            found = self.read(target.section.paragraphs if target else (), role)
            if found.values and not found.doubts:
                yield found
            else:
                into.tell([NOT_REFERRED.format(words=reference.words)])

    def read(self, paragraphs: Sequence[str], role: Role | None) -> Found[Counterparty]:
        """Return the parties named in the ``paragraphs`` under a heading that gives them ``role``."""
        # Where all that is said stands beside a name, the name itself was not read.
        joined = _join_parentheses(paragraphs) or [""] * bool(paragraphs)
        return drop_repeats(gather(self._read_paragraph(words, role) for words in joined))

    def _read_paragraph(self, words: str, role: Role | None) -> Found[Counterparty]:
        folded = fold(words).rstrip("。")
        if _SURELY_UNDECIDED.fullmatch(folded) and role is not None:
            return Found((Counterparty(role=role, state=PartyState.UNDECIDED),))
        if folded in _NONE:
            return Found()
        state = (DraftDoubt((), STATE.format(words=words)),) if _UNDECIDED.search(folded) else ()
        if state and not self.counterparties.mentions(folded):
            return Found((), state)
        if role is None:
            return Found((), (DraftDoubt((), NO_ROLE),))
        found = self._read_parts(words, role)
        if found.values and says_others(folded):
            found = Found(found.values, (*found.doubts, DraftDoubt((), OTHERS.format(words=words))))
        return _hold_back(found, STATE, words) if state else found

    def _read_parts(self, words: str, role: Role) -> Found[Counterparty]:
        said = _EXCEPTION.sub("", words)
        parts = parts_of(said)
        if not parts:
            return Found((), (DraftDoubt((), NO_NAME),))
        found = gather(self._read_part(strip_beside(part), role) for part in parts)
        if _EXCEPTS.search(said):
            return _hold_back(found, EXCEPTED, words)
        return _hold_back(found, EITHER, words) if len(parts) > 1 and _OR.search(said) else found

    def _read_part(self, words: str, role: Role) -> Found[Counterparty]:
        folded = fold(words)
        mentions = self.counterparties.mentions(folded)
        if not mentions:
            return self._propose(own_name(words), role)
        formed = _NAMED_BY_ITS_FORM.findall(_SUBCONTRACTORS.sub("", words))
        others = [name for name in formed if not self.counterparties.mentions(fold(name))]
        begin = {name: folded.find(fold(name)) for name in others}
        places = [(begin[name], begin[name] + len(fold(name))) for name in others if begin[name] >= 0]
        more = _says_more(words, [*((each.start, each.end) for each in mentions), *places])
        known = gather(_read_registered(folded, each, mentions, role) for each in mentions)
        unknown = gather(self._propose(name, _role_at(folded, begin[name], role)) for name in others)
        return gather((_hold_back(known, WITHIN, words) if more else known, unknown))

    def _propose(self, name: str, role: Role) -> Found[Counterparty]:
        is_name = len(name) <= _LONGEST_NAME and _LETTER.search(name) and name not in _ANSWERS
        if not is_name or names_nothing(name) or _DESCRIBED.search(name):
            return Found((), (DraftDoubt((), NO_NAME),))
        new = NewName(COUNTERPARTIES, name)
        doubt = DraftDoubt((0,), UNKNOWN.format(name=name), held=True, new=new)
        return Found((Counterparty(name=name, role=role),), (doubt,))


def _read_registered(folded: str, mention: Mention, mentions: tuple[Mention, ...], role: Role) -> Found[Counterparty]:
    """Return the party that is mentioned, held back where its name is only a part of another: LINEヤフー株式会社."""
    party = Counterparty(name=mention.name, role=_role_at(folded, mention.start, role))
    around = (folded[begin:end] for begin, end in parentheses(folded) if begin < mention.start < end)
    # The ward hands nothing to a subcontractor.
    if any(_SUBCONTRACTOR in words for words in (*around, label_before(folded))):
        return Found((party,), (DraftDoubt((0,), NO_ROLE, held=True),))
    words = _longer_name(folded, mention, mentions)
    held = DraftDoubt((0,), WITHIN.format(words=words, name=mention.name), held=True)
    return Found((party,), (held,) if words else ())


def _hold_back(found: Found[Counterparty], why: str, words: str) -> Found[Counterparty]:
    """Return ``found`` with all of it held back: ``words`` are why."""
    places = {doubt.path[0] for doubt in found.doubts if doubt.held and doubt.path}
    doubts = (
        DraftDoubt((place,), why.format(words=words, name=party.name), held=True)
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


def _join_parentheses(paragraphs: Iterable[str]) -> list[str]:
    """Return the words of ``paragraphs``, one that is only a parenthesis with the one before it."""
    joined: list[str] = []
    said = (label_of(paragraph).words for paragraph in paragraphs)
    for words in (words for words in said if not stands_beside(words)):
        if joined and words.startswith(("（", "(")):
            joined[-1] += words
        else:
            joined.append(words)
    return joined


def _longer_name(folded: str, mention: Mention, mentions: tuple[Mention, ...]) -> str:
    """Return the longer name that ``mention`` is a part of, such as LINEヤフー株式会社, or nothing."""
    if mention.other_body:
        return mention.other_body
    before, after = letters_around(folded, mention, mentions)
    return "" if all(map(_FORM.fullmatch, (before, after))) else before + folded[mention.start : mention.end] + after


def _says_more(words: str, named: Iterable[tuple[int, int]]) -> bool:
    """Tell whether ``words`` hold more than the names at ``named`` in them, folded, and what may stand beside a name.

    東京育成園の委託先 does, 社会福祉法人東京育成園(予定) does not.
    """
    rest = fold(words)
    for start, end in sorted(named, reverse=True):
        rest = rest[:start] + _GAP + rest[end:]
    rest = _SUBCONTRACTORS.sub("", rest)
    for pattern in (_LABEL, *_MEANINGLESS):
        rest = pattern.sub("", rest)
    return _WORD.search(_DESCRIPTION.sub("(", rest)) is not None
