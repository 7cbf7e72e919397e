"""``archive history``: what was published of a consultation, when, and what has changed in it since."""

import sys
from pathlib import Path

import click

from generator.cli.terminal import CONFIG, CONTENT, FAILED, UNUSABLE, require_content, say
from generator.site.configuration.site_config import read_named_pages
from generator.site.ledger.checking import load_and_check
from generator.site.ledger.history import history_of
from generator.site.wording import number_name
from generator.store.ledger_file import read_ledger


@click.command(help="諮問がいつ公開され、何が変わったかを示します。")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--content", type=click.Path(path_type=Path), default=CONTENT, show_default=True, help="内容のフォルダ。")
def show_history(number: int, content: Path) -> None:
    """Print the history; exit status 1 where the ledger cannot be read, 2 where there is no such consultation."""
    require_content(content)
    ledger, problems = read_ledger(content)
    for problem in problems:
        say(str(problem))
    if problems:
        sys.exit(FAILED)
    checked = load_and_check(content, pages=read_named_pages(content.absolute().parent / CONFIG))
    steps = history_of(number, checked, ledger.value.publications if ledger else ())
    if checked.comparison is None:
        say("内容に誤りがあるため、まだ公開していない変更は示せません（archive check で確かめられます）。")
    if not steps:
        say(f"{number_name(number)}は、公開されたことがなく、内容のフォルダにもありません。番号を確かめてください。")
        sys.exit(UNUSABLE)
    click.echo(number_name(number))
    for step in steps:
        click.echo(step.when)
        for line in step.lines:
            click.echo(f"  {line}")
