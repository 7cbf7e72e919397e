"""The items of a section: which of its words are lists of them, whose they are, and which are added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.importer.document.numbering import label_of
from generator.importer.document.torn_tables import UNREAD, heads_columns
from generator.importer.facts.collected import Collected
from generator.importer.facts.found import Doubt, gathered
from generator.importer.facts.headings import Above, is_title
from generator.importer.facts.items import says_none
from generator.importer.facts.readers import Readers
from generator.importer.facts.stated import introduces, stated
from generator.importer.facts.tables import cells_of_items
from generator.importer.facts.topics import adds_items, denies, topic_of
from generator.importer.facts.words import label_before
from generator.japanese.lists import split_outside_parentheses

ITEMS_IN_HEADING: Final = "この見出しも項目のようですが、見出しなので読み取っていません。"
PERHAPS_WHOSE: Final = "見出しの「{name}」が誰の項目かを示すなら、subjects に書いてください。"
DENIED: Final = "「{words}」とあるので、それより後の項目は読み取っていません。"
DENIED_LIST: Final = "「{words}」とあるので、その項目は読み取っていません。"

# （収集しない項目）
_HEADS: Final = re.compile("(?:項目|もの|情報)[）)]?$")


@dataclass(frozen=True)
class ItemFacts:
    """Reads the items of one section."""

    readers: Readers
    into: Collected
    here: Above

    def read(self, paragraphs: tuple[str, ...]) -> None:
        """Read the items that ``paragraphs`` and a table list."""
        texts = list(self._listing(stated(self.into, paragraphs)))
        cells, doubts = cells_of_items(self.into.section)
        self.into.doubt(*doubts)
        self._doubt_heading()
        owner = self._owner(texts)
        if owner is not None:
            self.into.facts["subjects"] = (owner,)
        added = [text for text in texts if self.here.adds or adds_items(label_before(label_of(text).words))]
        self._read_lists("added_items", added)
        self._read_lists("items", [text for text in texts if text not in added] + cells)

    def _read_lists(self, key: str, texts: list[str]) -> None:
        lists = [text for text in texts if not says_none(text)]
        found = gathered(self.readers.items.read(text) for text in lists)
        if found.doubts and introduces(self.into, found):
            return
        self.into.take(found, key)
        if texts and not lists:
            self.into.facts[key] = ()

    def _listing(self, texts: list[str]) -> Iterator[str]:
        """Yield the texts that list what is handed on: no titles, and not what is said not to be."""
        for text in texts:
            label = label_before(label_of(text).words)
            if heads_columns(text, self.readers.items.is_item):
                self.into.tell([UNREAD])
            elif denies(label):
                self.into.tell([DENIED_LIST.format(words=label)])
            elif denies(text) and _HEADS.search(text):
                self.into.tell([DENIED.format(words=text)])
                return
            elif not is_title(text):
                yield text

    def _doubt_heading(self) -> None:
        heading = self.into.section.heading
        if heading and topic_of(heading) is None and self._lists_items(heading):
            self.into.doubt(Doubt(("heading",), ITEMS_IN_HEADING))

    def _lists_items(self, heading: str) -> bool:
        return any(map(self.readers.items.is_item, split_outside_parentheses(label_of(heading).words)))

    def _owner(self, texts: list[str]) -> str | None:
        """Return whose items a section lists: as its heading says, or what stands before 「：」.

        A heading beside others that name nobody may be of another kind, such as the 分野 里親 in 諮問第978号.
        """
        heading = self.into.section.heading
        if heading is None:
            return self._named(label_before(label_of(texts[0]).words)) if len(texts) == 1 else None
        owner = self._named(label_of(heading).words)
        if owner is not None and not all(self._named(label_of(each).words) for each in self._headings_beside()):
            self.into.doubt(Doubt(("heading",), PERHAPS_WHOSE.format(name=owner)))
            return None
        return owner

    def _headings_beside(self) -> Iterator[str]:
        mine = self.into.place
        for other in self.readers.record.places:
            if other.above == mine.above and other.section.heading and other.label.kind is mine.label.kind:
                yield other.section.heading

    def _named(self, words: str) -> str | None:
        return self.readers.subjects.exactly(words)
