"""What may stand under ``theme``: Material with the archive's own folder over it, and what asks no other host."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.problems import Problem
from generator.site.configuration.expectations import deny, either, line, list_of, mapping, one_of
from generator.site.configuration.placed_values import Said
from generator.store.scalars import short

_ICON_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")
_ICONS_PAGE: Final = "https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/"
_IMAGE_PATH: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_./-]*\.(svg|png|jpg|jpeg|webp|ico)")
_NO_FONT: Final = "ほかの書体は、見た人のブラウザがほかの会社のサーバーに取りに行くため、使えません。"

# https://squidfunk.github.io/mkdocs-material/setup/changing-the-colors/
_COLOURS: Final = (
    *("red", "pink", "purple", "deep purple", "indigo", "blue", "light blue", "cyan", "teal", "green", "light green"),
    *("lime", "yellow", "amber", "orange", "deep orange", "brown", "grey", "blue grey", "black", "white", "custom"),
)
# https://squidfunk.github.io/mkdocs-material/setup/setting-up-navigation/, those that change something in this site.
_FEATURES: Final = (
    *("announce.dismiss", "content.code.copy", "content.code.select", "content.tooltips", "header.autohide"),
    *("navigation.expand", "navigation.indexes", "navigation.path", "navigation.prune", "navigation.sections"),
    *("navigation.tabs", "navigation.tabs.sticky", "navigation.top", "navigation.tracking"),
    *("toc.follow", "toc.integrate"),
)


@cache
def _icons_folder() -> Path | None:
    material = find_spec("material")
    return Path(next(iter(material.submodule_search_locations or ("",))), "templates/.icons") if material else None


def _icon(value: Said, key: str) -> Iterator[Problem]:
    problems = list(line(value, key))
    yield from problems
    folder = _icons_folder()
    if not problems and folder is not None:
        named = _ICON_NAME.fullmatch(value.value)
        if not named or not (folder / f"{value.value}.svg").is_file():
            remedy = f"material/archive-outline のような、{_ICONS_PAGE} にある名前を書いてください。"
            yield deny(value, key, f"「{short(value.value)}」という図はありません。", remedy)


def _image(value: Said, key: str) -> Iterator[Problem]:
    problems = list(line(value, key))
    yield from problems
    if not problems and (not _IMAGE_PATH.fullmatch(value.value) or ".." in value.value):
        remedy = "assets/logo.svg のように、内容のフォルダの中の画像を、半角の英数字で書いてください。"
        yield deny(value, key, f"「{short(value.value)}」は画像のファイルの名前ではありません。", remedy)


def _font(value: Said, key: str) -> Iterator[Problem]:
    if value.value is not False:
        yield deny(value, key, f"false だけが書けます。{_NO_FONT}", "font: false と書いてください。")


_SCHEME: Final = mapping(
    {
        "media": one_of("(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"),
        "scheme": one_of("default", "slate"),
        "primary": one_of(*_COLOURS),
        "accent": one_of(*_COLOURS),
        "toggle": mapping({"icon": _icon, "name": line}, required=("icon", "name")),
    }
)

THEME: Final = mapping(
    {
        "name": one_of("material"),
        "custom_dir": line,
        "language": one_of("ja"),
        "font": _font,
        "features": list_of(one_of(*_FEATURES)),
        "icon": mapping({"logo": _icon, "menu": _icon, "close": _icon, "top": _icon, "repo": _icon}),
        "logo": _image,
        "favicon": _image,
        "palette": either(list_of(_SCHEME), _SCHEME),
    },
    required=("name", "custom_dir", "font"),
)
