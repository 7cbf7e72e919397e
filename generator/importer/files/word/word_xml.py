"""Looks into the XML of a Word document, and what its styles say of its paragraphs and runs."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement

from generator.japanese.fold import without_space
from generator.japanese.private_use import without_unseen

Element: TypeAlias = BaseOxmlElement

_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
}
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off", "none"})
# The elements that hold the characters of a document.
TEXTS: Final = frozenset({"w:t", "w:delText", "m:t"})
_MOST_ANCESTORS: Final = 20
# Half the points of a letter where nothing says them.
_USUAL_SIZE: Final = 20
_TWIPS: Final = 10
_CHARACTERS: Final = 100


def name_of(element: Element) -> str:
    """Return the name of ``element`` with its usual prefix; nothing for what is no element, such as a comment."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], '?')}:{local}"


def children(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield the elements in ``element``, each with its name."""
    for child in element:
        name = name_of(child)
        if name:
            yield name, child


def through(element: Element, wanted: Collection[str], wrappers: Collection[str]) -> Iterator[tuple[str, Element]]:
    """Yield the elements called as ``wanted``, with their names, in ``element`` or in the ``wrappers`` there."""
    for name, child in children(element):
        if name in wanted:
            yield name, child
        elif name in wrappers:
            yield from through(child, wanted, wrappers)


def down(element: Element | None, *names: str) -> Element | None:
    """Return what the path of ``names`` leads to from ``element``, or None."""
    for name in names:
        if element is None:
            return None
        element = next((child for found, child in children(element) if found == name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Return the attribute ``name`` of Word's own of ``element``, or None where there is none."""
    if element is None:
        return None
    value = element.get(_W + name)
    return None if value is None else str(value)


def hides_in_white(run: Element | None, paragraph: Element | None) -> bool:
    """Tell whether the properties of a run say that it is white, and none of these that something else lies behind."""
    color = down(run, "w:color")
    grounds = (down(run, "w:shd"), down(run, "w:highlight"), down(paragraph, "w:shd"))
    behind = {(attribute(ground, "fill") or attribute(ground) or "").lower() for ground in grounds}
    is_white = (attribute(color) or "").upper() == "FFFFFF" or attribute(color, "themeColor") in {"background1", "bg1"}
    return is_white and behind <= {"", "auto", "none", "clear", "nil", "white", "ffffff"}


def number(element: Element | None, name: str = "val") -> int | None:
    """Return the whole number in the attribute ``name`` of ``element``, or None where there is none."""
    value = attribute(element, name)
    try:
        return None if value is None else round(float(value))
    except (ValueError, OverflowError):
        return None


def switch(element: Element | None) -> bool | None:
    """Tell whether ``element`` switches its property on, or off, or is None."""
    return None if element is None else attribute(element) not in _OFF


def read_characters(element: Element) -> str:
    """Return the characters that stand in ``element`` itself, on whatever sides of a comment, and can be seen."""
    return without_unseen("".join([element.text or "", *(child.tail or "" for child in element)]))


def collect_text(element: Element) -> str:
    """Return the characters in ``element``, as it stands, without those that it holds twice."""
    return "".join(_collect_texts(element))


def count_letters(element: Element) -> Counter[str]:
    """Return how often each character stands in ``element``, without white space: a plain walk, of all there is."""
    return Counter(without_space(collect_text(element)))


def choose_alternative(element: Element) -> tuple[Element | None, tuple[Element, ...]]:
    """Return which of the alternatives in ``element`` is printed, and the others that say something else.

    Word writes a text box twice, for itself and for its versions of before 2010.
    """
    every = [child for _, child in children(element)]
    first = every[0] if every else None
    told = without_space(collect_text(first)) if first is not None else ""
    return first, tuple(other for other in every[1:] if without_space(collect_text(other)) not in {"", told})


def _collect_texts(element: Element) -> Iterator[str]:
    name = name_of(element)
    if name in TEXTS:
        yield read_characters(element)
    elif name == "mc:AlternateContent":
        first, others = choose_alternative(element)
        for one in (first, *others) if first is not None else ():
            yield from _collect_texts(one)
    elif name:
        for _, child in children(element):
            yield from _collect_texts(child)


class Styles:
    """The styles of a document by their names."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles in ``root``; without one there are none."""
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        for name, style in children(root) if root is not None else ():
            key = attribute(style, "styleId")
            if name == "w:style" and key is not None:
                self._styles[key] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                    self._default = key
        self._em = _TWIPS * self._find_size(root)

    def of(self, paragraph: Element) -> list[tuple[str, Element]]:
        """Return the names and styles that ``paragraph`` is set in, its own first, then what that is based on."""
        key = attribute(down(paragraph, "w:pPr", "w:pStyle"))
        return list(self._follow_chain(self._default if key is None or key not in self._styles else key))

    def style(self, key: str) -> Element | None:
        """Return the style called ``key``."""
        return self._styles.get(key)

    def hides(self, paragraph: Element, properties: Element | None) -> bool:
        """Tell whether what has the ``properties`` of a run in ``paragraph`` is hidden text."""
        return self._is_on("w:vanish", paragraph, properties)

    def strikes(self, paragraph: Element, properties: Element | None) -> bool:
        """Tell whether what has the ``properties`` of a run in ``paragraph`` is struck out, by one line or two."""
        return any(self._is_on(name, paragraph, properties) for name in ("w:strike", "w:dstrike"))

    def _is_on(self, name: str, paragraph: Element, properties: Element | None) -> bool:
        own = switch(down(properties, name))
        if own is not None:
            return own
        of_run = self._read_switch(name, self._follow_chain(attribute(down(properties, "w:rStyle"))))
        return of_run != self._read_switch(name, self.of(paragraph))

    def measure_indents(self, paragraph: Element, level: Element | None) -> tuple[float, float]:
        """Return where the first line of ``paragraph`` and the others begin, in ems; ``level`` is its numbering's."""
        sources = [down(paragraph, "w:pPr", "w:ind"), down(level, "w:pPr", "w:ind")]
        sources += [down(style, "w:pPr", "w:ind") for _, style in self.of(paragraph)]
        left = self._read_ems(sources, {"left": 1, "start": 1})
        first = self._read_ems(sources, {"firstLine": 1, "hanging": -1})
        return max(0.0, left + first), max(0.0, left)

    def _read_ems(self, sources: list[Element | None], names: dict[str, int]) -> float:
        """Return what the first of ``sources`` says by one of ``names``, each with the direction it goes in."""
        for source in sources:
            said = [one for name, way in names.items() if (one := self._read_indent(source, name, way)) is not None]
            if said:
                return next((one for one in said if one), 0.0)
        return 0.0

    def _read_indent(self, source: Element | None, name: str, way: int) -> float | None:
        letters, twips = number(source, f"{name}Chars"), number(source, name)
        if letters:
            return round(way * letters / _CHARACTERS, 2)
        return None if twips is None else round(way * twips / self._em, 2)

    def _follow_chain(self, key: str | None) -> Iterator[tuple[str, Element]]:
        for _ in range(_MOST_ANCESTORS):
            if key is None or key not in self._styles:
                return
            yield key, self._styles[key]
            key = attribute(down(self._styles[key], "w:basedOn"))

    def _read_switch(self, name: str, chain: Iterator[tuple[str, Element]] | list[tuple[str, Element]]) -> bool:
        said = (switch(down(style, "w:rPr", name)) for _, style in chain)
        return next((one for one in said if one is not None), False)

    def _find_size(self, root: Element | None) -> int:
        default = down(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz")
        sizes = [down(style, "w:rPr", "w:sz") for _, style in self._follow_chain(self._default)]
        return next((size for one in (*sizes, default) if (size := number(one))), _USUAL_SIZE)
