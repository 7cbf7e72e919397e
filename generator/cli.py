"""The command line of the clerk: ``archive check``, ``archive build``, ``archive serve``, ``archive schema``."""

import logging
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.archive.loading import Loaded, load
from generator.plugin import LOG_NAME, BuildError, build_site, serve_site
from generator.problems import Severity, has_errors
from generator.store.files import SCHEMA_FILE
from generator.store.schema import schema_text

CONTENT: Final = Path("content")
CONFIG: Final = Path("site_config.yml")

_MARK_OF_A_SITE: Final = "sitemap.xml"
_PROGRESS_STEP: Final = 500
_FAILED: Final = 1
_UNUSABLE: Final = 2


@click.group(
    help="諮問のファイル（YAML）から、審議アーカイブのサイトを作ります。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """Run a command."""


@main.command(help="諮問と登録のファイルを調べ、誤りをすべて示します。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def check(content: Path) -> None:
    """Check all content; exit status 1 where there are errors, 2 where there is no content."""
    loaded = _load(content)
    for problem in loaded.problems:
        click.echo(str(problem), err=True)
    _say_result(loaded)
    sys.exit(_FAILED if has_errors(loaded.problems) else 0)


@main.command(help="サイトを作ります（検索の索引も作り、内容を確かめます）。")
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
    click.echo("サイトを作っています…", err=True)
    try:
        site = build_site(config, site_dir, strict=strict)
    except BuildError as error:
        _say_failure(error)
    except OSError as error:
        click.echo(f"サイトを書き込めません: {error.filename}（{error.strerror}）", err=True)
        _say_failure(BuildError())
    pages = sum(1 for _ in site.rglob("*.html"))
    seconds = time.monotonic() - started
    click.echo(f"できました: {_shown(site)} に {pages}ページ（{seconds:.1f}秒）", err=True)


def _address(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) not in range(1, 2**16):
        message = f"「{address}」はアドレスではありません。127.0.0.1:8001 のように書いてください。"
        raise click.BadParameter(message)
    return address


@main.command(help="手元でサイトを見ます。ファイルを直すと、すぐに反映されます。終わるときは Ctrl+C を押します。")
@click.option("--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="設定ファイル。")
@click.option("--address", default="127.0.0.1:8000", show_default=True, callback=_address, help="見るときのアドレス。")
def serve(config: Path, address: str) -> None:
    """Serve the site and follow edits."""
    _require(config)
    _log_to_terminal()
    try:
        click.echo(f"http://{address}/ で見られるようになります。終わるときは Ctrl+C を押してください。", err=True)
        serve_site(config, address)
    except BuildError as error:
        _say_failure(error)
    except OSError as error:
        click.echo(f"{address} で表示を始められません（{error.strerror}）。", err=True)
        click.echo("--address 127.0.0.1:8001 のように、別の番号を指定してください。", err=True)
        sys.exit(_FAILED)


@main.command(help="諮問のファイルのJSON Schemaを書き出します（エディタの補完と検査に使います）。")
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def schema(content: Path) -> None:
    """Write the JSON Schema of a consultation's file into the content folder."""
    _require_content(content)
    target = content / SCHEMA_FILE
    target.write_text(schema_text(), encoding="utf-8", newline="\n")
    click.echo(f"書き出しました: {_shown(target)}", err=True)


def _load(content: Path) -> Loaded:
    _require_content(content)
    click.echo("内容を調べています…", err=True)
    return load(content, _say_progress)


def _say_progress(done: int, total: int) -> None:
    if done % _PROGRESS_STEP == 0:
        click.echo(f"  {done}/{total}件を読みました…", err=True)


def _require_content(content: Path) -> None:
    if not content.is_dir():
        click.echo(f"内容のフォルダ「{_shown(content)}」がありません。", err=True)
        click.echo("アーカイブのフォルダ（site_config.yml のある所）で実行してください。", err=True)
        sys.exit(_UNUSABLE)


def _refuse_to_empty(site_dir: Path) -> None:
    """Refuse a folder that holds something else than a site: building empties it first."""
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / _MARK_OF_A_SITE).is_file():
        click.echo(f"「{_shown(site_dir)}」には、サイトではないファイルがあります。", err=True)
        click.echo("作るときに中身は消されます。空のフォルダか、新しいフォルダの名前を指定してください。", err=True)
        sys.exit(_UNUSABLE)


def _require(config: Path) -> None:
    if not config.is_file():
        click.echo(f"設定ファイル「{_shown(config)}」がありません。", err=True)
        click.echo("アーカイブのフォルダ（site_config.yml のある所）で実行してください。", err=True)
        sys.exit(_UNUSABLE)


def _say_failure(error: BuildError) -> NoReturn:
    if str(error):
        click.echo(str(error), err=True)
    click.echo("サイトは作られませんでした。", err=True)
    sys.exit(_FAILED)


def _say_result(loaded: Loaded) -> None:
    counts = Counter(problem.severity for problem in loaded.problems)
    found = "、".join(f"{severity}{counts[severity]}件" for severity in Severity if counts[severity])
    click.echo(f"諮問{loaded.consultations}件を調べました。{found or '問題はありません。'}", err=True)


def _log_to_terminal() -> None:
    # Of what MkDocs says of its own doings, in English, only warnings matter here; the plugin tells how far it is.
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger(LOG_NAME).setLevel(logging.INFO)


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.name
