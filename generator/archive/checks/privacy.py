"""Personal data in anything that is published: an error until a person has decided about that very text.

A person allows it in the consultation's file (``allowed``), registers an office's own contact (contacts.yml), or
withholds it (``archive withhold``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Final

from generator.archive.personal_places import PlacedData, find_in_consultation, find_in_texts, undecided
from generator.archive.record import Record
from generator.archive.sources import Sources
from generator.evidence.personal_data import PersonalData, find_personal_data
from generator.evidence.public_contacts import is_public
from generator.model.consultation import Consultation
from generator.model.outline import Path as KeyPath
from generator.model.public_contact import PublicContact
from generator.problems import Problem
from generator.store.contacts import CONTACTS, read_contacts
from generator.store.files import Stored

FOUND: Final = "{kind}のような文字「{masked}」があります。個人のものなら、公開できません。"
DECIDE: Final = (
    "公開しないなら、archive withhold {number} を実行してください（黒塗りになります）。"
    "役所などが自ら公表している連絡先なら、{contacts} に登録してください。"
    "公開してよいと人が確かめたら、このファイルの sections: の行の上に、次の4行を書き、言葉と理由と日を埋めてください"
    "（allowed: がすでにあれば、下の3行をその一覧の終わりに）。\n"
    "allowed:\n  - words: （その文字のとおり）\n    reason: \n    date: "
)
REGISTER: Final = (
    "個人のものなら、消してください。"
    "役所などが自ら公表している連絡先なら、{contacts} に次の5行を書いて埋めてください。\n"
    "- name: （どこの連絡先か）\n  words:\n    - （その文字のとおり）\n  source: \n  date: "
)


def check_privacy(
    content: Path,
    consultations: Iterable[tuple[Stored[Consultation], Record]],
    registries: Iterable[Stored[Any]],
    sources: Sources,
    published: Iterable[str],
) -> Iterator[Problem]:
    """Yield every place of the ``content`` folder with personal data that nobody has decided about.

    ``published`` are the paths of the texts that are published as they are.
    """
    contacts, problems = read_contacts(content)
    yield from problems
    said: dict[int, frozenset[str]] = {}
    for stored, record in consultations:
        found = find_in_consultation(stored.value, record.texts)
        said[stored.value.number] = frozenset(placed.core for placed in found)
        yield from _tell_in_consultation(stored, undecided(stored.value, found, contacts))
    for registry in registries:
        yield from check_values(registry, contacts, content.name)
    for day, text in sources.texts.items():
        documents = sorted(sources.by_day.get(day, {}).values(), key=lambda document: document.first_line)
        for problem, core in _check_text(sources.file(day), text, contacts, content.name):
            before = [document.number for document in documents if document.first_line <= problem.line]
            # Where the consultation's file cannot be read, that is told first.
            unread = bool(before) and before[-1] not in said
            known = said.get(before[-1], frozenset()) if before else frozenset()
            if not unread and not any(core in other or other in core for other in known):
                yield problem
    for path in published:
        text = (content / path).read_text(encoding="utf-8", errors="replace")
        yield from check_text(f"{content.name}/{path}", text, contacts, content.name)


def check_values(stored: Stored[Any], contacts: tuple[PublicContact, ...], content: str) -> Iterator[Problem]:
    """Yield the personal data in any text of ``stored``, which is no consultation."""
    for placed in find_in_texts(_strings_of(stored.value, ())):
        if not is_public(placed.data, contacts):
            yield _at(stored, placed, REGISTER.format(contacts=f"{content}/{CONTACTS}"))


def check_text(file: str, text: str, contacts: tuple[PublicContact, ...], content: str) -> Iterator[Problem]:
    """Yield the personal data in the ``text`` of ``file``, of which no consultation's file says anything."""
    yield from (problem for problem, _ in _check_text(file, text, contacts, content))


def _check_text(
    file: str, text: str, contacts: tuple[PublicContact, ...], content: str
) -> Iterator[tuple[Problem, str]]:
    """Yield each problem with the words it is about, without their white space."""
    remedy = REGISTER.format(contacts=f"{content}/{CONTACTS}")
    for data in find_personal_data(text):
        if not is_public(data, contacts):
            line = text.count("\n", 0, data.span.start) + 1
            column = data.span.start - text.rfind("\n", 0, data.span.start)
            yield Problem(file, line, column, _phrase(data), remedy), "".join(data.words.split())


def _tell_in_consultation(stored: Stored[Consultation], found: Iterable[PlacedData]) -> Iterator[Problem]:
    contacts = f"{stored.file.split('/', maxsplit=1)[0]}/{CONTACTS}"
    for placed in found:
        yield _at(stored, placed, DECIDE.format(number=stored.value.number, contacts=contacts))


def _at(stored: Stored[Any], placed: PlacedData, remedy: str) -> Problem:
    problem = stored.problem(placed.path, _phrase(placed.data), remedy)
    # A text that is written on one line, or as a block, stands in the file as it is; else this is where it begins.
    alone = placed.path[:-1] in stored.marks and placed.path[-1] == 0
    return replace(problem, column=problem.column + placed.offset) if alone or placed.path in stored.marks else problem


def _phrase(data: PersonalData) -> str:
    return FOUND.format(kind=data.kind, masked=data.masked)


def _strings_of(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401 - any part of a registry
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _strings_of(part, (*path, index))
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings_of(getattr(value, each.name), (*path, each.name))
