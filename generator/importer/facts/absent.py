"""What a careful reader looks for in every consultation, and whether a document says nothing of it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from generator.importer.facts.found import DraftDoubt
from generator.importer.facts.headings import Topic
from generator.model.consultation import Consultation
from generator.model.outline import outline
from generator.model.vocabulary import PARTY_ROLE_OF, MeasureType

NOTHING_SAID: Final = "{kinds}が見つかりません。文書のどこかに書かれているなら、その節に書き足してください。"


@dataclass(frozen=True)
class _LookedFor:
    """A kind of fact: what it is called, the keys that hold it, and the topics of the headings that announce it."""

    name: str
    keys: tuple[str, ...]
    topics: frozenset[Topic]


_PARTIES: Final = _LookedFor("相手方", ("counterparties",), frozenset({Topic.PARTIES, Topic.HOLDER, Topic.USER}))
_ITEMS: Final = _LookedFor(
    "個人情報の項目", ("items", "added_items"), frozenset({Topic.ITEMS, Topic.ITEMS_AND_VOLUMES})
)
_PERIOD: Final = _LookedFor("期間", ("period",), frozenset({Topic.PERIOD}))
# To record items in a computer takes nobody on the other side.
_WITHOUT_A_PARTY: Final = frozenset(MeasureType) - frozenset(PARTY_ROLE_OF) - {MeasureType.OTHER_PURPOSE}


def doubt_absent(consultation: Consultation, told: AbstractSet[Topic]) -> Iterator[DraftDoubt]:
    """Yield one doubt for all that ``consultation`` says nothing of.

    ``told`` are the topics of headings under which there is a fact or a doubt, or the words that there is none.
    """
    kinds = {measure.type for measure in consultation.measures}
    wanted = (_ITEMS, _PERIOD) if kinds and kinds <= _WITHOUT_A_PARTY else (_PARTIES, _ITEMS, _PERIOD)
    sections = [place.section for place in outline(consultation)]
    facts = {key for each in wanted for key in each.keys for section in sections if getattr(section, key)}
    absent = [each.name for each in wanted if facts.isdisjoint(each.keys) and told.isdisjoint(each.topics)]
    if absent:
        yield DraftDoubt(("sections",), NOTHING_SAID.format(kinds="・".join(absent)))
