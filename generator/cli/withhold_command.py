"""``archive withhold``: words of a consultation that are not published (黒塗り), wherever they are kept."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.archive.personal_places import PlacedData, find_in_consultation, undecided
from generator.building import BuildError, find_site_dir
from generator.cli.terminal import (
    CONFIG,
    CONTENT,
    FAILED,
    STOPPED,
    UNUSABLE,
    InterruptedByClerkError,
    ask,
    is_agreed,
    phrase_path,
    require_content,
    say,
    today_in_japan,
)
from generator.disk.reasons import reason_of
from generator.disk.writing import NotWrittenError, UnfinishedError
from generator.importer.blacking_out import BlackOut, BlackOutError, plan_black_out
from generator.kinds.every_kind import KINDS
from generator.model.consultation import Consultation
from generator.release.live_site import LiveSite
from generator.release.site_folder import ReleaseError
from generator.store.contacts import read_contacts
from generator.store.content_files import write_content
from generator.store.files import CONSULTATIONS, LEDGER_FILE, read_file

_NO_FILE: Final = "諮問第{number}号のファイルがありません。番号を確かめてください。"
_FOUND: Final = "個人の情報のような文字:"
_WHICH: Final = "伏せる文字（上の番号か、文書のとおりの文字）: "
_WHY: Final = "伏せる理由（ページに出ます。例: 個人の電話番号のため）: "
_NOTHING: Final = "伏せる文字と理由の両方が要ります。何も変えていません。"
_PLAN: Final = "次のファイルの、その文字を1字ずつ ■ に替えます:"
_AGREE: Final = "替えますか。元の文字は、区の原本にしか残りません"
_UNCHANGED: Final = "何も変えていません。"
_DONE: Final = "替えました。諮問第{number}号で公開しない文字は、合わせて{characters}字です。"
_REGISTRY: Final = (
    "{file} の読み（reading）と slug は替えていません。そこから名前が分かるなら、手で直してください"
    "（読みは「ひこうかい」のように。slug は、替えた後に archive check が示すとおりに）。"
)
_ELSEWHERE: Final = "同じ文字が、ほかにもあります。そのままなので、確かめてください:"
_IN_LEDGER: Final = (
    f"公開していた名前として、台帳（{LEDGER_FILE}）にも残ります。台帳は公開されません。手で直さないでください。"
)
_PREVIOUS: Final = "サイトの1つ前の版を消しました（その文字が残っているため）。"
_STILL_THERE: Final = "サイトの1つ前の版を消せませんでした。{reason}"
_NEXT: Final = (
    "公開中のサイトに出ているなら、まだ残っています。archive check で確かめ、archive publish で公開し直してください。"
    "git の履歴、バックアップ、検索サイトの控えにも残ります。情報システムの担当に伝えてください。"
)


@click.command(help="諮問の文書の文字を公開しないようにします（黒塗り）。理由がページに出ます。")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--words", default="", help="伏せる文字。書かなければ聞きます（画面や履歴に残したくないとき）。")
@click.option("--reason", default="", help="伏せる理由。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
@click.option("--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="設定ファイル。")
def withhold(number: int, words: str, reason: str, content: Path, config: Path) -> None:
    """Withhold words; exit status 1 where they cannot be, 2 where there is no such file."""
    require_content(content)
    try:
        words = words or _ask_which(content, number)
        reason = reason.strip() or (ask(_WHY) if words else "")
        if not words or not reason:
            _give_up(_NOTHING)
        plan = plan_black_out(content, number, words, reason, today_in_japan())
        _show(plan)
        if not is_agreed(_AGREE):
            _give_up(_UNCHANGED)
        write_content(content, plan.changes)
    except BlackOutError as error:
        _give_up(f"{error}\n{_UNCHANGED}")
    except NotWrittenError as error:
        _give_up(f"{error}\n{_UNCHANGED}")
    except UnfinishedError as error:
        _give_up(str(error))
    except FileNotFoundError:
        say(_NO_FILE.format(number=number))
        sys.exit(UNUSABLE)
    except OSError as error:
        _give_up(f"読み書きできません: {error.filename or phrase_path(content)}（{reason_of(error)}）\n{_UNCHANGED}")
    except InterruptedByClerkError:
        say("")
        _give_up(f"{STOPPED}{_UNCHANGED}")
    _conclude(plan, number)
    if not _forget_previous(config):
        sys.exit(FAILED)


def _ask_which(content: Path, number: int) -> str:
    """Show what looks like personal data, and return the words that the clerk names or types."""
    found = tuple(_find(content, number))
    if found:
        say(_FOUND)
    for index, placed in enumerate(found, start=1):
        say(f"  {index}: {placed.data.kind}「{placed.data.words}」")
    answer = ask(_WHICH)
    chosen = int(answer) if answer.isascii() and answer.isdigit() else 0
    return found[chosen - 1].data.words if 0 < chosen <= len(found) else answer


def _find(content: Path, number: int) -> Iterator[PlacedData]:
    name = f"{CONSULTATIONS}/{number}.yml"
    stored, _ = read_file(content / name, name, Consultation)
    if stored is not None:
        contacts, _ = read_contacts(content)
        yield from undecided(stored.value, find_in_consultation(stored.value), contacts)


def _show(plan: BlackOut) -> None:
    say(_PLAN)
    for path in (change.path for change in plan.changes):
        say(f"  {phrase_path(path)}")
    say(f"（{'、'.join(plan.places)}行目など）")


def _conclude(plan: BlackOut, number: int) -> None:
    say(_DONE.format(number=number, characters=plan.characters))
    registries = {kind.file for kind in KINDS}
    for path in (change.path for change in plan.changes):
        if path.name in registries:
            say(_REGISTRY.format(file=phrase_path(path)))
    others = [place for place in plan.elsewhere if not place.startswith(f"{LEDGER_FILE}:")]
    if others:
        say(_ELSEWHERE)
        for place in others:
            say(f"  {place}")
    if len(others) < len(plan.elsewhere):
        say(_IN_LEDGER)
    say(_NEXT)


def _forget_previous(config: Path) -> bool:
    """Delete the version before of the site, which shows the words; tell whether none is left."""
    if not config.is_file():
        return True
    try:
        site = LiveSite.at(find_site_dir(config))
        if not site.previous.exists():
            return True
        with site.hold():
            site.drop_previous()
    except (BuildError, ReleaseError, OSError) as error:
        say(_STILL_THERE.format(reason=reason_of(error) if isinstance(error, OSError) else error))
        return False
    say(_PREVIOUS)
    return True


def _give_up(message: str) -> NoReturn:
    say(message)
    sys.exit(FAILED)
