"""Words that point elsewhere (第１の３（１）のとおり, 上記と同項目, 別紙…参照, 諮問第９６４号), and the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.archive.record import Record
from generator.evidence.pointing_words import ABOVE, ANNEX, CITATION, CONSULTATION, EACH_CITED, JOINT, POINTING_BESIDES
from generator.importer.document.printed_labels import is_annex, is_note, label_of, pieces_of
from generator.importer.facts.found import Collected, DraftDoubt, Found, gather
from generator.japanese.fold import fold, without_space
from generator.model.consultation import Reference
from generator.model.outline import Place

NOT_FOUND: Final = "「{words}」が指す所が、この文書に見つかりません。"
NOTE: Final = "注記「{words}」からは何も読み取っていません。"
BESIDES: Final = "「{words}」とあります。指している所の内容も含むなら、references に書いてください。"


@dataclass(frozen=True)
class ReferenceReader:
    """Finds what the words of a document's sections point at. ``record`` holds the document without its facts."""

    record: Record

    def read(self, place: Place) -> Found[Reference]:
        """Return the references in the text of ``place``, in its order."""
        return gather(self._read_all(place))

    def _read_all(self, place: Place) -> Iterator[Found[Reference]]:
        text = place.section.text or ""
        for match in CONSULTATION.finditer(text):
            number = int(fold(match.group(1)))
            if number != self.record.number:
                yield Found((Reference(match.group(), consultation=number),))
        for match in CITATION.finditer(text):
            yield from self._read_listed(place, match)
        for paragraph in text.split("\n"):
            # In running text 「上記のとおり」 refers to what was said and to no list of facts.
            words = paragraph.rstrip("。")
            if ABOVE.fullmatch(words):
                yield _refer_to(words, self._find_before(place))
        for match in ANNEX.finditer(text):
            yield _refer_to(match.group(), self._find_annex(match.group(1), match.group(2)))

    def _read_listed(self, place: Place, citation: re.Match[str]) -> Iterator[Found[Reference]]:
        """Yield what is cited: 第１の２及び第１の３（１）のとおり, 第１の３（１）及び（２）のとおり.

        A single citation is cited with all its words, of several each with its own.
        """
        said, begin = citation.string, citation.start()
        cited = list(EACH_CITED.finditer(said, *citation.span(1)))
        before: Place | None = None
        for each in cited:
            beside = self._find_cited(before, each.group()) if before and each.group().startswith(("（", "(")) else None
            before = beside or self._find_cited(place, each.group())
            words = said[begin : citation.end() if each is cited[-1] else each.end()]
            begin = each.end() + len(_joint_before(said[each.end() :]))
            yield _refer_to(words, self._find_alike(before, place))

    def _find_cited(self, place: Place, words: str) -> Place | None:
        """Return the section that ``words`` cite, in the whole document, in the part of ``place``, or beside it."""
        wanted = _plain(words)
        above = [_plain(self.record.citation(self.record.by_anchor[anchor])) for anchor in place.above]
        for citation in (wanted, *(begun + joint + wanted for begun in above for joint in ("", "の"))):
            for other in self.record.places:
                if other is not place and _plain(self.record.citation(other)) == citation:
                    return other
        return None

    def _find_alike(self, target: Place | None, place: Place) -> Place | None:
        """Return the section beneath ``target`` that is headed like ``place``, or else ``target``."""
        heading = place.section.heading
        if target is None or heading is None:
            return target
        beneath = [other for other in self.record.places if target.anchor in other.above]
        alike = [other for other in beneath if _heading_of(other) == fold(label_of(heading).words)]
        return alike[0] if len(alike) == 1 else target

    def _find_before(self, place: Place) -> Place | None:
        """Return the nearest section before ``place`` beside it that says something of its own."""
        beside = [other for other in self.record.places if other.above == place.above]
        before = beside[: beside.index(place)]
        return next((other for other in reversed(before) if not points_only(other.section.text or "")), None)

    def _find_annex(self, number: str | None, title: str | None) -> Place | None:
        annexes = [place for place in self.record.places if place.section.heading and is_annex(place.section.heading)]
        wanted = [fold(number)] if number else []
        wanted += [fold(title)] if title else []
        fitting = [place for place in annexes if all(words in fold(place.section.heading or "") for words in wanted)]
        return fitting[0] if len(fitting) == 1 or (fitting and not wanted) else None


def points_only(text: str) -> bool:
    """Tell whether ``text`` does nothing but point at another section."""
    words = text.strip().rstrip("。")
    return any(pattern.fullmatch(words) for pattern in (CITATION, ABOVE, ANNEX))


def words_besides(text: str) -> str:
    """Return the words of ``text`` that point at a section whose facts may hold, too, such as 前記１（２）のほか."""
    match = POINTING_BESIDES.search(text)
    return match.group() if match else ""


def points_somewhere(text: str) -> bool:
    """Tell whether ``text`` points at another section of the document."""
    return any(pattern.search(text) for pattern in (CITATION, ABOVE, ANNEX))


def own_words(into: Collected, paragraphs: Sequence[str]) -> list[str]:
    """Return what ``paragraphs`` state: not what only points elsewhere, and no notes, about which there are doubts."""
    into.tell(NOTE.format(words=text) for text in paragraphs if is_note(text))
    own = [text for text in paragraphs if not points_only(text) and not is_note(text)]
    into.tell(BESIDES.format(words=words) for words in map(words_besides, own) if words)
    return [piece for text in own for piece in pieces_of(text)]


def _joint_before(words: str) -> str:
    joint = re.match(JOINT, words)
    return joint.group() if joint else ""


def _refer_to(words: str, target: Place | None) -> Found[Reference]:
    if target is None:
        return Found((), (DraftDoubt((), NOT_FOUND.format(words=words)),))
    return Found((Reference(words, section=target.anchor),))


def _heading_of(place: Place) -> str:
    return fold(label_of(place.section.heading or "").words)


def _plain(words: str) -> str:
    return fold(without_space(words)).removesuffix("の")
