"""``nav``: the pages that the site's menu leads to, and which of them a person has written."""

import re
from collections.abc import Iterator
from typing import Final

from generator.model.web_address import why_no_web_address
from generator.problems import Problem
from generator.site.configuration.expectations import address, deny, line
from generator.site.configuration.placed_values import Said, Sort
from generator.store.scalars import short

_REMEDY: Final = "「- 表示する言葉: about.md」か「- 表示する言葉: https://…」のように書いてください。"
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def page_tree(value: Said, key: str) -> Iterator[Problem]:
    """Expect a list of pages, of links to other sites, and of groups of them."""
    if value.sort is not Sort.LIST or not value.value:
        wrong = f"一覧で書きます（ここは{value.sort}です）。" if value.value else "一覧が空です。"
        yield deny(value, key, wrong, f"1件ごとに改行し、{_REMEDY}")
        return
    for entry in value.value:
        if entry.sort is Sort.MAPPING:
            yield from _titled(entry, key)
        elif entry.sort is not Sort.REFUSED:
            yield from _target(entry, key)


def targets(value: Said) -> Iterator[Said]:
    """Yield the file or the address that each entry of ``value`` leads to."""
    if value.sort is Sort.LIST:
        for entry in value.value:
            yield from targets(entry)
    elif value.sort is Sort.MAPPING:
        for entry in value.value.values():
            yield from targets(entry)
    elif value.sort is Sort.TEXT:
        yield value


def leads_elsewhere(target: str) -> bool:
    """Tell whether ``target`` is an address, and no file of the content."""
    return _SCHEME.match(target) is not None


def _titled(entry: Said, key: str) -> Iterator[Problem]:
    if len(entry.value) != 1:
        yield deny(entry, key, "1件に1つの「言葉: ページ」を書きます。", f"1件ごとに「- 」で始め、{_REMEDY}")
    for title, target in entry.value.items():
        yield from line(Said(entry.key_places[title], Sort.TEXT, title, {}), key)
        if target.sort is Sort.LIST:
            yield from page_tree(target, key)
        elif target.sort is not Sort.REFUSED:
            yield from _target(target, key)


def _target(target: Said, key: str) -> Iterator[Problem]:
    problems = list(line(target, key))
    yield from problems
    if problems:
        return
    if leads_elsewhere(target.value):
        yield from address(why_no_web_address, _REMEDY)(target, key)
    elif not target.value.endswith(".md") or target.value.startswith("/") or ".." in target.value.split("/"):
        message = f"「{short(target.value)}」は、内容のフォルダの中のページ（….md）でも、アドレスでもありません。"
        yield deny(target, key, message, _REMEDY)
