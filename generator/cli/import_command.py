"""``archive import``: from the ward's documents to drafts of consultations' files."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli.terminal import CONTENT, FAILED, UNUSABLE, require_content, say, shown
from generator.importer.drafting import Drafts, draft_all
from generator.importer.importing import Fate, Imported, files_to_write, imported
from generator.importer.merging import difference
from generator.importer.names.new_names import NewNames, new_names, under_their_names, with_new_names
from generator.importer.names.registries import RegistriesError, RegistryFiles, read_registries
from generator.importer.proof import prove
from generator.importer.files.readers import read
from generator.importer.files.reading import Reading, UnreadableError
from generator.importer.summary import left_out_lines, summary_of
from generator.importer.writing import write_all
from generator.store.files import SOURCES

_PAGES_STEP: Final = 20
_CONSULTATIONS_STEP: Final = 10

_NOTHING: Final = (
    "諮問の文書が見つかりませんでした。「審議資料Ｎｏ．…」「諮問第…号」の行がある文書か、確かめてください。"
)
_NOT_WRITTEN: Final = "ファイルは1つも書いていません。"
_ASK: Final = "{path} を、この新しい読み取りに書き直しますか"
_NO_FIRST_READING: Final = "（前に読み取ったときの控えがないので、手で直された所も違いとして出ます）"
_DIFFERS: Final = (
    "諮問第{number}号の文字は、{folder} に保存されているものと違います。どちらが正しいか確かめてください。"
)
_NAMES: Final = "登録されていない名前が{count}件あります。登録するまで、事実としては数えられません。登録の案:"
_HOW_TO_REGISTER: Final = (
    "読みと slug を確かめて登録のファイルに書き足すか、--update --register を付けてもう一度実行すると、"
    "この案を登録のファイルに書き足します（確認の印を付けます）。"
)
_REGISTERED: Final = "登録に{count}件を書き足しました。読みと slug を確かめてください:"
_NEXT: Final = "次に: archive check で調べ、archive review 番号 で元の文書と見比べてください。"


@click.command("import", help="区の文書（PDF・テキスト・Word）から、諮問のファイルの下書きを作ります。")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
@click.option("--update", is_flag=True, help="すでにあるファイルも、違いを見せて確かめたうえで書き直します。")
@click.option("--register", is_flag=True, help="登録されていない名前を、登録のファイルに書き足します。")
def import_files(files: tuple[Path, ...], content: Path, *, update: bool, register: bool) -> None:
    """Import; exit status 1 where a document was not read or its text is not proven, 2 where nothing could be tried."""
    require_content(content)
    registries = _registries(content)
    readings = _readings(files)
    drafts = draft_all(readings, registries.names, _say_consultations)
    if not drafts.drafted:
        _say_lines(left_out_lines(drafts))
        _give_up(_NOTHING)
    names = new_names(drafts, registries)
    unregistered = drafts
    if register and len(names):
        known, problems = with_new_names(registries, names, drafts)
        _say_lines(problems)
        drafts = draft_all(readings, known.names)
    results = _agreed(content, under_their_names(drafts, names), update=update)
    if register:
        # Of a file that stays as it is nobody has asked for the names.
        written = {each.drafted.number for each in results if each.text is not None}
        names = new_names(unregistered.only(written), registries)
        registries, _ = with_new_names(registries, names, unregistered.only(written))
    _write(content, results, registries, _original(files))
    _report(drafts, results)
    _say_names(names, registered=register)
    if any(_is_unfinished(each) for each in results):
        sys.exit(FAILED)


def _registries(content: Path) -> RegistryFiles:
    try:
        return read_registries(content)
    except RegistriesError as error:
        say(str(error))
        say(_NOT_WRITTEN)
        sys.exit(UNUSABLE)


def _readings(files: Iterable[Path]) -> tuple[Reading, ...]:
    readings = []
    for file in files:
        say(f"{file.name} を読んでいます…")
        try:
            readings.append(read(file, _say_pages))
        except UnreadableError as error:
            _give_up(f"{file.name}: {error}")
    return tuple(readings)


def _say_pages(done: int, total: int) -> None:
    if done % _PAGES_STEP == 0:
        say(f"  {done}/{total}ページを読みました…")


def _say_consultations(done: int) -> None:
    if done % _CONSULTATIONS_STEP == 0:
        say(f"  諮問{done}件を読み取りました…")


def _agreed(content: Path, drafts: Drafts, *, update: bool) -> tuple[Imported, ...]:
    """Ask about every file that would change, and leave those alone that the clerk does not agree to."""
    try:
        results = imported(content, drafts, update=update)
    except OSError as error:
        _give_up(f"読み込めません: {error.filename}（{error.strerror}）")
    return tuple(map(_asked, results))


def _asked(result: Imported) -> Imported:
    if result.fate is not Fate.CHANGED or result.path is None:
        return result
    path = shown(result.path)
    say(difference(result.before, result.text or "", path))
    if not result.first_reading_known:
        say(_NO_FIRST_READING)
    if _is_agreed(_ASK.format(path=path)):
        return result
    return replace(result, fate=Fate.KEPT, text=None, proof=prove(result.drafted.document, result.before))


def _is_agreed(question: str) -> bool:
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort:
        say("")
        return False


def _original(files: tuple[Path, ...]) -> bytes | None:
    return files[0].read_bytes() if len(files) == 1 and files[0].suffix.lower() == ".txt" else None


def _write(content: Path, results: tuple[Imported, ...], registries: RegistryFiles, original: bytes | None) -> None:
    try:
        files, differing = files_to_write(content, results, original)
        files.update({content / file: registries.texts[file].encode() for file in registries.changed})
        write_all(files)
    except OSError as error:
        _give_up(f"書き込めません: {error.filename}（{error.strerror}）")
    for number in differing:
        say(_DIFFERS.format(number=number, folder=shown(content / SOURCES)))


def _report(drafts: Drafts, results: tuple[Imported, ...]) -> None:
    for each in results:
        say("")
        _say_lines(summary_of(each, shown(each.path) if each.path else ""))
    say("")
    _say_lines(left_out_lines(drafts))
    if any(each.text is not None for each in results):
        say(_NEXT)


def _say_names(names: NewNames, *, registered: bool) -> None:
    if not len(names):
        return
    say("")
    say((_REGISTERED if registered else _NAMES).format(count=len(names)))
    _say_lines(f"  {line}" for line in names.lines())
    if not registered:
        say(_HOW_TO_REGISTER)


def _is_unfinished(result: Imported) -> bool:
    written = result.text is not None
    return result.fate is Fate.REFUSED or (written and result.proof is not None and not result.proof.holds)


def _say_lines(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _give_up(message: str) -> NoReturn:
    say(message)
    say(_NOT_WRITTEN)
    sys.exit(FAILED)
