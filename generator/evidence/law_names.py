"""Which law a document's words mean: by its title, by a short name that the document gives it, or by 同条例.

A document says once 個人情報の保護に関する法律（以下「法」という。）and then 法, to the check as to the pages, the
review and the import. Where more than one law could be meant, none is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from generator.japanese.fold import fold, fold_with_places
from generator.kinds.registered_law import RegisteredLaw
from generator.model.vocabulary import LawKind

# What stands for the end of a paragraph in folded text, where a line break would be gone: no name goes on over it.
PARAGRAPH_END: Final = "␤"

# The words that titles of each kind end in; documents also use them alone. The longer come first.
_WORDS: Final[Mapping[LawKind, tuple[str, ...]]] = {
    LawKind.ORDINANCE: ("条例",),
    LawKind.ACT: ("法律", "法"),
    LawKind.CABINET_ORDER: ("政令", "令"),
    LawKind.MINISTERIAL_ORDER: ("省令", "府令"),
    LawKind.RULE: ("規則",),
    LawKind.REGULATION: ("規程",),
    LawKind.GUIDELINE: ("要綱", "要領"),
}
_KIND_OF: Final = {word: kind for kind, words in _WORDS.items() for word in words}
_WORD: Final = f"(?:{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})"
_NO_LAW: Final = re.compile("(?:方法|手法|用法|作法|療法|司法|寸法|技法|製法|工法|文法|命令|指令|辞令|号令)$")
_NOT_IN_A_NAME: Final = f"、。,.「」『』()\\[\\]{{}}《》〈〉【】:;/{PARAGRAPH_END}\\s"
_LIKE_A_NAME: Final = re.compile(f"[^{_NOT_IN_A_NAME}]*?({_WORD})$")
_MENTION: Final = re.compile(f"[^{_NOT_IN_A_NAME}]*?{_WORD}(?=第[0-9]|[^一-龠々ァ-ヶー]|$)")
# Where the words before a name leave off.
_BETWEEN: Final = "及び|並びに|又は|若しくは|かつ|また|なお|ただし|において|について|により|に基づき|から|[はが]"
_JOINING: Final = re.compile(f".*(?:{_BETWEEN})(?=.)")
_PARENTHESIS: Final = r"\((?:[^()]|\([^()]*\))*\)"
_PARENTHESES_AT_THE_END: Final = re.compile(f"(?:{_PARENTHESIS})+$")
_DEFINITION: Final = re.compile(r"\((?:[^()]|\([^()]*\))*?以下(?:、|,)?(?:単に|総じて)?「([^「」]+)」")
_QUOTED: Final = re.compile("「([^「」]*)」$")
_SAME: Final = re.compile(f"同({_WORD})$")
_POINTING: Final = re.compile(f"(?:[同本当該此]|この|その|当該){_WORD}$")
# A short word such as 条例 is a name by itself only where what stands before it cannot belong to a longer one.
_BEFORE_A_SHORT_NAME: Final = re.compile(rf"(?:^|[^\w]|{_BETWEEN}|[をにで]|[条項号][とや])$")
_BEFORE_A_TITLE: Final = re.compile("(?:^|[^0-9a-z一-龠々〆ァ-ヶー])$")
_AFTER_A_LABEL: Final = re.compile(r"^([ \t\u3000]*[^\s]{1,4})[ \t\u3000]", re.MULTILINE)
_LONG: Final = 6
# No name with its parentheses is longer; what stands further before an article is not read for it again and again.
_WINDOW: Final = 400
_DOCUMENTS_REMEMBERED: Final = 50


class LawName(NamedTuple):
    """A law as words name it: ``law`` is None where it may be more than one; the name begins at ``start``."""

    law: str | None
    start: int


@dataclass(frozen=True, eq=False)
class LawNames:
    """What the words of one document call the laws they name.

    A law is told from others by its folded title. ``registered`` are those that the consultations of the document's
    meeting may cite, ``defined`` the short names the document gives, each with its law or with None where it gives it
    to several; ``printed`` are the titles as they are printed, by law, also of laws that are not registered.
    """

    registered: tuple[RegisteredLaw, ...] = ()
    defined: Mapping[str, str | None] | None = None
    printed: Mapping[str, str] | None = None

    def is_registered(self, law: str) -> bool:
        """Tell whether ``law`` is registered."""
        return any(fold(each.name) == law for each in self.registered)

    def title_of(self, law: str) -> str:
        """Return the title of ``law`` as it is registered, or else as the document prints it."""
        registered = (each.name for each in self.registered if fold(each.name) == law)
        return next(registered, (self.printed or {}).get(law, law))

    def name_before(self, folded: str, end: int) -> LawName | None:
        """Return the law whose name ends at ``end`` in ``folded``, perhaps with parentheses behind it; None if none."""
        first = max(0, end - _WINDOW)
        head = folded[first:end]
        closing = _PARENTHESES_AT_THE_END.search(head)
        head = head[: closing.start()] if closing else head
        quoted = _QUOTED.search(head)
        name = self._read(quoted.group(1), head[: quoted.start()]) if quoted else self._read(head, head)
        if name is None:
            return None
        return LawName(name.law, first + name.start + (quoted.start(1) if quoted else 0))

    def _read(self, head: str, before: str) -> LawName | None:
        for spelling, law in self._spellings:
            if head.endswith(spelling):
                start = len(head) - len(spelling)
                if _stands_alone(head, start, spelling):
                    return LawName(law, start)
        same = _SAME.search(head)
        if same is not None:
            return LawName(self._last_named(before[: same.start()], same.group(1)), same.start())
        return self._read_unregistered(head)

    def _read_unregistered(self, head: str) -> LawName | None:
        like = _LIKE_A_NAME.search(head)
        if like is None or _NO_LAW.search(like.group()):
            return None
        word = like.group(1)
        if _stands_alone(head, like.start(1), word):
            return LawName(self._only_one(word), like.start(1))
        joining = _JOINING.match(like.group())
        start = like.start() + (joining.end() if joining else 0)
        name = head[start:]
        return LawName(None if _POINTING.fullmatch(name) else name, start)

    def _last_named(self, before: str, word: str) -> str | None:
        """Return the law of the kind that ``word`` names which ``before`` names last, or the only one there is."""
        named = [
            name.law
            for mention in _MENTION.finditer(before)
            if mention.group().endswith(word) and (name := self._read(before[: mention.end()], "")) and name.law
        ]
        return named[-1] if named else self._only_one(word)

    def _only_one(self, word: str) -> str | None:
        return self.law_meant_by(_KIND_OF[word])

    def law_meant_by(self, kind: LawKind) -> str | None:
        """Return the only law of ``kind`` there can be: of the ordinances also one that the document never names."""
        named = {law for law in self.printed or () if _kind_of_title(law) is kind}
        known = {fold(law.name) for law in self.registered if law.kind is kind}
        possible = named | known if kind is LawKind.ORDINANCE else named
        return next(iter(possible)) if len(possible) == 1 else None

    @cached_property
    def _spellings(self) -> tuple[tuple[str, str | None], ...]:
        """Every name with its law, the longest first; what the document says comes before what is registered."""
        names: dict[str, str | None] = {}
        for law in self.registered:
            for title in map(fold, law.titles):
                names[title] = None if title in names and names[title] != fold(law.name) else fold(law.name)
        names.update(self.defined or {})
        return tuple(sorted(names.items(), key=lambda pair: len(pair[0]), reverse=True))


def kind_of_title(title: str) -> LawKind:
    """Return the kind of law that the end of ``title`` says."""
    return _kind_of_title(fold(title)) or LawKind.OTHER


def _kind_of_title(folded: str) -> LawKind | None:
    ending = re.search(f"{_WORD}$", folded)
    return _KIND_OF[ending.group()] if ending else None


def mark_paragraphs(text: str) -> str:
    """Return ``text`` with its paragraphs' ends marked, character for character in the same places.

    A label before a paragraph's words is marked off too: イ 条例第９条 is no law called イ条例.
    """
    return _AFTER_A_LABEL.sub(rf"\1{PARAGRAPH_END}", text).replace("\n", PARAGRAPH_END)


@lru_cache(_DOCUMENTS_REMEMBERED)
def read_law_names(text: str, registered: tuple[RegisteredLaw, ...]) -> LawNames:
    """Return what the document ``text`` calls laws; ``registered`` are those its consultation may cite."""
    folded = fold_with_places(mark_paragraphs(text))
    names = LawNames(registered)
    defined: dict[str, str | None] = {}
    for short, law, _, _ in _definitions(folded.text, names):
        defined[short] = law if defined.get(short, law) == law else None
    names = LawNames(registered, defined)
    printed: dict[str, str] = {}
    for law, start, end in _titles(folded.text, names):
        span = folded.span(start, end)
        printed.setdefault(law, "".join(text[span.start : span.end].split()))
    return LawNames(registered, defined, printed)


def _definitions(folded: str, names: LawNames) -> Iterator[tuple[str, str, int, int]]:
    """Yield each short name that ``folded`` gives a law, the law, and where its title stands."""
    for match in _DEFINITION.finditer(folded):
        name = names.name_before(folded, match.start())
        if name is not None and name.law is not None:
            yield match.group(1), name.law, name.start, match.start()


def _titles(folded: str, names: LawNames) -> Iterator[tuple[str, int, int]]:
    """Yield each law that ``folded`` names by more than a short name, and where."""
    for mention in _MENTION.finditer(folded):
        name = names.name_before(folded, mention.end())
        if name is not None and name.law is not None and folded[name.start : mention.end()] == name.law:
            yield name.law, name.start, mention.end()


def _stands_alone(head: str, start: int, spelling: str) -> bool:
    before = _BEFORE_A_TITLE if len(spelling) >= _LONG else _BEFORE_A_SHORT_NAME
    return before.search(head[:start]) is not None
