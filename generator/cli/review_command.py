"""``archive review``: a draft beside its source, in the browser."""

import sys
from pathlib import Path

import click

from generator.cli.terminal import CONTENT, FAILED, UNUSABLE, require_content, say
from generator.disk.reasons import reason_of
from generator.review.serving import NothingToReviewError, review


@click.command("review", help="諮問のファイルを元の文書と並べて、ブラウザに示します。終わるときは Ctrl+C を押します。")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="表示に使う番号。[既定: 空いている番号]")
@click.option("--no-browser", is_flag=True, help="ブラウザを開かず、アドレスだけを示します。")
def review_draft(number: int, content: Path, port: int, *, no_browser: bool) -> None:
    """Review a draft; exit status 1 where the port is taken, 2 where there is no such file."""
    require_content(content)
    try:
        review(content, number, port=port, browser=not no_browser, say=say)
    except NothingToReviewError as error:
        say(str(error))
        say("番号を確かめてください。まだなければ、archive import で作れます。")
        sys.exit(UNUSABLE)
    except OSError as error:
        say(f"表示を始められません（{reason_of(error)}）。--port に別の番号を指定してください。")
        sys.exit(FAILED)
