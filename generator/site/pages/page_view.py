"""A page before it is HTML: where it is, what it is called, and the view its template is given."""

from dataclasses import dataclass
from typing import Any, Final

from generator.site.pages.parts import Link

# Every template gives its h1 this id: the frame's skip link leads there.
TITLE_ANCHOR: Final = "title"


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    text: str
    anchor: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class PageView:
    """A page: ``view`` is all that ``template`` is given, ``crumbs`` the way down from home."""

    address: str
    title: str
    description: str
    template: str
    view: Any
    crumbs: tuple[Link, ...] = ()
    contents: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
