"""What addresses call an entry, and how its name is read: both must be fit for it on every machine."""

import re
from collections.abc import Iterator
from typing import Any, Final

from generator.japanese.deceiving import compose_marks
from generator.japanese.kana import is_reading
from generator.kinds.kind import UNDECIDED_SLUG, Entry
from generator.kinds.registered_law import LawVersion, RegisteredLaw
from generator.model.blackout import BLACK
from generator.model.outline import Path
from generator.problems import Problem
from generator.store.files import Stored

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLUG_REMEDY: Final = "半角の英小文字と数字を - でつないで書いてください（例: mail-address）。"


# A page's address is a folder. Most file systems take names of 255 bytes, Windows paths of 260 letters in all.
_LONGEST: Final = 100
# Windows has devices under these names, in every folder.
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)

# What the reading of a name says that is withheld whole: any other would tell it.
WITHHELD_READING: Final = "ひこうかい"

Addressed = Entry | RegisteredLaw | LawVersion


def check_slug_and_reading(registry: Stored[Any], path: Path, entry: Addressed) -> Iterator[Problem]:
    """Yield a problem where the slug of ``entry`` cannot be an address, or its reading is none."""
    for message, remedy in find_unfit(entry.slug):
        yield registry.problem((*path, "slug"), message, remedy)
    if not is_reading(compose_marks(entry.reading)):
        message = f"読み「{entry.reading}」にひらがな以外の文字があります。"
        yield registry.problem((*path, "reading"), message, "ひらがなと長音（ー）だけで書いてください。")
    elif set(entry.name) == {BLACK} and entry.reading != WITHHELD_READING:
        message = f"非公開（黒塗り）の名前の読み「{entry.reading}」から、名前が分かってしまいます。"
        yield registry.problem((*path, "reading"), message, f"「{WITHHELD_READING}」と書いてください。")


def find_unfit(slug: str) -> Iterator[tuple[str, str]]:
    """Yield what keeps ``slug`` from being an address, and how to mend it."""
    if not _SLUG.fullmatch(slug):
        yield f"slug「{slug}」の形が正しくありません。", _SLUG_REMEDY
    if slug == UNDECIDED_SLUG:
        yield f"slug「{slug}」は、検索で「未定」を指す語なので使えません。", "ほかの slug にしてください。"
    if len(slug) > _LONGEST:
        yield f"slugが長すぎます（{len(slug)}字。上限は{_LONGEST}字）。", "短い語にしてください。"
    if slug in _DEVICES:
        yield f"slug「{slug}」は、Windows でフォルダの名前にできません。", "ほかの slug にしてください。"
