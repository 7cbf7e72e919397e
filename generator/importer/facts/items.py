"""The items of personal data that a section lists: which of its words do, what they name, and whose they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.archive.record import Record
from generator.evidence.enumerations import split_outside_parentheses
from generator.evidence.no_names import AND_OTHERS, names_nothing
from generator.importer.document.printed_labels import label_of
from generator.importer.document.table_columns import UNREAD, cells_of_items, heads_columns
from generator.importer.facts.cross_references import own_words
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, gather
from generator.importer.facts.headings import Holding, adds_items, denies, is_title_of_items, topic_of
from generator.importer.facts.mentions import AND, LABELLED, Lexicon, label_before
from generator.importer.facts.subjects import SubjectReader
from generator.japanese.fold import fold
from generator.japanese.look_alikes import mend_look_alikes
from generator.kinds.registered_item import ITEMS
from generator.model.consultation import Item

NO_NAME: Final = "「{name}」は項目の名前ではないようなので、書いていません。"
UNKNOWN: Final = "個人情報の項目「{name}」は登録されていません。"
WHOSE: Final = "「{owner}」が誰を指すか分からないので、項目「{name}」だけを書きました。"
ONE_OR_MORE: Final = "「{name}」は1つの項目として書きました。いくつかの項目なら、分けてください。"
PARTS: Final = "「{name}」の括弧の中の「{parts}」は登録されていないので、書いていません。"
SENTENCE: Final = "項目の一覧ではなく文のようなので、項目を読み取っていません。"
ADDED: Final = "「{words}」とあります。「{name}」が追加される項目なら、added_items に書いてください。"
ITEMS_IN_HEADING: Final = "この見出しも項目のようですが、見出しなので読み取っていません。"
PERHAPS_WHOSE: Final = "見出しの「{name}」が誰の項目かを示すなら、subjects に書いてください。"
DENIED: Final = "「{words}」とあるので、それより後の項目は読み取っていません。"
DENIED_LIST: Final = "「{words}」とあるので、その項目は読み取っていません。"

# Words for the person whose data it is, where no registered subject is named: 父母の氏名.
_PERSONS: Final = re.compile(
    r"(?:本人|父母|父|母|保護者|家族|親族|同居者|世帯員|世帯主|申請者|申込者|届出者|登録者|利用者|対象者|参加者|受講者|児童|子|配偶者)(?:等)?"
)
_TRAILING: Final = re.compile(r"(?:等|など|ほか|その他)$")
# 以下のとおり, 下表のとおりとする: what they point at stands below.
_LEADS_ON: Final = re.compile("(?:以下|次|下記|下表|次表|以下の表|次の表)のとおり(?:とする|である)?")
_REMARK: Final = re.compile("[（(][^（()）]*[）)]")
_MARKED_ADDED: Final = re.compile("[（(](?:今回)?(?:追加|新規)(?:項目|分)?[）)]")
_COMMAS: Final = "、，､"
_BETWEEN_ITEMS: Final = "・･／/①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESIZED: Final = re.compile(r"([^（(]+)[（(](.+)[）)](等|など)?")
_NONE: Final = ("なし", "無し", "無", "特になし", "該当なし")
_LONGEST_ITEM: Final = 40
_PARTS_OF_A_LIST: Final = 3
# （収集しない項目）
_HEADS: Final = re.compile("(?:項目|もの|情報)[）)]?$")


@dataclass(frozen=True)
class ItemReader:
    """Reads items by the registered names of items and of the people they belong to."""

    items: Lexicon
    subjects: Lexicon

    def read(self, paragraph: str) -> Found[Item]:
        """Return the items of a paragraph: what stands between 、 outside parentheses."""
        said = LABELLED.sub("", label_of(paragraph).words)
        words = said.rstrip("。｡")
        parts = split_outside_parentheses(words, _COMMAS)
        ends_a_sentence = said != words and not all(map(self._read_known, parts))
        if ends_a_sentence or not _is_list(words, parts):
            return Found((), (DraftDoubt((), SENTENCE),))
        return gather(map(self._read_part, parts))

    def is_item(self, text: str) -> bool:
        """Tell whether ``text`` is a registered item, perhaps with a parenthesis."""
        return any(self._find_known(words) is not None for words in (text, _strip_parenthesis(text)))

    def _read_part(self, part: str) -> Found[Item]:
        """Read a part as one registered item, or as several, or as one that nobody has registered."""
        mark = _MARKED_ADDED.search(part)
        if mark is not None and mark.group() != part:
            found = self._read_part(part.replace(mark.group(), "", 1).strip())
            names = "、".join(item.name for item in found.values)
            doubt = DraftDoubt((0,) if names else (), ADDED.format(words=mark.group(), name=names))
            return Found(found.values, (*found.doubts, doubt))
        return self._read_known(part) or self._propose(part)

    def _read_known(self, part: str) -> Found[Item] | None:
        return self._read_registered(part) or self._read_several(part)

    def _read_registered(self, part: str) -> Found[Item] | None:
        name = self._find_known(part)
        if name is not None:
            many = len(_split_at_signs(part)) >= _PARTS_OF_A_LIST
            return Found((Item(name),), (DraftDoubt((0,), ONE_OR_MORE.format(name=name)),) if many else ())
        match = _PARENTHESIZED.fullmatch(part)
        if match is None:
            return self._read_owned(part)
        found = self._read_registered(match.group(1))
        return None if found is None else self._add_parts(found, match.group(2))

    def _find_known(self, part: str) -> str | None:
        return self.items.exactly(part) or self.items.exactly(_TRAILING.sub("", part))

    def _read_owned(self, part: str) -> Found[Item] | None:
        """Read 犬の所有者の氏名: an item of somebody. The longest owner is tried first."""
        for match in reversed(list(re.finditer("の", part))):
            owner, name = part[: match.start()], self._find_known(part[match.end() :])
            subject = self.subjects.exactly(owner)
            if name is not None and subject is not None:
                return Found((Item(name, subject=subject),))
            known_word = _PERSONS.fullmatch(owner) is not None
            if name is not None and (known_word or len(owner) > 1):
                doubts = () if known_word else (DraftDoubt((0,), WHOSE.format(owner=owner, name=name)),)
                return Found((Item(name),), doubts)
        return None

    def _add_parts(self, found: Found[Item], inside: str) -> Found[Item]:
        """Add the registered items among those in parentheses; if none is one, they only explain the item."""
        parts = split_outside_parentheses(_TRAILING.sub("", inside), _COMMAS)
        known = [self._find_known(part) or self._find_known(_strip_parenthesis(part)) for part in parts]
        item = found.values[-1]
        if not any(name is not None and name != item.name for name in known):
            return found
        item = replace(item, parts=tuple(name for name in known if name is not None))
        unknown = [part for part, name in zip(parts, known, strict=True) if name is None]
        at = (len(found.values) - 1,)
        doubt = DraftDoubt(at, PARTS.format(name=item.name, parts="、".join(unknown)))
        return Found((*found.values[:-1], item), (*found.doubts, *((doubt,) if unknown else ())))

    def _read_several(self, part: str) -> Found[Item] | None:
        """Read 犬の所有者の氏名・住所・電話番号: several items, if every one of them is registered."""
        for pieces in (_split_at_signs(part), _split_at_and(part), tuple(part.split())):
            first = self._read_registered(pieces[0]) if len(pieces) > 1 else None
            rest = [self._find_known(piece) for piece in pieces[1:]]
            if first is not None and not first.doubts and all(rest):
                subject = first.values[0].subject
                return Found((*first.values, *(Item(name, subject=subject) for name in rest if name is not None)))
        return None

    def _propose(self, part: str) -> Found[Item]:
        if len(part) > _LONGEST_ITEM:
            return Found((), (DraftDoubt((), UNKNOWN.format(name=part)),))
        name = _TRAILING.sub("", _strip_parenthesis(part)) or part
        if AND_OTHERS.fullmatch(name):
            return Found()
        if names_nothing(name):
            return Found((), (DraftDoubt((), NO_NAME.format(name=part)),))
        message = UNKNOWN.format(name=name)
        if len(_split_at_signs(part)) > 1:
            message += ONE_OR_MORE.format(name=name)
        return Found((Item(name),), (DraftDoubt((0,), message, held=True, new=NewName(ITEMS, name)),))


def _split_at_signs(part: str) -> tuple[str, ...]:
    return split_outside_parentheses(mend_look_alikes(part), _BETWEEN_ITEMS)


def _is_list(words: str, parts: tuple[str, ...]) -> bool:
    several_sentences = len(split_outside_parentheses(words, "。")) > 1
    return not (several_sentences or _REMARK.fullmatch(words) or any(map(_LEADS_ON.fullmatch, parts)))


def _strip_parenthesis(part: str) -> str:
    match = _PARENTHESIZED.fullmatch(part)
    return match.group(1) if match else part


def _split_at_and(part: str) -> tuple[str, ...]:
    return tuple(piece for piece in AND.split(part) if piece) if part == _strip_parenthesis(part) else (part,)


def says_none(paragraph: str) -> bool:
    """Tell whether ``paragraph`` states that there are no items: なし, 新たな項目：なし."""
    return fold(LABELLED.sub("", label_of(paragraph).words)).rstrip("。") in _NONE


@dataclass(frozen=True)
class ItemLists:
    """Reads the items that one section lists, beneath headings that say what it ``holds``."""

    reader: ItemReader
    people: SubjectReader
    record: Record
    into: Collected
    holds: Holding

    def read(self, paragraphs: tuple[str, ...]) -> None:
        """Read the items that ``paragraphs`` and a table list."""
        texts = list(self._find_lists(own_words(self.into, paragraphs)))
        cells, doubts = cells_of_items(self.into.section)
        self.into.tell(doubts)
        self._doubt_heading()
        owner = self._find_owner(texts)
        if owner is not None:
            self.into.facts["subjects"] = (owner,)
        added = [text for text in texts if self.holds.adds or adds_items(label_before(label_of(text).words))]
        self._read_lists("added_items", added)
        self._read_lists("items", [text for text in texts if text not in added] + cells)

    def _read_lists(self, key: str, texts: list[str]) -> None:
        lists = [text for text in texts if not says_none(text)]
        found = gather(self.reader.read(text) for text in lists)
        self.into.take_unless_below(found, key)
        if texts and not lists:
            self.into.facts[key] = ()

    def _find_lists(self, texts: list[str]) -> Iterator[str]:
        """Yield the texts that list what is handed on: no titles, and not what is said not to be."""
        for text in texts:
            label = label_before(label_of(text).words)
            if heads_columns(text, self.reader.is_item):
                self.into.tell([UNREAD])
            elif denies(label):
                self.into.tell([DENIED_LIST.format(words=label)])
            elif denies(text) and _HEADS.search(text):
                self.into.tell([DENIED.format(words=text)])
                return
            elif not is_title_of_items(text):
                yield text

    def _doubt_heading(self) -> None:
        heading = self.into.section.heading
        parts = split_outside_parentheses(label_of(heading or "").words)
        if heading and topic_of(heading) is None and any(map(self.reader.is_item, parts)):
            self.into.doubt(DraftDoubt(("heading",), ITEMS_IN_HEADING))

    def _find_owner(self, texts: list[str]) -> str | None:
        """Return whose items a section lists: as its heading says, or what stands before 「：」.

        A heading beside others that name nobody may be of another kind, such as the 分野 里親 in 諮問第978号.
        """
        heading = self.into.section.heading
        if heading is None:
            return self.people.exactly(label_before(label_of(texts[0]).words)) if len(texts) == 1 else None
        owner = self.people.exactly(label_of(heading).words)
        if owner is not None and not all(self.people.exactly(label_of(each).words) for each in self._headings_beside()):
            self.into.doubt(DraftDoubt(("heading",), PERHAPS_WHOSE.format(name=owner)))
            return None
        return owner

    def _headings_beside(self) -> Iterator[str]:
        mine = self.into.place
        for other in self.record.places:
            if other.above == mine.above and other.section.heading and other.label.kind is mine.label.kind:
                yield other.section.heading
