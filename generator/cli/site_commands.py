"""``archive build``, ``publish``, ``serve`` and ``rollback``: the site is made, shown and put in its place."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.building import BuildError, build_site, find_site_dir, serve_site
from generator.cli.terminal import (
    CONFIG,
    FAILED,
    HOW_TO_PUBLISH,
    STOPPED,
    InterruptedByClerkError,
    is_agreed,
    phrase_path,
    require_config,
    say,
    today_in_japan,
)
from generator.disk.reasons import phrase_refusal, reason_of
from generator.disk.writing import NotWrittenError, UnfinishedError
from generator.plugin import LOG_NAME
from generator.publishing import prepare_publication
from generator.release.live_site import LiveSite
from generator.release.manifest import read_manifest
from generator.release.site_folder import ReleaseError

_NOT_RENEWED: Final = "新しいサイトは作られませんでした。これまでのサイトがあれば、前のまま残っています。"

_FIRST: Final = (
    "台帳（ledger.yml）がないので、はじめての公開とみなします。"
    "前に公開したことがあるのなら、ここでやめて、台帳を元に戻してください"
    "（例: git checkout HEAD -- content/ledger.yml）。"
)
_KEEP_LEDGER: Final = "content フォルダと一緒に保存してください（git を使っているなら commit）。"
_NOTHING_NEW: Final = "台帳と同じ内容です。読む人にとって変わることはありません。"

_config = click.option(
    "--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="設定ファイル。"
)
_site_dir = click.option(
    "--site-dir", type=click.Path(path_type=Path), default=None, help="サイトを置くフォルダ。[既定: site]"
)


@click.command(help="サイトを作ります（検索の索引も作り、内容を確かめます）。できるまで、前のサイトはそのままです。")
@_config
@_site_dir
@click.option("--strict", is_flag=True, help="注意（警告）が1件でもあれば失敗にします。")
@click.option("--published", is_flag=True, help="台帳（ledger.yml）のとおりでなければ失敗にします。")
def build(config: Path, site_dir: Path | None, *, strict: bool, published: bool) -> None:
    """Build the site; exit status 1 where it cannot be built."""
    require_config(config)
    _log_to_terminal()
    started = time.monotonic()
    say("サイトを作っています…")
    with _failures_told():
        site = build_site(config, site_dir, strict=strict, only_published=published)
    _say_done(site, started)


@click.command(help="公開します。検査し、サイトを作り、読む人にとって何が変わるかを示して聞き、台帳に書きます。")
@_config
@_site_dir
@click.option("--yes", is_flag=True, help="聞かずに公開します。")
def publish(config: Path, site_dir: Path | None, *, yes: bool) -> None:
    """Publish the content; exit status 1 where it cannot be published, or the clerk does not agree."""
    require_config(config)
    _log_to_terminal()
    started = time.monotonic()
    say("公開する前に、調べてサイトを作っています…")
    with _failures_told(), prepare_publication(config, site_dir, today_in_japan()) as publishable:
        if publishable.is_first:
            say(_FIRST)
        say("読む人にとって変わること:" if publishable.changes else _NOTHING_NEW)
        for line in publishable.changes:
            say(f"  {line}")
        if not yes and not is_agreed("公開しますか", HOW_TO_PUBLISH):
            raise BuildError(STOPPED)
        publishable.publish()
    _say_done(publishable.staged.site, started)
    if publishable.ledger.writes:
        say(f"{phrase_path(publishable.ledger.path)} に書きました。{_KEEP_LEDGER}")


@contextmanager
def _failures_told() -> Iterator[None]:
    """End the command where the site cannot be renewed, and say so."""
    try:
        yield
    except (BuildError, NotWrittenError, UnfinishedError) as error:
        _give_up(str(error))
    except OSError as error:
        _give_up(f"サイトを書き込めません{phrase_refusal(error)}")
    except (KeyboardInterrupt, InterruptedByClerkError):
        _give_up(STOPPED)
    except Exception:
        say(_NOT_RENEWED)
        raise


def _say_done(site: Path, started: float) -> None:
    pages = sum(name.endswith(".html") for name in read_manifest(site) or ())
    seconds = time.monotonic() - started
    say(f"できました: {phrase_path(site)} に {pages}ページ（{seconds:.1f}秒）")


def _check_address(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) not in range(1, 2**16):
        message = f"「{address}」はアドレスではありません。127.0.0.1:8001 のように書いてください。"
        raise click.BadParameter(message)
    return address


@click.command(help="手元でサイトを見ます。ファイルを直すと、すぐに反映されます。終わるときは Ctrl+C を押します。")
@_config
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, callback=_check_address, help="見るときのアドレス。"
)
def serve(config: Path, address: str) -> None:
    """Serve the site and follow edits."""
    require_config(config)
    _log_to_terminal()
    try:
        say(f"http://{address}/ で見られるようになります。終わるときは Ctrl+C を押してください。")
        serve_site(config, address)
    except BuildError as error:
        _say_if_any(str(error))
        say("表示できません。")
        sys.exit(FAILED)
    except OSError as error:
        say(f"{address} で表示を始められません（{reason_of(error)}）。")
        say("--address 127.0.0.1:8001 のように、別の番号を指定してください。")
        sys.exit(FAILED)


@click.command("rollback", help="サイトを、1つ前の版に戻します。もう一度実行すると、新しい版に戻ります。")
@_config
@_site_dir
def roll_back(config: Path, site_dir: Path | None) -> None:
    """Publish the version before; exit status 1 where there is none, or it cannot be put in its place."""
    if site_dir is None:
        require_config(config)
    try:
        live = LiveSite.at(site_dir or find_site_dir(config))
        live.require_own()
        with live.hold():
            live.roll_back()
    except (BuildError, ReleaseError) as error:
        _say_if_any(str(error))
        sys.exit(FAILED)
    except OSError as error:
        say(f"サイトを入れ替えられません: {error.filename or ''}（{reason_of(error)}）。前のまま残っています。")
        sys.exit(FAILED)
    say(f"{phrase_path(live.site)} を1つ前の版に戻しました。もう一度実行すると、新しい版に戻ります。")


def _say_if_any(message: str) -> None:
    """Tell the clerk ``message``, where the log has not said everything."""
    if message:
        say(message)


def _give_up(message: str) -> NoReturn:
    _say_if_any(message)
    say(_NOT_RENEWED)
    sys.exit(FAILED)


def _log_to_terminal() -> None:
    # Of what MkDocs says of its own doings, in English, only warnings matter here; the plugin tells how far it is.
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger(LOG_NAME).setLevel(logging.INFO)
