"""What the program owns in the content folder: the one list, and what of it is published, kept or private.

Whatever else lies there is a stray: an error that names it, and never a part of the site. No file is opened here but
those that are published as they are, and nothing but a regular file ever is: a pipe would wait for ever.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from typing import Any, Final

from generator.archive.fitness import why_unfit
from generator.archive.hand_written_pages import HandWritten
from generator.archive.strays import Lying, describe_stray, is_seen, show_name
from generator.disk.reasons import reason_of
from generator.kinds.kind import Kind
from generator.problems import Problem
from generator.store.contacts import CONTACTS
from generator.store.files import ADDRESS_CHANGES_FILE, CONSULTATIONS, LEDGER_FILE, PRIVATE, SCHEMA_FILE, SOURCES


class Treatment(Enum):
    """What becomes of a file: of one that is PUBLISHED_ANEW readers get what the program reads, without comments."""

    PUBLISHED_ANEW = auto()
    PUBLISHED_AS_IT_IS = auto()
    KEPT = auto()
    PRIVATE = auto()


@dataclass(frozen=True)
class Belonging:
    """What is called so in the content folder, ``where`` a path in it matches, and what becomes of it."""

    where: re.Pattern[str]
    treatment: Treatment


def _at(pattern: str, treatment: Treatment) -> Belonging:
    return Belonging(re.compile(pattern), treatment)


CONSULTATION: Final = _at(rf"{CONSULTATIONS}/[1-9][0-9]*\.yml", Treatment.PUBLISHED_ANEW)
# A consultation under another name than its number's is read, too: the checks of filing say what it should be.
MISNAMED: Final = _at(rf"{CONSULTATIONS}/[^.~][^/]*\.(?i:ya?ml|txt)", Treatment.KEPT)
SOURCE: Final = _at(rf"{SOURCES}/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\.txt", Treatment.PUBLISHED_ANEW)
SCHEMA: Final = _at(re.escape(SCHEMA_FILE), Treatment.PUBLISHED_ANEW)
# Drawings (SVG), style sheets and pages are programs to a browser, and a PDF is an original that nobody has checked.
IMAGE: Final = _at(
    r"assets/([a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*\.(png|jpe?g|gif|webp)", Treatment.PUBLISHED_AS_IT_IS
)
# What others ask a host for: RFC 8615's files, and the domain that GitHub Pages serves the site at.
WELL_KNOWN: Final = _at(
    r"\.well-known/([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-]+(\.(txt|json|xml))?", Treatment.PUBLISHED_AS_IT_IS
)
DOMAIN: Final = _at("CNAME", Treatment.PUBLISHED_AS_IT_IS)
# What was published, and what persons say of the addresses that have changed since.
LEDGER: Final = _at(rf"{re.escape(LEDGER_FILE)}|{re.escape(ADDRESS_CHANGES_FILE)}", Treatment.KEPT)
# Offices' own contacts, which the guard for personal data lets pass.
PUBLIC_CONTACTS: Final = _at(re.escape(CONTACTS), Treatment.KEPT)
PRIVATE_FOLDER: Final = _at(rf"{re.escape(PRIVATE)}(/|$)", Treatment.PRIVATE)

_LISTED: Final = (CONSULTATION, SOURCE, SCHEMA, IMAGE, WELL_KNOWN, DOMAIN, LEDGER, PUBLIC_CONTACTS, MISNAMED)
_DEEPER_FOLDERS: Final = re.compile(
    r"assets(/[a-z0-9][a-z0-9_-]*){0,8}|\.well-known(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,8}"
)


@dataclass(frozen=True)
class Belongings:
    """What lies in the content folder: what is ``held``, by path, and the problems that name all else.

    Of these ``obstacles`` lie where something of the program's own should: it can be neither read nor written there.
    """

    held: Mapping[str, Belonging]
    strays: tuple[Problem, ...]
    obstacles: tuple[Problem, ...]

    def paths(self, *belongings: Belonging) -> tuple[str, ...]:
        """Return the paths of ``belongings``, sorted."""
        return tuple(sorted(path for path, belonging in self.held.items() if belonging in belongings))

    @property
    def published_as_they_are(self) -> frozenset[str]:
        """The paths of what is published as it lies there."""
        treatment = Treatment.PUBLISHED_AS_IT_IS
        return frozenset(path for path, belonging in self.held.items() if belonging.treatment is treatment)

    @property
    def consultations(self) -> tuple[str, ...]:
        """The paths of what is read as a consultation, sorted."""
        return self.paths(CONSULTATION, MISNAMED)

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths of the sources, sorted."""
        return self.paths(SOURCE)

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of the hand-written pages, sorted."""
        return tuple(sorted(path for path in self.published_as_they_are if path.endswith(".md")))

    @property
    def texts(self) -> tuple[str, ...]:
        """The paths of the texts that are published as they lie there, sorted."""
        return tuple(sorted({*self.pages, *self.paths(WELL_KNOWN)}))


def look_through(content: Path, kinds: tuple[Kind[Any], ...], pages: HandWritten) -> Belongings:
    """Return what lies in the folder ``content``, where registries of ``kinds`` and hand-written ``pages`` belong."""
    look = _Look(content, kinds, pages)
    look.through()
    return Belongings(look.held, tuple(sorted(look.strays)), tuple(sorted(look.obstacles)))


class _Look:
    def __init__(self, content: Path, kinds: tuple[Kind[Any], ...], pages: HandWritten) -> None:
        self.held: dict[str, Belonging] = {}
        self.strays: list[Problem] = []
        self.obstacles: list[Problem] = []
        self._content = content
        self._pages = pages
        owned = pages.owned()
        registries = "|".join(re.escape(kind.file) for kind in kinds)
        named = "|".join(map(re.escape, owned))
        self._listed = (
            _at(registries, Treatment.PUBLISHED_ANEW),
            _at(named, Treatment.PUBLISHED_AS_IT_IS),
            *_LISTED,
        )
        self._folders = {
            *(str(folder) for path in owned for folder in PurePosixPath(path).parents),
            *(CONSULTATIONS, SOURCES, "assets", ".well-known", PRIVATE),
        }

    def through(self) -> None:
        """Look at everything in the content."""
        folders = [""]
        while folders:
            folder = folders.pop()
            for entry in self._entries(folder):
                path = folder + entry.name
                try:
                    lying = _lying(entry)
                except FileNotFoundError:  # gone in the meantime
                    continue
                except OSError as error:
                    self._object(path, *_unreadable(error))
                    continue
                if self._look_at(path, lying):
                    folders.append(f"{path}/")

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._content / folder) as entries:
                return list(entries)
        except FileNotFoundError:
            return []
        except OSError as error:
            self._object(folder.rstrip("/"), *_unreadable(error))
            return []

    def _look_at(self, path: str, lying: Lying) -> bool:
        """Hold what lies at ``path`` or name it, and tell whether it is a folder to be looked through."""
        is_private = PRIVATE_FOLDER.where.match(path) is not None
        belonging = None if is_private else self._belonging(path)
        if is_private and path != PRIVATE and lying is not Lying.LINK:
            return lying is Lying.FOLDER  # nobody but MkDocs looks at what is there, and it would follow a link
        if lying is Lying.FOLDER and self._is_folder(path) and is_seen(path):
            return True
        if lying is Lying.FILE and belonging is not None and is_seen(path):
            self._hold(path, belonging)
        else:
            self._name_stray(path, lying)
        return False

    def _is_folder(self, path: str) -> bool:
        return path in self._folders or _DEEPER_FOLDERS.fullmatch(path) is not None

    def _belonging(self, path: str) -> Belonging | None:
        return next((each for each in self._listed if each.where.fullmatch(path)), None)

    def _hold(self, path: str, belonging: Belonging) -> None:
        if belonging.treatment is Treatment.PUBLISHED_AS_IT_IS:
            try:
                unfit = why_unfit(self._content / path)
            except OSError as error:
                unfit = _unreadable(error)
            if unfit is not None:
                self._object(path, *unfit)
                return
        self.held[path] = belonging

    def _name_stray(self, path: str, lying: Lying) -> None:
        if lying is Lying.FILE and path.endswith(".md") and self._pages.is_taken(path):
            self._object(path, *_TAKEN)
            return
        meant = self._meant(path)
        self._object(path, *describe_stray(path, lying, self._content.name, meant))
        if meant == path:
            self.obstacles.append(self.strays[-1])

    def _meant(self, path: str) -> str:
        """Return what belongs there and is called as ``path`` is, but for the width and the case of its letters."""
        for spelling in (path, unicodedata.normalize("NFKC", path), unicodedata.normalize("NFKC", path).lower()):
            if spelling in self._folders or self._belonging(spelling) not in (None, MISNAMED):
                return spelling
        return ""

    def _object(self, path: str, message: str, remedy: str) -> None:
        self.strays.append(Problem(show_name(f"{self._content.name}/{path}".rstrip("/")), 1, 1, message, remedy))


_TAKEN: Final = (
    "自動で作られるページと同じアドレスになります。",
    "ファイルの名前を変え、site_config.yml の nav にその名前を書いてください。",
)


def _lying(entry: os.DirEntry[str]) -> Lying:
    """Return what ``entry`` is. Raises OSError where nobody can tell."""
    status = entry.stat(follow_symlinks=False)
    # A junction is Windows' link to a folder; Python 3.12 is the first to call it one.
    if getattr(status, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1):
        return Lying.LINK
    return _LYING.get(stat.S_IFMT(status.st_mode), Lying.DEVICE)


_LYING: Final = {
    stat.S_IFREG: Lying.FILE,
    stat.S_IFDIR: Lying.FOLDER,
    stat.S_IFLNK: Lying.LINK,
    stat.S_IFIFO: Lying.PIPE,
    stat.S_IFSOCK: Lying.SOCKET,
}


def _unreadable(error: OSError) -> tuple[str, str]:
    return f"中を読めません（{reason_of(error)}）。", "場所と権限を確かめてください。要らないものなら消してください。"
