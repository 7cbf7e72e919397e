"""``archive`` and its commands that look at the content; the others are named here."""

import sys
from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from generator.archive.loading import Loaded
from generator.cli.terminal import (
    CONFIG,
    CONTENT,
    FAILED,
    UNUSABLE,
    phrase_path,
    require_config,
    require_content,
    run_commands,
    say,
)
from generator.disk.changes import FilesRead
from generator.disk.reasons import explain, reason_of
from generator.disk.writing import NotWrittenError
from generator.model.blackout import count_withheld
from generator.problems import Problem, Severity, has_errors
from generator.site.configuration.site_config import read_named_pages, read_site_config
from generator.site.ledger.checking import load_and_check
from generator.site.ledger.published_addresses import published_addresses
from generator.store.content_files import write_content
from generator.store.files import LEDGER_FILE, SCHEMA_FILE
from generator.store.schema import schema_text

_PROGRESS_STEP: Final = 500


class LazyGroup(click.Group):
    """A group of commands, some of which are named by 「module:function」 and imported when asked for.

    Who checks the content need not wait for readers of PDF and Word, or for MkDocs.
    """

    def __init__(self, *arguments: Any, lazy: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401 - click's own
        """Keep where the commands are that are not added themselves."""
        super().__init__(*arguments, **options)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported if need be, or None where there is none of that name."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        module, name = self._lazy[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(
    cls=LazyGroup,
    lazy={
        "build": "generator.cli.site_commands:build",
        "history": "generator.cli.history_command:show_history",
        "import": "generator.cli.import_command:import_files",
        "publish": "generator.cli.site_commands:publish",
        "review": "generator.cli.review_command:review_draft",
        "withhold": "generator.cli.withhold_command:withhold",
        "rollback": "generator.cli.site_commands:roll_back",
        "serve": "generator.cli.site_commands:serve",
    },
    help="諮問のファイル（YAML）から、審議アーカイブのサイトを作ります。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def archive() -> None:
    """Run a command."""


def main() -> None:
    """Run the command that was typed."""
    run_commands(archive)


@archive.command(help="諮問と登録のファイル、設定ファイルを調べ、誤りをすべて示します。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=None,
    help="設定ファイル。[既定: 内容のフォルダと同じ所の site_config.yml]",
)
def check(content: Path, config: Path | None) -> None:
    """Check content and configuration; exit status 1 where there are errors, 2 where either is missing."""
    if config is not None:
        require_config(config)
    config = config or content.absolute().parent / CONFIG
    loaded = _load(content, read_named_pages(config))
    problems = (*loaded.problems, *(_check_config(config, loaded) if config.is_file() else ()))
    for problem in problems:
        say(str(problem))
    _say_result(len(loaded.files), problems)
    if withheld := sum(count_withheld(stored.value) for stored in loaded.files):
        say(f"そのうち{withheld:,}字は非公開（黒塗り）です。")
    sys.exit(FAILED if has_errors(problems) else 0)


def _check_config(config: Path, loaded: Loaded) -> tuple[Problem, ...]:
    try:
        configuration, problems = read_site_config(config)
    except OSError as error:
        say(f"設定ファイル「{phrase_path(config)}」を読めません（{reason_of(error)}）。")
        sys.exit(UNUSABLE)
    if configuration is None or loaded.archive is None or has_errors(loaded.problems):
        return problems
    addresses = published_addresses(loaded.archive, loaded.belongings)
    return (*problems, *configuration.check_archive(loaded.archive.meetings, addresses))


@archive.command(help="諮問のファイルのJSON Schemaを書き出します（エディタの補完と検査に使います）。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def schema(content: Path) -> None:
    """Write the JSON Schema of a consultation's file into the content folder."""
    require_content(content)
    target = content / SCHEMA_FILE
    try:
        write_content(content, FilesRead().changes({target: schema_text().encode()}))
    except OSError as error:
        raise NotWrittenError(explain(error, content)) from error
    say(f"書き出しました: {phrase_path(target)}")


def _load(content: Path, pages: frozenset[str]) -> Loaded:
    require_content(content)
    say("内容を調べています…")
    if not (content / LEDGER_FILE).exists():
        say("台帳（ledger.yml）がないので、公開したものとの違いは調べません。")
    return load_and_check(content, _say_progress, pages).loaded


def _say_progress(done: int, total: int) -> None:
    if done % _PROGRESS_STEP == 0:
        say(f"  {done}/{total}件を読みました…")


def _say_result(consultations: int, problems: tuple[Problem, ...]) -> None:
    counts = Counter(problem.severity for problem in problems)
    found = "、".join(f"{severity}{counts[severity]}件" for severity in Severity if counts[severity])
    say(f"諮問{consultations}件を調べました。{found or '問題はありません。'}")
