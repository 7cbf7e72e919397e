"""What the styles of a Word document say of its paragraphs and runs."""

from collections.abc import Iterator
from typing import Final

from generator.importer.files.word.xml import Element, attribute, children, down, number, switch

_MOST_ANCESTORS: Final = 20
# Half the points of a letter where nothing says them.
_USUAL_SIZE: Final = 20
_TWIPS: Final = 10
_CHARACTERS: Final = 100


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
        self._em = _TWIPS * self._size(root)

    def of(self, paragraph: Element) -> list[tuple[str, Element]]:
        """Return the names and styles that ``paragraph`` is set in, its own first, then what that is based on."""
        key = attribute(down(paragraph, "w:pPr", "w:pStyle"))
        return list(self._chain(self._default if key is None or key not in self._styles else key))

    def style(self, key: str) -> Element | None:
        """Return the style called ``key``."""
        return self._styles.get(key)

    def hides(self, paragraph: Element, properties: Element | None) -> bool:
        """Tell whether what has the ``properties`` of a run in ``paragraph`` is hidden text."""
        own = switch(down(properties, "w:vanish"))
        if own is not None:
            return own
        of_run = self._says_hidden(self._chain(attribute(down(properties, "w:rStyle"))))
        return of_run != self._says_hidden(self.of(paragraph))

    def indents(self, paragraph: Element, level: Element | None) -> tuple[float, float]:
        """Return where the first line of ``paragraph`` and the others begin, in ems; ``level`` is its numbering's."""
        sources = [down(paragraph, "w:pPr", "w:ind"), down(level, "w:pPr", "w:ind")]
        sources += [down(style, "w:pPr", "w:ind") for _, style in self.of(paragraph)]
        left = self._ems(sources, {"left": 1, "start": 1})
        first = self._ems(sources, {"firstLine": 1, "hanging": -1})
        return max(0.0, left + first), max(0.0, left)

    def _ems(self, sources: list[Element | None], names: dict[str, int]) -> float:
        """Return what the first of ``sources`` says by one of ``names``, each with the direction it goes in."""
        for source in sources:
            said = [one for name, way in names.items() if (one := self._said(source, name, way)) is not None]
            if said:
                return next((one for one in said if one), 0.0)
        return 0.0

    def _said(self, source: Element | None, name: str, way: int) -> float | None:
        letters, twips = number(source, f"{name}Chars"), number(source, name)
        if letters:
            return round(way * letters / _CHARACTERS, 2)
        return None if twips is None else round(way * twips / self._em, 2)

    def _chain(self, key: str | None) -> Iterator[tuple[str, Element]]:
        for _ in range(_MOST_ANCESTORS):
            if key is None or key not in self._styles:
                return
            yield key, self._styles[key]
            key = attribute(down(self._styles[key], "w:basedOn"))

    def _says_hidden(self, chain: Iterator[tuple[str, Element]] | list[tuple[str, Element]]) -> bool:
        said = (switch(down(style, "w:rPr", "w:vanish")) for _, style in chain)
        return next((one for one in said if one is not None), False)

    def _size(self, root: Element | None) -> int:
        default = down(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz")
        sizes = [down(style, "w:rPr", "w:sz") for _, style in self._chain(self._default)]
        return next((size for one in (*sizes, default) if (size := number(one))), _USUAL_SIZE)
