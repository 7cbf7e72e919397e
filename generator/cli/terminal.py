"""How the commands and the clerk talk: where the archive lies, what is said and asked, and what ends a command."""

import datetime as dt
import signal
import sys
from pathlib import Path
from typing import Final

import click

from generator.disk.writing import NotWrittenError, UnfinishedError
from generator.store.content_files import settle_content

CONTENT: Final = Path("content")
CONFIG: Final = Path("site_config.yml")

FAILED: Final = 1
UNUSABLE: Final = 2

STOPPED: Final = "取りやめました。"
INTERRUPTED: Final = "途中で止めました。"
NOT_WRITTEN: Final = "ファイルは1つも書いていません。"
UNEXPECTED: Final = (
    "思いがけない誤りが起きました。どこまで済んだかは分かりません。次の内容を写して、開発者に送ってください。"
)
HOW_TO_ANSWER: Final = "（書き直すなら y、そのままにするなら Enter）: "
HOW_TO_PUBLISH: Final = "（公開するなら y、やめるなら Enter）: "
NOT_AN_ANSWER: Final = "「y」か「n」で答えてください。"

_JAPAN: Final = dt.timezone(dt.timedelta(hours=9))
_YES: Final = ("y", "yes", "はい")
_NO: Final = ("", "n", "no", "いいえ")
_LAST_OF_A_TRACEBACK: Final = 3


class InterruptedByClerkError(Exception):
    """The clerk has pressed Ctrl+C at a question."""


def run_commands(group: click.Group) -> None:
    """Run the command that was typed. Whatever goes wrong is said in Japanese, and ends with an exit status."""
    # Who ends the program from outside is heard as Ctrl+C is: what was begun is cleared away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        status = group.main(standalone_mode=False)
    except click.UsageError as error:
        say(_explain(error))
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        say(INTERRUPTED)  # and no word of what was written by then
        sys.exit(FAILED)
    except NotWrittenError as error:
        say(str(error))
        say(NOT_WRITTEN)
        sys.exit(FAILED)
    except UnfinishedError as error:
        say(str(error))
        sys.exit(FAILED)
    except Exception as error:  # noqa: BLE001 - a traceback helps no clerk
        say(UNEXPECTED)
        say(_locate(error))
        sys.exit(FAILED)
    sys.exit(status if isinstance(status, int) else 0)


def say(message: str) -> None:
    """Tell the clerk ``message``. Standard output stays free for what a script reads."""
    click.echo(message, err=True)


def require_content(content: Path) -> None:
    """End the command where there is no folder ``content``; bring what a killed command was writing there to an end.

    Raises NotWrittenError and UnfinishedError where that cannot be.
    """
    if not content.is_dir():
        say(f"内容のフォルダ「{phrase_path(content)}」がありません。")
        say("アーカイブのフォルダ（site_config.yml のある所）で実行してください。")
        sys.exit(UNUSABLE)
    settled = settle_content(content)
    if settled is not None:
        say(str(settled))


def require_config(config: Path) -> None:
    """End the command where there is no file ``config``."""
    if not config.is_file():
        say(f"設定ファイル「{phrase_path(config)}」がありません。")
        say("アーカイブのフォルダ（site_config.yml のある所）で実行してください。")
        sys.exit(UNUSABLE)


def today_in_japan() -> dt.date:
    """Return the day it is for readers, wherever the command runs: what is said of days goes by one calendar."""
    return dt.datetime.now(_JAPAN).date()


def phrase_path(path: Path) -> str:
    """Return ``path`` as the clerk reads it: from the folder of the command, or the name alone."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.name


def is_agreed(question: str, how_to_answer: str = HOW_TO_ANSWER) -> bool:
    """Ask ``question``, and say ``how_to_answer`` it. Without an answer, as in a script, it is no.

    Raises InterruptedByClerkError on Ctrl+C.
    """
    while True:
        answer = _read_answer(f"{question}{how_to_answer}")
        if not answer:
            say("")
            return False
        if answer.strip().lower() in _YES:
            return True
        if answer.strip().lower() in _NO:
            return False
        say(NOT_AN_ANSWER)


def ask(question: str) -> str:
    """Ask ``question`` and return the answer, empty where there is none. Raises InterruptedByClerkError on Ctrl+C."""
    return _read_answer(question).strip()


def _read_answer(question: str) -> str:
    try:
        click.echo(question, nl=False, err=True)
        return sys.stdin.readline()
    except KeyboardInterrupt as interruption:
        raise InterruptedByClerkError from interruption


def _explain(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "archive"
    help_line = f"使い方は {command} --help で見られます。"
    if isinstance(error, click.MissingParameter):
        return f"{command} の後に書くもの（{_name_for_clerk(error.param)}）が足りません。{help_line}"
    if isinstance(error, click.NoSuchOption):
        return f"「{error.option_name}」は使えません。{help_line}"
    if isinstance(error, click.BadParameter):
        return f"{_name_for_clerk(error.param)} に書いたものが正しくありません。{_reason_of(error)}{help_line}"
    return f"その命令や書き方はありません。{help_line}"


def _name_for_clerk(parameter: click.Parameter | None) -> str:
    names = {"files": "取り込むファイル", "number": "諮問の番号（数字だけ）"}
    name = parameter.name if parameter is not None and parameter.name else ""
    return names.get(name, f"--{name}")


def _reason_of(error: click.BadParameter) -> str:
    return error.message if any("ぁ" <= letter <= "ん" for letter in error.message) else ""


def _locate(error: Exception) -> str:
    places = []
    trace = error.__traceback__
    while trace is not None:
        places.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__}: {error}（{' ← '.join(reversed(places[-_LAST_OF_A_TRACEBACK:]))}）"
