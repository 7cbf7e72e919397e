"""Registered counterparties that a document only speaks of, such as LINE or Zoom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.importer.facts.found import DraftDoubt
from generator.importer.facts.mentions import Lexicon
from generator.japanese.fold import fold
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.model.consultation import Consultation, Counterparty, Section
from generator.model.outline import Path, Place, outline
from generator.model.vocabulary import Role

NAMED: Final = "「{name}」の名前が出てきますが、役割が分からないので書いていません。"

_QUOTED: Final = r"[」』)]*(?:\(以下.*?\))?"
_CUES: Final = (
    (Role.EXAMPLE, re.compile(rf"{_QUOTED}(?:等|などの?)(?!に限)")),
    (Role.CHANNEL, re.compile(rf"{_QUOTED}(?:による|での|を通じた|からの)?(?:相談|通報|問い?合わ?せ|申込|連絡)")),
    (
        Role.SERVICE,
        re.compile(
            rf"{_QUOTED}(?:の?(?:アカウント|アプリ|サービス|システム|機能))?(?:を|の)?(?:活用|利用|使用|用い|介し|通じ|導入|にて|において|上で)"
        ),
    ),
)
# The rest of a clause: 等は、利用しない goes on after its topic.
_CLAUSE: Final = re.compile(r"(?:[^、。\n]|(?<=は)、)*")
_DENIES: Final = re.compile(
    "(?:[しせらわれきけめえげ]|含ま|用い)(?:ない|なかった|なく|ず(?!つ))|[をは]除|以外|に限らず|不(?:使用|可|要)|禁止"
)


def add_services(
    consultation: Consultation, prose: Iterable[Place], names: Names
) -> tuple[Consultation, tuple[DraftDoubt, ...]]:
    """Add to ``consultation`` the names that its ``prose`` mentions and that are no party, each where it comes first.

    A name whose role its words do not show is a doubt.
    """
    prose = tuple(prose)
    lexicon = Lexicon(names.entries(COUNTERPARTIES))
    parties = {party.name for place in outline(consultation) for party in place.section.counterparties}
    texts = [consultation.title, consultation.subtitle or "", *(place.section.text or "" for place in prose)]
    doubts: list[DraftDoubt] = []
    added: dict[Path, list[Counterparty]] = {}
    for path, name in _find_first_mentions(prose, lexicon):
        role = None if name in parties else _find_role(texts, lexicon, name)
        if role is not None:
            added.setdefault(path, []).append(Counterparty(name=name, role=role))
        elif name not in parties:
            doubts.append(DraftDoubt((*path, "text"), NAMED.format(name=name)))
    sections = _add_parties(consultation.sections, ("sections",), added)
    return replace(consultation, sections=sections), tuple(doubts)


def _find_role(texts: Iterable[str], lexicon: Lexicon, name: str) -> Role | None:
    """Return what ``name`` is to a consultation that only speaks of it in its ``texts``: by the words after it.

    ＺＯＯＭ等 is an example, ＬＩＮＥ相談 a channel, 「飲みきるミカタ」を活用し a service that is used. In a clause
    that denies it, such as ＺＯＯＭ等は利用しない, it is none of these.
    """
    following = [
        folded[mention.end :]
        for folded in map(fold, texts)
        for mention in lexicon.mentions(folded)
        if mention.name == name and not _is_denied(folded, mention.end)
    ]
    return next((role for role, cue in _CUES if any(cue.match(words) for words in following)), None)


def _is_denied(folded: str, position: int) -> bool:
    clause = _CLAUSE.match(folded, position)
    return clause is not None and _DENIES.search(clause.group()) is not None


def _find_first_mentions(prose: Iterable[Place], lexicon: Lexicon) -> Iterator[tuple[Path, str]]:
    seen = set()
    for place in prose:
        for mention in lexicon.mentions(fold(place.section.text or "")):
            if mention.name not in seen and not mention.other_body:
                seen.add(mention.name)
                yield place.path, mention.name


def _add_parties(
    sections: tuple[Section, ...], path: Path, added: dict[Path, list[Counterparty]]
) -> tuple[Section, ...]:
    return tuple(
        replace(
            section,
            counterparties=(*section.counterparties, *added.get((*path, index), ())),
            sections=_add_parties(section.sections, (*path, index, "sections"), added),
        )
        for index, section in enumerate(sections)
    )
