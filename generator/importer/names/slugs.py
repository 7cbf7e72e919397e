"""Slugs for names, as the registries write them: tokyo-ikuseien, kanri-site, dx-suishin-tanto-ka."""

import re
from collections.abc import Collection
from typing import Final

from generator.importer.names.readings import UNKNOWN_READING, Reader, Word
from generator.importer.names.romanization import romanized
from generator.japanese.kana import is_reading
from generator.model.registry import UNDECIDED_SLUG

LONGEST_SLUG: Final = 60

# Borrowed words that the registries write in the language they come from.
_BORROWED: Final = {
    "アプリ": "app",
    "インターネット": "internet",
    "カード": "card",
    "クラウド": "cloud",
    "サービス": "service",
    "サイト": "site",
    "システム": "system",
    "センター": "center",
    "データ": "data",
    "ネットワーク": "network",
    "ポータル": "portal",
    "メール": "mail",
}
_NOT_OF_A_SLUG: Final = re.compile("[^a-z0-9]")


def slug_of(reader: Reader, name: str, taken: Collection[str] = ()) -> str:
    """Return a slug for a name or a reading that is none of ``taken``: its words in Hepburn's spelling, joined by -."""
    return _free(wished_slug(reader, name), taken)


def first_free_slug(reader: Reader, names: tuple[str, ...], taken: Collection[str]) -> str:
    """Return the slug of the first of ``names`` whose own is free, or a numbered one of the last."""
    wished = [wished_slug(reader, name) for name in names]
    return next((slug for slug in wished if slug == _free(slug, taken)), _free(wished[-1], taken))


def wished_slug(reader: Reader, name: str) -> str:
    """Return the slug of ``name``, as long as nothing else has it; cut after a word where it is too long.

    In hiragana alone nobody sees where a word ends, and they stay one.
    """
    parts = [romanized(name)] if is_reading(name) else _parts(reader.words(name))
    parts = [part for part in parts if part] or [romanized(UNKNOWN_READING)]
    while len("-".join(parts)) > LONGEST_SLUG and len(parts) > 1:
        parts.pop()
    return "-".join(parts)[:LONGEST_SLUG]


def _parts(words: tuple[Word, ...]) -> list[str]:
    parts: list[str] = []
    for word in words:
        latin = _NOT_OF_A_SLUG.sub("", word.text.lower()) if word.text.isascii() else ""
        part = latin or _BORROWED.get(word.text) or romanized(word.reading)
        if part and word.joined and parts:
            parts[-1] += part
        elif part:
            parts.append(part)
    return parts


def _free(slug: str, taken: Collection[str]) -> str:
    number = 1
    numbered = slug
    while numbered in taken or numbered == UNDECIDED_SLUG:
        number += 1
        numbered = f"{slug}-{number}"
    return numbered
