"""From a file's bytes to its text, as offices write files: with a BOM, with CRLF, and sometimes in another encoding."""

import re
from collections.abc import Iterator
from typing import Final

from generator.japanese.unseen import UNSEEN, name_unseen
from generator.problems import Problem

MOST_BYTES: Final = 2_000_000
MOST_CHARACTERS_IN_A_LINE: Final = 50_000

SPLIT: Final = "諮問1件ごとに1つのファイルに分けてください。"

_BOM: Final = "\ufeff"
RETYPE: Final = "その文字を消してください。見えないので、前後の文字ごと消して打ち直すと確実です。"
_TAB_INDENT: Final = re.compile(r" *\t")


def read_text(file: str, data: bytes, most_bytes: int = MOST_BYTES) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of ``data`` with LF line ends and no BOM, and every problem that keeps it from being read.

    Where there are problems the text is empty: nothing may be read from half a file.
    """
    if len(data) > most_bytes:
        message = f"ファイルが大きすぎます（{len(data):,}バイト。上限は{most_bytes:,}バイト）。"
        return "", (Problem(file, 1, 1, message, SPLIT),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_encoding_problem(file, data, error),)
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_character_problems(file, text))
    return ("" if problems else text), problems


def without_form_feeds(data: bytes) -> bytes:
    """Return the text ``data`` with no form feed in it and each page beginning on a line of its own."""
    # A page's first line begins with one; elsewhere it ends the page, and with it the line.
    return re.sub(rb"(\A|\n)\f", rb"\1", data).replace(b"\f", b"\n")


def _encoding_problem(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    offset = error.start
    line = data.count(b"\n", 0, offset) + 1
    before = data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", errors="replace")
    column = len(before.removeprefix(_BOM)) + 1
    if error.reason == "unexpected end of data":
        message = "ファイルが文字の途中で終わっています。"
        return Problem(file, line, column, message, "元のファイルから、もう一度コピーしてください。")
    remedy = "エディタの「名前を付けて保存」で、文字コードに「UTF-8」を選んで保存し直してください。"
    for encoding, name in (("utf-16", "UTF-16（Unicode）"), ("cp932", "Shift_JIS（ANSI）"), ("euc_jp", "EUC-JP")):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Problem(file, line, column, f"文字コードが UTF-8 ではなく {name} のようです。", remedy)
    return Problem(file, line, column, "文字コードが UTF-8 ではありません。", remedy)


def _character_problems(file: str, text: str) -> Iterator[Problem]:
    if not text.strip():
        yield Problem(
            file, 1, 1, "ファイルが空です。", "内容を書いてください。同じ種類のほかのファイルが手本になります。"
        )
    for number, line in enumerate(text.split("\n"), start=1):
        match = UNSEEN.search(line)
        if match is not None:
            message = f"目に見えない文字 {name_unseen(match.group())}が入っています。"
            yield Problem(file, number, match.start() + 1, message, RETYPE)


def check_yaml_text(file: str, text: str) -> Iterator[Problem]:
    """Yield what keeps ``text`` from being YAML that a person can read: indentation by tabs, and endless lines."""
    for number, content in enumerate(text.split("\n"), start=1):
        tab = _TAB_INDENT.match(content)
        if tab is not None:
            remedy = "タブを半角の空白に置き換えてください。"
            yield Problem(file, number, tab.end(), "字下げにタブが使われています。", remedy)
        if len(content) > MOST_CHARACTERS_IN_A_LINE:
            message = f"1行が長すぎます（{len(content):,}字。上限は{MOST_CHARACTERS_IN_A_LINE:,}字）。"
            yield Problem(
                file,
                number,
                MOST_CHARACTERS_IN_A_LINE + 1,
                message,
                "段落ごとに行を分けてください。別のデータが紛れ込んでいないかも確かめてください。",
            )
