"""``archive import``: from the ward's documents to drafts of consultations' files."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.archive.belongings import look_through
from generator.archive.hand_written_pages import NO_PAGES
from generator.cli.terminal import (
    CONTENT,
    FAILED,
    NOT_WRITTEN,
    STOPPED,
    UNUSABLE,
    InterruptedByClerkError,
    is_agreed,
    phrase_path,
    require_content,
    say,
)
from generator.disk.changes import FilesRead
from generator.disk.reasons import explain
from generator.importer.draft import draft_all
from generator.importer.facts.earlier_decisions import EarlierDecisions
from generator.importer.facts.precedents import Precedents
from generator.importer.files.read_file import read
from generator.importer.files.reading import Reading, UnreadableError
from generator.importer.importing import Fate, Imported, import_drafts, plan_files
from generator.importer.merging import show_difference
from generator.importer.originals import file_originals, take_over_former_drafts
from generator.importer.registers.new_names import (
    NewNames,
    Registered,
    RegistriesError,
    RegistryFiles,
    propose_entries,
    read_registries,
    register_names,
    rename_facts,
)
from generator.importer.source_files import SourceUnreadableError
from generator.importer.summary import conclude, list_left_out, summarize_all
from generator.kinds.every_kind import KINDS
from generator.store.content_files import write_content
from generator.store.files import ORIGINALS, SOURCES

_PAGES_STEP: Final = 20
_CONSULTATIONS_STEP: Final = 10

_NOTHING: Final = (
    "諮問の文書が見つかりませんでした。「審議資料Ｎｏ．…」「諮問第…号」の行がある文書か、確かめてください。"
)
_NO_CONSULTATION: Final = "諮問の文書はありませんでした。"
_ASK: Final = "{path} を、この新しい読み取りのとおりに書き直しますか"
_ASK_FOR_SOURCE: Final = (
    "諮問第{number}号の文字は、{folder} に保存してあるものと違います。"
    "資料が差し替わったのなら、保存してある文字も、この資料のものに替えますか"
)
_NO_FIRST_READING: Final = "（前に読み取ったときの控えがないので、手で直された所も違いとして出ています）"
_DIFFERS: Final = (
    "諮問第{number}号の文字は、{folder} に保存してあるものと違います。どちらが正しいか確かめてください。"
    "資料が差し替わったのなら、--update を付けて実行すると、保存してある文字も替えられます。"
)
_ORIGINALS_KEPT: Final = "読み取った資料の写しを {folder} に置きました（公開されません）。"
_NAMES: Final = "登録されていない名前が{count}件あります。登録するまで、事実として数えられません。登録の案（推測です）:"
_HOW_TO_REGISTER: Final = (
    "案を登録のファイルに書き足すには、--update --register を付けて、同じ資料でもう一度実行してください。"
)
_REGISTERED: Final = (
    "登録に{count}件を書き足しました。読み、slug、分類は推測なので、公開する前に1件ずつ確かめてください:"
)


@click.command("import", help="区の文書（PDF・Word・テキスト）から、諮問のファイルの下書きを作ります。")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
@click.option("--update", is_flag=True, help="すでにあるファイルも、違いを見せて確かめたうえで書き直します。")
@click.option("--register", is_flag=True, help="登録されていない名前を、登録のファイルに書き足します。")
def import_files(files: tuple[Path, ...], content: Path, *, update: bool, register: bool) -> None:
    """Import; exit status 1 where a document was not read or its text is not proven, 2 where nothing could be tried."""
    require_content(content)
    _refuse_obstacles(content)
    held = FilesRead()
    registries = _read_registries(content, held)
    readings = _read_files(dict.fromkeys(files))
    precedents, decisions = Precedents(content), EarlierDecisions(content, held)
    drafts = draft_all(readings, registries.names, _say_consultations, precedents, decisions)
    if not drafts.drafted:
        _say_lines(list_left_out(drafts))
        _give_up(_NO_CONSULTATION if drafts.others else _NOTHING)
    names = propose_entries(drafts, registries)
    known = register_names(registries, names) if register else Registered(registries, NewNames({}))
    if len(known.names):
        drafts = draft_all(readings, known.registries.names, precedents=precedents, decisions=decisions)
    with _refusals_told(content):
        originals = {file: file.read_bytes() for file in files}
        moved = take_over_former_drafts(content, held)
        results = tuple(map(_ask_about, import_drafts(content, rename_facts(drafts, names), held, update=update)))
        registered = _register_used(registries, known, results)
        planned = _plan(content, results, originals, held, update=update)
        texts = {content / file: text.encode() for file, text in registered.registries.texts.items()}
        write_content(content, held.changes({**moved, **planned.files, **texts}))
    if planned.originals:
        say(_ORIGINALS_KEPT.format(folder=phrase_path(content / ORIGINALS)))
    _say_lines(summarize_all(results, lambda result: phrase_path(result.path) if result.path else ""))
    _say_lines(list_left_out(drafts))
    _say_lines(_DIFFERS.format(number=number, folder=phrase_path(content / SOURCES)) for number in planned.differing)
    others = names.without(registered.names)
    _say_names(registered, others, register=register)
    _say_lines(conclude(results, len(others)))
    if planned.differing or registered.problems or any(_is_unfinished(each) for each in results):
        sys.exit(FAILED)


@contextmanager
def _refusals_told(content: Path) -> Iterator[None]:
    """End the command where reading or asking comes to an end: nothing is written yet."""
    try:
        yield
    except OSError as error:
        _give_up(explain(error, content))
    except SourceUnreadableError as error:
        _give_up(f"{phrase_path(content / SOURCES)} にある元の文書を読めないので、書き足せません。\n{error}")
    except InterruptedByClerkError:
        say("")
        _give_up(STOPPED)


def _refuse_obstacles(content: Path) -> None:
    obstacles = look_through(content, KINDS, NO_PAGES).obstacles
    if obstacles:
        _say_lines(map(str, obstacles))
        say(NOT_WRITTEN)
        sys.exit(UNUSABLE)


def _read_registries(content: Path, held: FilesRead) -> RegistryFiles:
    try:
        return read_registries(content, held)
    except RegistriesError as error:
        say(str(error))
        say(NOT_WRITTEN)
        sys.exit(UNUSABLE)


def _read_files(files: Iterable[Path]) -> tuple[Reading, ...]:
    readings = []
    for file in files:
        say(f"{file.name} を読んでいます…")
        try:
            readings.append(read(file, _say_pages))
        except UnreadableError as error:
            _give_up(str(error))
    return tuple(readings)


def _say_pages(done: int, total: int) -> None:
    if done % _PAGES_STEP == 0:
        say(f"  {done}/{total}ページまで読みました…")


def _say_consultations(done: int) -> None:
    if done % _CONSULTATIONS_STEP == 0:
        say(f"  諮問{done}件まで読み取りました…")


def _ask_about(result: Imported) -> Imported:
    """Ask about a file that would change, and leave it alone where the clerk does not agree."""
    if result.fate is not Fate.CHANGED or result.path is None:
        return result
    path = phrase_path(result.path)
    say(show_difference(result.before.decode("utf-8"), result.text or "", path))
    if not result.first_reading_known:
        say(_NO_FIRST_READING)
    return result if is_agreed(_ASK.format(path=path)) else result.decline()


def _only_text(originals: Mapping[Path, bytes]) -> bytes | None:
    texts = [data for file, data in originals.items() if file.suffix.lower() == ".txt"]
    return texts[0] if len(texts) == len(originals) == 1 else None


def _register_used(registries: RegistryFiles, known: Registered, results: tuple[Imported, ...]) -> Registered:
    """Register those of the ``known`` names that the files then use, and no others."""
    consultations = [each.stored.value for each in results if each.stored is not None]
    return replace(register_names(registries, known.names.used_in(consultations)), problems=known.problems)


@dataclass(frozen=True)
class _Plan:
    """The files to be written, among them copies of the ``originals`` where that is true.

    ``differing`` are the numbers whose text the meeting's source still holds otherwise.
    """

    files: Mapping[Path, bytes]
    originals: bool
    differing: tuple[int, ...]


def _plan(
    content: Path, results: tuple[Imported, ...], originals: Mapping[Path, bytes], held: FilesRead, *, update: bool
) -> _Plan:
    """Return what is to be written, and ask about the sources that would change."""
    original = _only_text(originals)
    files, differing = plan_files(content, results, held, original)
    folder = phrase_path(content / SOURCES)
    replaced = frozenset(
        number for number in differing if update and is_agreed(_ASK_FOR_SOURCE.format(number=number, folder=folder))
    )
    if replaced:
        files, differing = plan_files(content, results, held, original, replaced)
    copies = file_originals(content, originals, held) if any(each.proof for each in results) else {}
    return _Plan(files | copies, originals=bool(copies), differing=differing)


def _say_names(registered: Registered, others: NewNames, *, register: bool) -> None:
    for words, names in ((_REGISTERED, registered.names), (_NAMES, others)):
        if len(names):
            say("")
            say(words.format(count=len(names)))
            _say_lines(f"  {line}" for line in names.lines())
    _say_lines(registered.problems)
    if len(others) and not register:
        say(_HOW_TO_REGISTER)


def _is_unfinished(result: Imported) -> bool:
    """Tell whether a document was refused, an existing file cannot be read, or a written one is not proven."""
    if result.proof is None:
        return result.fate is Fate.REFUSED
    return bool(result.proof.problems) or (result.text is not None and not result.proof.holds)


def _say_lines(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _give_up(message: str) -> NoReturn:
    say(message)
    say(NOT_WRITTEN)
    sys.exit(FAILED)
