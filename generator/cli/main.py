"""``archive`` and its commands that look at the content and make the site; the others are named here."""

import logging
import sys
import time
from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from generator.archive.loading import Loaded, load
from generator.cli.terminal import CONFIG, CONTENT, FAILED, UNUSABLE, phrase_path, require_content, run_commands, say
from generator.plugin import LOG_NAME, BuildError, build_site, serve_site
from generator.problems import Severity, has_errors
from generator.store.files import SCHEMA_FILE
from generator.store.schema import schema_text

_MARK_OF_A_SITE: Final = "sitemap.xml"
_PROGRESS_STEP: Final = 500


class LazyGroup(click.Group):
    """A group of commands, some of which are named by 「module:function」 and imported when asked for.

    Who checks the content need not wait for readers of PDF and Word.
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
        "import": "generator.cli.import_command:import_files",
        "review": "generator.cli.review_command:review_draft",
    },
    help="諮問のファイル（YAML）から、審議アーカイブのサイトを作ります。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def archive() -> None:
    """Run a command."""


def main() -> None:
    """Run the command that was typed."""
    run_commands(archive)


@archive.command(help="諮問と登録のファイルを調べ、誤りをすべて示します。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def check(content: Path) -> None:
    """Check all content; exit status 1 where there are errors, 2 where there is no content."""
    loaded = _load(content)
    for problem in loaded.problems:
        say(str(problem))
    _say_result(loaded)
    sys.exit(FAILED if has_errors(loaded.problems) else 0)


@archive.command(help="サイトを作ります（検索の索引も作り、内容を確かめます）。")
@click.option("--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="設定ファイル。")
@click.option("--site-dir", type=click.Path(path_type=Path), default=None, help="サイトを置くフォルダ。[既定: site]")
@click.option("--strict", is_flag=True, help="注意（警告）が1件でもあれば失敗にします。")
def build(config: Path, site_dir: Path | None, *, strict: bool) -> None:
    """Build the site; exit status 1 where it cannot be built."""
    _require(config)
    if site_dir is not None:
        _refuse_to_empty(site_dir)
    _log_to_terminal()
    started = time.monotonic()
    say("サイトを作っています…")
    try:
        site = build_site(config, site_dir, strict=strict)
    except BuildError as error:
        _say_failure(error)
    except OSError as error:
        say(f"サイトを書き込めません: {error.filename}（{error.strerror}）")
        _say_failure(BuildError())
    pages = sum(1 for _ in site.rglob("*.html"))
    seconds = time.monotonic() - started
    say(f"できました: {phrase_path(site)} に {pages}ページ（{seconds:.1f}秒）")


def _check_address(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) not in range(1, 2**16):
        message = f"「{address}」はアドレスではありません。127.0.0.1:8001 のように書いてください。"
        raise click.BadParameter(message)
    return address


@archive.command(help="手元でサイトを見ます。ファイルを直すと、すぐに反映されます。終わるときは Ctrl+C を押します。")
@click.option("--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="設定ファイル。")
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, callback=_check_address, help="見るときのアドレス。"
)
def serve(config: Path, address: str) -> None:
    """Serve the site and follow edits."""
    _require(config)
    _log_to_terminal()
    try:
        say(f"http://{address}/ で見られるようになります。終わるときは Ctrl+C を押してください。")
        serve_site(config, address)
    except BuildError as error:
        _say_failure(error)
    except OSError as error:
        say(f"{address} で表示を始められません（{error.strerror}）。")
        say("--address 127.0.0.1:8001 のように、別の番号を指定してください。")
        sys.exit(FAILED)


@archive.command(help="諮問のファイルのJSON Schemaを書き出します（エディタの補完と検査に使います）。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def schema(content: Path) -> None:
    """Write the JSON Schema of a consultation's file into the content folder."""
    require_content(content)
    target = content / SCHEMA_FILE
    target.write_text(schema_text(), encoding="utf-8", newline="\n")
    say(f"書き出しました: {phrase_path(target)}")


def _load(content: Path) -> Loaded:
    require_content(content)
    say("内容を調べています…")
    return load(content, _say_progress)


def _say_progress(done: int, total: int) -> None:
    if done % _PROGRESS_STEP == 0:
        say(f"  {done}/{total}件を読みました…")


def _refuse_to_empty(site_dir: Path) -> None:
    """Refuse a folder that holds something else than a site: building empties it first."""
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / _MARK_OF_A_SITE).is_file():
        say(f"「{phrase_path(site_dir)}」には、サイトではないファイルがあります。")
        say("作るときに中身は消されます。空のフォルダか、新しいフォルダの名前を指定してください。")
        sys.exit(UNUSABLE)


def _require(config: Path) -> None:
    if not config.is_file():
        say(f"設定ファイル「{phrase_path(config)}」がありません。")
        say("アーカイブのフォルダ（site_config.yml のある所）で実行してください。")
        sys.exit(UNUSABLE)


def _say_failure(error: BuildError) -> NoReturn:
    if str(error):
        say(str(error))
    say("サイトは作られませんでした。")
    sys.exit(FAILED)


def _say_result(loaded: Loaded) -> None:
    counts = Counter(problem.severity for problem in loaded.problems)
    found = "、".join(f"{severity}{counts[severity]}件" for severity in Severity if counts[severity])
    say(f"諮問{loaded.consultations}件を調べました。{found or '問題はありません。'}")


def _log_to_terminal() -> None:
    # Of what MkDocs says of its own doings, in English, only warnings matter here; the plugin tells how far it is.
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger(LOG_NAME).setLevel(logging.INFO)
