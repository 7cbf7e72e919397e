"""Whose data it is: the people a section names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.evidence.no_names import names_nothing
from generator.importer.document.printed_labels import label_of
from generator.importer.facts.cross_references import own_words
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, drop_repeats, gather
from generator.importer.facts.mentions import Lexicon, Mention, letters_around, parentheses, parts_of
from generator.japanese.fold import fold
from generator.kinds.registered_subject import SUBJECTS

UNKNOWN: Final = "対象となる個人「{name}」は登録されていません。"
WITHIN: Final = "「{words}」とあります。「{name}」のことかどうか分かりません。"
NONE_FOUND: Final = "対象となる個人を読み取れませんでした。"
PERHAPS_MORE: Final = "「{name}」も対象となる個人かもしれません。"

# A person named without a clause of their own: 職員, ケアマネジャー, 里親登録者等.
_BARE_NOUN: Final = re.compile(r"[\u4e00-\u9fff々ァ-ヶーA-Za-zＡ-Ｚａ-ｚ・]{2,20}等?")
_DEFINITION: Final = re.compile(r"[（(]以下.*?[）)]")
_LONGEST_NAME: Final = 30
_CLAUSE: Final = re.compile("(?:含む|除く|限る|する|なる|いう)$|^(?:なし|無し|無|未定)$")
_PREFIX: Final = re.compile("(?:当該|対象|各|全|同)?")
_SUFFIX: Final = re.compile("(?:等|本人|全員)?")
_NOT_THEM: Final = re.compile("(?:等|本人)?(?:以外|を除[いかきく]?|は除[いかきく]?|でない|ではない|に該当しない)")


@dataclass(frozen=True)
class SubjectReader:
    """Reads people by the registered names of data subjects."""

    subjects: Lexicon

    def read_section(self, into: Collected, paragraphs: Sequence[str]) -> None:
        """Read the people that ``paragraphs`` of a section name."""
        found = drop_repeats(gather(map(self.read, own_words(into, paragraphs))))
        into.take_unless_below(found, "subjects")

    def read(self, paragraph: str) -> Found[str]:
        """Return the registered people that ``paragraph`` names, each once."""
        words = label_of(paragraph).words
        folded = fold(words)
        doubtful: dict[str, str] = {}
        mentions = self.subjects.mentions(folded)
        for mention in mentions:
            why = _why_not_them(folded, mention, mentions)
            # Where a person is named outright, too, it does not matter how else.
            doubtful[mention.name] = why and doubtful.get(mention.name, why)
        if not doubtful:
            return self._propose(words.rstrip("。"))
        within = (
            DraftDoubt((index,), WITHIN.format(words=why, name=name), held=True)
            for index, (name, why) in enumerate(doubtful.items())
            if why
        )
        more = (DraftDoubt((), PERHAPS_MORE.format(name=name)) for name in self._find_overlooked(words))
        return Found(tuple(doubtful), (*within, *more))

    def exactly(self, words: str) -> str | None:
        """Return the registered person that ``words`` are a name of, a label or 等 apart."""
        return self.subjects.exactly(words) or self.subjects.exactly(words.removesuffix("等"))

    def _propose(self, words: str) -> Found[str]:
        name = _DEFINITION.sub("", words)
        if (
            not name
            or names_nothing(name)
            or len(name) > _LONGEST_NAME
            or "、" in name
            or "。" in name
            or _CLAUSE.search(name)
        ):
            return Found((), (DraftDoubt((), NONE_FOUND),))
        doubt = DraftDoubt((0,), UNKNOWN.format(name=name), held=True, new=NewName(SUBJECTS, name))
        return Found((name,), (doubt,))

    def _find_overlooked(self, words: str) -> list[str]:
        """Return the parts of an enumeration that name somebody and no registered person.

        Where the last part is more than a name, those before it may belong to its attribute and be nobody's names:
        基礎講座及び操作相談会の受講者, 家族、施設職員等から依頼のあった行方不明者等.
        """
        parts = parts_of(words)
        if self.exactly(parts[-1]) is None:
            return []
        return [part for part in parts if _BARE_NOUN.fullmatch(part) and not self.subjects.mentions(fold(part))]


def _why_not_them(folded: str, mention: Mention, mentions: tuple[Mention, ...]) -> str:
    """Return the words that make of a name another one or an exception, or "" where it stands for itself.

    児童 is not named by 児童相談所, nor 保護者 by 被保護者, by 保護者以外の者 or by what explains another word in
    parentheses.
    """
    excepted = _NOT_THEM.match(folded, mention.end)
    if excepted:
        return folded[mention.start : excepted.end()]
    before, after = letters_around(folded, mention, mentions)
    if not (_PREFIX.fullmatch(before) and _SUFFIX.fullmatch(after)):
        return before + folded[mention.start : mention.end] + after
    return next((folded[begin : end + 1] for begin, end in parentheses(folded) if begin < mention.start < end), "")
