"""Every key that site_config.yml may have, and why others that MkDocs knows are none of ours.

MkDocs' own schema is in mkdocs.config.defaults. What it knows and is not known here runs code, asks other hosts,
changes published addresses, or shows nowhere in this site.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.model.web_address import is_host
from generator.problems import Problem
from generator.site.configuration.expectations import (
    Expectation,
    address,
    deny,
    line,
    lines,
    list_of,
    mapping,
    meet,
    one_key,
    one_of,
    web_address,
)
from generator.site.configuration.inheriting import PARENT_KEY
from generator.site.configuration.known_options import plugins
from generator.site.configuration.known_theme_keys import THEME
from generator.site.configuration.page_tree import page_tree
from generator.site.configuration.placed_values import Said, Sort
from generator.store.scalars import short

_CODE: Final = "設定ファイルからプログラムは動かせません。"
_THEME: Final = "見た目や動きは、フォルダ theme/ のファイルで変えられます。"
_SHOWN_NOWHERE: Final = "このサイトのどこにも出ません。"
_THIRD_PARTY: Final = "見た人のブラウザが、ほかの会社のサーバーに問い合わせるためです。"
_GH_DEPLOY: Final = "mkdocs gh-deploy では公開しません。"

_REFUSED: Final = {
    "hooks": _CODE,
    "mdx_configs": "markdown_extensions に書きます。",
    "extra_javascript": _THEME,
    "extra_css": _THEME,
    "extra_templates": _THEME,
    "google_analytics": _THIRD_PARTY,
    "edit_uri": _SHOWN_NOWHERE,
    "edit_uri_template": _SHOWN_NOWHERE,
    "pages": "nav に書きます。",
    "remote_branch": _GH_DEPLOY,
    "remote_name": _GH_DEPLOY,
}
_REFUSED_EXTRAS: Final = {
    "analytics": _THIRD_PARTY,
    "polyfills": _THEME,
    "consent": "このサイトは Cookie を使いません。",
    "social": _SHOWN_NOWHERE,
    "generator": _SHOWN_NOWHERE,
}
# Extensions of Markdown that read no other file and ask no host, with the options they may have.
_EXTENSIONS: Final[dict[str, dict[str, Expectation]]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {},
    "toc": {"permalink": one_of("true", "false")},
}
_LAST_PORT: Final = 65535


def _site_address(value: Said, key: str) -> Iterator[Problem]:
    problems = list(web_address(value, key))
    yield from problems
    if not problems and ("?" in value.value or "#" in value.value):
        remedy = "https://www.city.setagaya.lg.jp/archive/ のように、「?」や「#」を付けずに書いてください。"
        yield deny(value, key, "サイトのアドレスに「?」や「#」は付けられません。", remedy)


def _repository_address(value: Said, key: str) -> Iterator[Problem]:
    problems = list(web_address(value, key))
    yield from problems
    # Material's script asks these hosts for stars and versions, from every page.
    if not problems and re.search(r"github\.com|gitlab", value.value, re.IGNORECASE):
        remedy = "この行を消し、リポジトリへのリンクは about.md に書いてください。"
        yield deny(value, key, f"「{short(value.value)}」は使えません。{_THIRD_PARTY}", remedy)


def _copyright(value: Said, key: str) -> Iterator[Problem]:
    if value.sort is not Sort.NOTHING:
        remedy = "利用の条件は content_licence に書き、この行は消してください。"
        yield deny(value, key, f"{_SHOWN_NOWHERE}ページの下の端には、利用の条件が出ます。", remedy)


def _server(value: Said, key: str) -> Iterator[Problem]:
    yield from address(_why_no_server, "127.0.0.1:8000 のように書くか、行ごと消してください。")(value, key)


def _why_no_server(text: str) -> str:
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
        return f"「:」の後に、{_LAST_PORT}までのポートの番号がありません"
    return "" if is_host(host) else f"「{host}」はサーバーの名前ではありません"


def _extensions(value: Said, key: str) -> Iterator[Problem]:
    for entry in value.value if value.sort is Sort.LIST else (value,):
        if entry.sort is Sort.MAPPING:
            if value.sort is Sort.LIST:
                yield from one_key(entry, key)
            for name, options in entry.value.items():
                yield from _extension(name, Said(entry.key_places[name], Sort.TEXT, name, {}), key)
                if name in _EXTENSIONS and options.sort is not Sort.NOTHING:
                    yield from meet(mapping(_EXTENSIONS[name]), options, f"{key}.{name}")
        elif entry.sort is Sort.TEXT and value.sort is Sort.LIST:
            yield from _extension(entry.value, entry, key)
        elif entry.sort is not Sort.REFUSED:
            remedy = "改行して「- attr_list」のように、1件ずつ書いてください。"
            yield deny(entry, key, f"拡張の名前の一覧で書きます（ここは{entry.sort}です）。", remedy)


def _extension(name: str, place: Said, key: str) -> Iterator[Problem]:
    if name not in _EXTENSIONS:
        remedy = f"消すか、次のどれかを書いてください: {'、'.join(_EXTENSIONS)}"
        yield deny(place, key, f"「{short(name)}」は使えません。拡張はプログラムです。", remedy)


_LEVEL: Final = one_of("warn", "info", "ignore")
_LEVEL_OF_ABSOLUTE_LINKS: Final = one_of("warn", "info", "ignore", "relative_to_docs")
_OF_NAV: Final = {"omitted_files": _LEVEL, "not_found": _LEVEL, "absolute_links": _LEVEL_OF_ABSOLUTE_LINKS}
_OF_LINKS: Final = {
    "not_found": _LEVEL,
    "absolute_links": _LEVEL_OF_ABSOLUTE_LINKS,
    "unrecognized_links": _LEVEL,
    "anchors": _LEVEL,
}

_KNOWN: Final[dict[str, Expectation]] = {
    "site_name": line,
    "site_description": line,
    "site_author": line,
    "site_url": _site_address,
    "docs_dir": line,
    "site_dir": line,
    "use_directory_urls": one_of("true"),
    "copyright": _copyright,
    "repo_url": _repository_address,
    "repo_name": line,
    "exclude_docs": lines,
    "draft_docs": lines,
    "not_in_nav": lines,
    "theme": THEME,
    "plugins": plugins,
    "nav": page_tree,
    "markdown_extensions": _extensions,
    "validation": mapping({"nav": mapping(_OF_NAV), "links": mapping(_OF_LINKS), **_OF_NAV, **_OF_LINKS}),
    "extra": mapping({"homepage": web_address}, refused=_REFUSED_EXTRAS),
    "strict": one_of("true", "false"),
    "dev_addr": _server,
    "watch": list_of(line),
}
_WHOLE: Final = mapping(
    _KNOWN, required=("site_name", "site_url", "docs_dir", "theme", "plugins", "nav"), refused=_REFUSED
)
_PART: Final = mapping({**_KNOWN, PARENT_KEY: lambda _value, _key: iter(())}, refused=_REFUSED)


def check_configuration(root: Said) -> Iterator[Problem]:
    """Yield every problem of ``root``; nothing is missing where its parent could not be read."""
    yield from meet(_PART if root.at(PARENT_KEY) is not None else _WHOLE, root, "")
