"""Names that the configuration and hand-written pages give, made text for a frame that prints them as they are.

Material's templates print a site's name, its description and the titles of its menu without escaping them. What is
escaped here once is Markup: a template that does escape leaves it as it is.
"""

from collections.abc import Iterable, MutableMapping
from typing import Any, Final

from markupsafe import Markup, escape

_NAMES: Final = ("site_name", "site_description", "site_author", "repo_name")
_NAMES_OF_A_PAGE: Final = ("title", "description", "author", "subtitle")


def escape_names(config: MutableMapping[str, Any], theme: MutableMapping[str, Any]) -> None:
    """Escape the names that ``config`` and its ``theme`` hold."""
    _escape(config, _NAMES)
    palette = theme.get("palette")
    for scheme in palette if isinstance(palette, list) else ():
        if isinstance(scheme.get("toggle"), dict):
            _escape(scheme["toggle"], ("name",))


def escape_titles(items: Iterable[Any]) -> None:
    """Escape the titles that ``nav`` gives to ``items``: pages, links and groups of them."""
    for item in items:
        if item.title is not None:
            item.title = escape(item.title)
        escape_titles(item.children or ())


def escape_meta(meta: MutableMapping[str, Any]) -> None:
    """Escape what a hand-written page says of itself before its text."""
    _escape(meta, _NAMES_OF_A_PAGE)


def as_markup(title: Any) -> Any:  # noqa: ANN401 - a page may have none
    """Return ``title``, which MkDocs has made HTML of a heading or has from here, so that nobody escapes it again."""
    return Markup(title) if isinstance(title, str) else title  # noqa: S704 - without tags, and escaped


def _escape(names: MutableMapping[str, Any], keys: Iterable[str]) -> None:
    for key in keys:
        if key in names and names[key] is not None:
            names[key] = escape(names[key])
