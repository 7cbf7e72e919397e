"""Looks into the XML of a Word document."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement

from generator.japanese.fold import without_space

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


def characters(element: Element) -> str:
    """Return the characters that stand in ``element`` itself, on whatever sides of a comment."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def text_of(element: Element) -> str:
    """Return the characters in ``element``, as it stands, without those that it holds twice."""
    return "".join(_texts(element))


def letters_in(element: Element) -> Counter[str]:
    """Return how often each character stands in ``element``, without white space: a plain walk, of all there is."""
    return Counter(without_space(text_of(element)))


def alternatives(element: Element) -> tuple[Element | None, tuple[Element, ...]]:
    """Return which of the alternatives in ``element`` is printed, and the others that say something else.

    Word writes a text box twice, for itself and for its versions of before 2010.
    """
    every = [child for _, child in children(element)]
    first = every[0] if every else None
    told = without_space(text_of(first)) if first is not None else ""
    return first, tuple(other for other in every[1:] if without_space(text_of(other)) not in {"", told})


def _texts(element: Element) -> Iterator[str]:
    name = name_of(element)
    if name in TEXTS:
        yield characters(element)
    elif name == "mc:AlternateContent":
        first, others = alternatives(element)
        for one in (first, *others) if first is not None else ():
            yield from _texts(one)
    elif name:
        for _, child in children(element):
            yield from _texts(child)
