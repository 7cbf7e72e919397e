"""Reads the HTML of the site, with nothing but the standard library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass(eq=False)
class Element:
    """An element of a page: what it contains is elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Element"]:
        """Yield this element and all within it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def all(self, *tags: str, **attributes: str) -> list["Element"]:
        """All elements within that have one of ``tags`` and these attributes; a class is one of several."""
        return [
            element
            for element in self
            if (not tags or element.tag in tags)
            and all(element.has(_name(name), value) for name, value in attributes.items())
        ]

    def has(self, name: str, value: str) -> bool:
        """Tell whether the attribute ``name`` holds the word ``value``, or is there at all where that is empty."""
        return name in self.attributes and (not value or value in self.attributes[name].split())

    def one(self, *tags: str, **attributes: str) -> "Element":
        """The only such element."""
        [element] = self.all(*tags, **attributes)
        return element

    @property
    def text(self) -> str:
        """The text within, each run of white space one space."""
        return " ".join(self.raw_text.split())

    @property
    def raw_text(self) -> str:
        """The text within, as it stands."""
        return "".join(child if isinstance(child, str) else child.raw_text for child in self.children)

    @property
    def links(self) -> dict[str, str]:
        """Where the words of each link within lead."""
        return {link.text: link.attributes["href"] for link in self.all("a") if "href" in link.attributes}


def _name(keyword: str) -> str:
    return keyword.removesuffix("_").replace("_", "-")


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        closed = self.open.pop()
        if closed.tag != tag:
            message = f"line {self.getpos()[0]}: </{tag}> closes <{closed.tag}>"
            raise ValueError(message)

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """Read ``html``. Raises ValueError where an element is not closed where it should be."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if len(builder.open) > 1:
        message = f"not closed: {[element.tag for element in builder.open[1:]]}"
        raise ValueError(message)
    return builder.open[0]


@cache
def page(folder: Path, address: str) -> Element:
    """The page at ``address`` of the site in ``folder``."""
    file = folder / address
    return parse((file / "index.html" if address.endswith("/") or not address else file).read_text(encoding="utf-8"))


def body_of(folder: Path, address: str) -> Element:
    """What a page holds beside the frame."""
    return page(folder, address).one("article", class_="md-content__inner")


def html_files(folder: Path) -> list[Path]:
    """All pages of the site in ``folder``."""
    return sorted(folder.rglob("*.html"))
