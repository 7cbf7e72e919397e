"""Who is on the other side: the parties under their headings, and services named in running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.importer.document.numbering import label_of
from generator.importer.facts.found import Doubt, Found, NewName, Registry, gathered
from generator.importer.facts.lexicon import Lexicon, Mention
from generator.importer.facts.surroundings import letters_around, parentheses
from generator.japanese.fold import fold
from generator.japanese.lists import split_outside_parentheses
from generator.model.consultation import Counterparty
from generator.model.vocabulary import CounterpartyKind, PartyState, Role

UNKNOWN: Final = "相手方「{name}」は登録されていません。"
UNKNOWN_DEPARTMENT: Final = "所管課「{name}」は登録されていません。"
NO_NAME: Final = "相手方の名前を読み取れませんでした。"
STATE: Final = "相手方について「{words}」とあります。決まっていないという意味なら、state: 未定 と書いてください。"
WITHIN: Final = "「{words}」とあります。「{name}」のことかどうか分かりません。"
NO_ROLE: Final = "相手方の役割が分かりません。"
NAMED: Final = "「{name}」の名前が出てきますが、役割が分からないので書いていません。"

_AND: Final = re.compile("及び|並びに")
# 環境省（…（公益財団法人日本獣医師会）が運営管理）
_RUNS_IT: Final = re.compile("運営|管理|運用|保守")
_UNDECIDED: Final = re.compile(
    r"未定|選定中|検討中|調整中|今後(?:選定|決定)|(?:選定|決定)(?:予定|する)"
    r"|(?:入札|プロポーザル|公募|見積|契約|審査)\S{0,8}(?:選定|決定)"
)
# 未定(プロポーザルにより選定): how somebody will be chosen, and nobody's name.
_SURELY_UNDECIDED: Final = re.compile(r"未定(?:です)?(?:\([^()]*(?:選定|決定|入札|プロポーザル|契約)[^()]*\))?")
# What stands beside a party and names none: 所在地:東京都…, 代表取締役 見本太郎, and an address of its own.
_CALLED: Final = re.compile(r"^(?:名称|商号|法人名|会社名|事業者名|団体名|受託者)(?:[：:]\s*|\s+)")
_BESIDE: Final = re.compile(
    r"^(?:所在地?|住所|代表者?|代表取締役|理事長|会長|電話|法人番号|担当)(?:氏?名|番号|社長)?(?:[：:]|\s|$)"
)
_ADDRESS: Final = re.compile(
    r"[（(]?(?:〒.*|[^\s（(]{2,3}[都道府県][^\s（(]+[市区町村郡].*[0-9０-９](?:丁目|番地?|号室?|階|[FＦ])?[）)]?)"
)
_SUBCONTRACTOR: Final = "再委託"
_MORE: Final = re.compile(r"\s*(?:ほか|他|外|等|など)(?:[0-9０-９]+(?:社|者|団体|法人|名|か所))?$")
_LETTER: Final = re.compile(r"[^\W\d_]")
# What may touch a name and makes no other of it: 社会福祉法人, 株式会社.
_FORM: Final = re.compile(
    r"(?:(?:株式|有限|合同|合資)会社|(?:社会福祉|医療|学校|宗教|特定非営利活動|[nk]po|独立行政|地方独立行政)法人"
    r"|(?:公益|一般)?(?:財団|社団)法人|社|等|他)*"
)
_NONE: Final = ("なし", "無し", "-", "ー")
_ANSWERS: Final = ("あり", "有", "有り")
_LONGEST_NAME: Final = 40

_QUOTED: Final = r"[」』)]*(?:\(以下.*?\))?"
_SERVICE_CUES: Final = (
    (Role.EXAMPLE, re.compile(rf"{_QUOTED}(?:等|などの?)(?!に限)")),
    (Role.CHANNEL, re.compile(rf"{_QUOTED}(?:による|での|を通じた|からの)?(?:相談|通報|問い?合わ?せ|申込|連絡)")),
    (
        Role.SERVICE,
        re.compile(
            rf"{_QUOTED}(?:の?(?:アカウント|アプリ|サービス|システム|機能))?(?:を|の)?(?:活用|利用|使用|用い|介し|通じ|導入|にて|において|上で)"
        ),
    ),
)
_SERVICE_KINDS: Final = (CounterpartyKind.SERVICE,)


@dataclass(frozen=True)
class PartyReader:
    """Reads parties by the registered names of counterparties, and departments by theirs."""

    counterparties: Lexicon
    departments: Lexicon

    def read(self, paragraphs: Iterable[str], role: Role | None) -> Found[Counterparty]:
        """Return the parties named in the ``paragraphs`` under a heading that gives them ``role``."""
        found = gathered(self._read_one(words, role) for words in _with_their_parentheses(paragraphs))
        return _each_once(found)

    def read_department(self, paragraph: str, role: Role) -> Found[Counterparty]:
        """Return the sections of the ward named before 「：」, as in 高齢福祉部介護保険課：介護保険業務."""
        words = re.sub(r"^(?:保有|利用)課(?:[：:]|\s)\s*", "", label_of(paragraph).words)
        heads = (re.split("[：:（(「]", part)[0].strip() for part in _parts(words))
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
        found = gathered(self._named(part, role) for part in _parts(words))
        return _held(found, state[0].message) if state else found

    def _named(self, words: str, role: Role) -> Found[Counterparty]:
        folded = fold(words)
        mentions = self.counterparties.mentions(folded)
        if mentions:
            return gathered(_registered(folded, each, mentions, role) for each in mentions)
        name = _own_name(words)
        if len(name) > _LONGEST_NAME or "。" in name or not _LETTER.search(name) or name in _ANSWERS:
            return Found((), (Doubt((), NO_NAME),))
        new = NewName(Registry.COUNTERPARTIES, name)
        doubt = Doubt((0,), UNKNOWN.format(name=name), held=True, new=new)
        return Found((Counterparty(name=name, role=role),), (doubt,))


def service_role(texts: Iterable[str], lexicon: Lexicon, name: str) -> Role | None:
    """Return what ``name`` is to a consultation that only speaks of it in its ``texts``: by the words after it.

    ＺＯＯＭ等 is an example, ＬＩＮＥ相談 a channel, 「飲みきるミカタ」を活用し a service that is used.
    """
    following = [
        folded[mention.end :]
        for folded in map(fold, texts)
        for mention in lexicon.mentions(folded)
        if mention.name == name
    ]
    return next((role for role, cue in _SERVICE_CUES if any(cue.match(words) for words in following)), None)


def _registered(folded: str, mention: Mention, mentions: tuple[Mention, ...], role: Role) -> Found[Counterparty]:
    """Return the party that is mentioned, held back where its name is only a part of another: LINEヤフー株式会社."""
    party = Counterparty(name=mention.name, role=_role_at(folded, mention, role))
    around = letters_around(folded, mention, mentions)
    if any(_SUBCONTRACTOR in folded[begin:end] for begin, end in parentheses(folded) if begin < mention.start < end):
        return Found((party,), (Doubt((0,), NO_ROLE, held=True),))
    if all(map(_FORM.fullmatch, around)):
        return Found((party,))
    words = around[0] + folded[mention.start : mention.end] + around[1]
    return Found((party,), (Doubt((0,), WITHIN.format(words=words, name=mention.name), held=True),))


def _own_name(words: str) -> str:
    """Return the name in ``words`` without its label, parentheses, 「ほか２社」 and the address after it."""
    name = re.sub(r"[（(].*[）)]$", "", words).rstrip("。").strip() or words
    named, _, rest = _CALLED.sub("", name).partition("　" if "　" in name else " ")
    if rest and _ADDRESS.fullmatch(rest.strip()):
        name = named
    return _MORE.sub("", _CALLED.sub("", name)).strip()


def _held(found: Found[Counterparty], message: str) -> Found[Counterparty]:
    places = {doubt.path[0] for doubt in found.doubts if doubt.held and doubt.path}
    doubts = (Doubt((place,), message, held=True) for place in range(len(found.values)) if place not in places)
    return Found(found.values, (*found.doubts, *doubts))


def _role_at(folded: str, mention: Mention, role: Role) -> Role:
    """Return ``role``, but for a name in a parenthesis that says who runs the thing before it."""
    for opening, closing in parentheses(folded):
        if opening < mention.start < closing and _RUNS_IT.search(folded, opening, closing):
            return Role.OPERATOR
    return role


def _parts(words: str) -> Iterator[str]:
    for part in split_outside_parentheses(words, "、，"):
        yield from (piece.strip() for piece in _AND.split(part) if piece.strip())


def _with_their_parentheses(paragraphs: Iterable[str]) -> list[str]:
    """Return the words of ``paragraphs``, one that is only a parenthesis with the one before it."""
    joined: list[str] = []
    said = (label_of(paragraph).words for paragraph in paragraphs)
    for words in (words for words in said if not _BESIDE.match(words) and not _ADDRESS.fullmatch(words)):
        if joined and words.startswith(("（", "(")):
            joined[-1] += words
        else:
            joined.append(words)
    return joined


def _each_once(found: Found[Counterparty]) -> Found[Counterparty]:
    if len(set(found.values)) == len(found.values):
        return found
    kept = [place for place, value in enumerate(found.values) if value not in found.values[:place]]
    doubts = tuple(doubt for doubt in found.doubts if not doubt.path or doubt.path[0] in kept)
    moved = {old: new for new, old in enumerate(kept)}
    return Found(
        tuple(found.values[place] for place in kept),
        tuple(Doubt((moved[int(d.path[0])], *d.path[1:]), d.message, d.held, d.new) if d.path else d for d in doubts),
    )
