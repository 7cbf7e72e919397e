"""Which law a document's words mean: by its title, by a short name that the document gives it, or by 同条例.

A document says once 個人情報の保護に関する法律（以下「法」という。）and then 法, to the check as to the pages, the
review and the import. Where more than one law could be meant, none is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from generator.evidence.law_titles import (
    KIND_OF_WORD,
    NEAR,
    WORD,
    is_pointing,
    is_torn,
    kind_of_title,
    last_word,
    stands_alone,
    title_at_the_end,
)
from generator.evidence.paragraph_ends import PARAGRAPH_END, mark_paragraphs
from generator.japanese.fold import fold, fold_with_places
from generator.japanese.numerals import LAW_DIGIT
from generator.kinds.registered_law import RegisteredLaw
from generator.model.vocabulary import LAW_WORDS, LawKind

# The end of a law's name, or of the name of the law that it enforces: 個人情報保護条例施行規則.
_MENTION: Final = re.compile(f"{WORD}(?=第{LAW_DIGIT}+条|施行|[^第一-龠々ァ-ヶー]|$)")
_ENFORCING: Final = "施行"
_PARENTHESIS: Final = r"\((?:[^()]|\([^()]*\))*\)"
_PARENTHESES_AT_THE_END: Final = re.compile(rf"(?:{_PARENTHESIS}|〔[^〔〕]*〕|\[[^\[\]]*\])+$")
_ANOTHER_VERSION: Final = re.compile(r"\((?:旧|新|案|[^()]{0,20}(?:改正|廃止|施行)[前後][^()]{0,10})\)")
# （以下「法」という。）, （以下、法という。）, （以下この項において「法」という。）
_DEFINITION: Final = re.compile(
    r"\((?:[^()]|\([^()]*\))*?以下(?:([^「」『』()。]{0,15})[「『]([^「」『』]+)[」』]|[、,]?([^「」『』()、。]{1,15}?)(?=という|とする))([^()]{0,15})"
)
_OF_SEVERAL: Final = re.compile("これら|それぞれ|総[称じ]|[合併]せて|あわせて|両")
_QUOTED: Final = re.compile("[「『【“]([^「」『』【】“”]*)[」』】”]$")
_SAME: Final = re.compile(f"同({WORD})$")
# A name may begin in the line before: 世田谷区情報公開 and then 条例第12条.
_UNFINISHED: Final = re.compile(
    f"(?:[のたな]|する|[一-龠]{{2}}[区市町村都府県]|[区市町村都府県][一-龠々ァ-ヶー・]{{2,20}}){PARAGRAPH_END}$"
)
_NO_BEGINNING: Final = ("関する", "係る", "伴う")
# 条例の第12条, 条例中第12条
_LINKED: Final = re.compile(f"(?:{WORD}|[」』)])[の中]$")
# No name with its parentheses is longer; what stands further before an article is not read for it again and again.
_WINDOW: Final = 400
_DOCUMENTS_REMEMBERED: Final = 50


class LawName(NamedTuple):
    """A law as words name it: ``law`` is None where it may be more than one; the name begins at ``start``."""

    law: str | None
    start: int


@dataclass(frozen=True, eq=False)
class LawNames:
    """What the words of one document, its ``text``, call the laws they name.

    A law is told from others by its folded title. ``registered`` are those that the consultations of the document's
    meeting may cite, ``defined`` the short names the document gives, each with its law or with None where it gives it
    to several; ``named`` are the laws that it names by their titles, also those that are not registered.
    """

    registered: tuple[RegisteredLaw, ...] = ()
    defined: Mapping[str, str | None] | None = None
    named: frozenset[str] = frozenset()
    text: str = ""

    def is_registered(self, law: str) -> bool:
        """Tell whether ``law`` is registered."""
        return any(fold(each.name) == law for each in self.registered)

    def title_of(self, law: str) -> str:
        """Return the title of ``law`` as it is registered, or else as the document prints it."""
        registered = (each.name for each in self.registered if fold(each.name) == law)
        return next(registered, None) or self._print(law)

    def _print(self, law: str) -> str:
        if law not in self.named:
            return law
        folded = fold_with_places(mark_paragraphs(self.text))
        start = folded.text.index(law)
        span = folded.span(start, start + len(law))
        return "".join(self.text[span.start : span.end].split())

    def name_before(self, folded: str, end: int) -> LawName | None:
        """Return the law whose name ends at ``end`` in ``folded``, perhaps with parentheses behind it; None if none."""
        first = max(0, end - _WINDOW)
        head = folded[first:end]
        head = head[:-1] if _LINKED.search(head[-NEAR:]) else head
        closing = _PARENTHESES_AT_THE_END.search(head)
        head, parentheses = (head[: closing.start()], closing.group()) if closing else (head, "")
        quoted = _QUOTED.search(head)
        name = self._read(quoted.group(1), head[: quoted.start()]) if quoted else self._read(head, head)
        if name is None:
            return None
        opening = _PARENTHESES_AT_THE_END.search(head[: name.start])
        another = _ANOTHER_VERSION.search((opening.group() if opening else "") + parentheses)
        return LawName(None if another else name.law, first + name.start + (quoted.start(1) if quoted else 0))

    def _read(self, head: str, before: str) -> LawName | None:
        name = self._read_line(head, before)
        if name is None or not head[: name.start].endswith(PARAGRAPH_END):
            return name
        end = name.start - len(PARAGRAPH_END)
        whole = self._read_spelling(head[:end] + head[name.start :])
        if whole is not None and whole.start < end:
            return whole
        unfinished = _UNFINISHED.search(head[: name.start]) or head.startswith(_NO_BEGINNING, name.start)
        return LawName(None, name.start) if unfinished else name

    def _read_line(self, head: str, before: str) -> LawName | None:
        spelled = self._read_spelling(head)
        if spelled is not None:
            return spelled
        same = _SAME.search(head, max(0, len(head) - NEAR))
        if same is not None:
            return LawName(self._last_named(before[: same.start()], same.group(1)), same.start())
        return self._read_unregistered(head)

    def _read_spelling(self, head: str) -> LawName | None:
        for spelling, law in self._spellings:
            start = len(head) - len(spelling)
            if head.endswith(spelling) and stands_alone(head, spelling):
                return LawName(law, start)
        return None

    def _read_unregistered(self, head: str) -> LawName | None:
        word = last_word(head)
        if word is None:
            return None
        name = word if stands_alone(head, word) else title_at_the_end(head)
        law = self._meant_by(word) if name == word else None if is_pointing(name) or is_torn(head, name) else name
        return LawName(law, len(head) - len(name))

    def _last_named(self, before: str, word: str) -> str | None:
        """Return the law of the kind that ``word`` names which ``before`` names last, or the only one there is."""
        for mention in reversed(list(_MENTION.finditer(before))):
            if mention.group() in LAW_WORDS[KIND_OF_WORD[word]]:
                head = before[: mention.end()]
                enforced = before.startswith(_ENFORCING, mention.end())
                name = self._read_spelling(head) or LawName(None, 0) if enforced else self._read(head, "")
                if name is not None:
                    return name.law
        return self._meant_by(word)

    def _meant_by(self, word: str) -> str | None:
        return self.law_meant_by(KIND_OF_WORD[word])

    def law_meant_by(self, kind: LawKind) -> str | None:
        """Return what the word for ``kind`` alone means: the only law that is named, or may be called so unsaid."""
        named = {law for law in self.named if kind_of_title(law) is kind}
        laws = [law for law in self.registered if law.kind is kind]
        possible = named | {fold(law.name) for law in laws if law.is_called_by_its_kind}
        meant = next(iter(possible)) if len(possible) == 1 else None
        return meant if meant is None or not laws or self.is_registered(meant) else None

    @cached_property
    def _spellings(self) -> tuple[tuple[str, str | None], ...]:
        """Every name with its law, the longest first; what the document says comes before what is registered."""
        names: dict[str, str | None] = {}
        for law in self.registered:
            for title in {fold(title) for title in law.titles} - KIND_OF_WORD.keys():
                names[title] = None if title in names and names[title] != fold(law.name) else fold(law.name)
        names.update(self.defined or {})
        return tuple(sorted(names.items(), key=lambda pair: len(pair[0]), reverse=True))


@lru_cache(_DOCUMENTS_REMEMBERED)
def read_law_names(text: str, registered: tuple[RegisteredLaw, ...]) -> LawNames:
    """Return what the document ``text`` calls laws; ``registered`` are those its consultation may cite."""
    folded = fold(mark_paragraphs(text))
    names = LawNames(registered)
    defined: dict[str, str | None] = {}
    first_defined: dict[str, int] = {}
    for short, law, _, end in _definitions(folded, names):
        defined[short] = law if defined.get(short, law) == law else None
        first_defined.setdefault(short, end)
    named = frozenset(_titles(folded, LawNames(registered, defined)))
    undefined = LawNames(registered, {}, named)
    for short, end in first_defined.items():
        if _means_another_before(short, defined[short], folded[:end], undefined):
            defined[short] = None
    return LawNames(registered, defined, named, text)


def _means_another_before(short: str, law: str | None, before: str, names: LawNames) -> bool:
    """Tell whether ``before``, where ``short`` is not defined yet, cites by it what may be another law."""
    cited = (each.end() for each in re.finditer(f"{re.escape(short)}(?=第{LAW_DIGIT})", before))
    called = (name for end in cited if (name := names.name_before(before, end)) and end - name.start == len(short))
    return any(name.law not in (law, short) for name in called)


def _definitions(folded: str, names: LawNames) -> Iterator[tuple[str, str | None, int, int]]:
    """Yield each short name that ``folded`` gives a law, the law (None for several), and where its title stands."""
    for match in _DEFINITION.finditer(folded):
        name = names.name_before(folded, match.start())
        if name is not None and name.law is not None:
            law = None if _OF_SEVERAL.search(match.expand(r"\1\4")) else name.law
            yield match.group(2) or match.group(3), law, name.start, match.start()


def _titles(folded: str, names: LawNames) -> Iterator[str]:
    """Yield each law that ``folded`` names by more than a short name."""
    for mention in _MENTION.finditer(folded):
        enforced = folded.startswith(_ENFORCING, mention.end())
        name = None if enforced else names.name_before(folded, mention.end())
        if name is not None and name.law is not None and folded[name.start : mention.end()] == name.law:
            yield name.law
