"""From a file's bytes to its text, as offices write files: with a BOM, with CRLF, and sometimes in another encoding."""

import re
from collections.abc import Iterator
from typing import Final

from generator.problems import Problem

MOST_BYTES: Final = 2_000_000
MOST_CHARACTERS_IN_A_LINE: Final = 50_000

_BOM: Final = "\ufeff"
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_TAB_INDENT: Final = re.compile(r"^ *\t", re.MULTILINE)


def read_text(file: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of ``data`` with LF line ends and no BOM, and every problem that keeps it from being read.

    Where there are problems the text is empty: nothing may be read from half a file.
    """
    if len(data) > MOST_BYTES:
        message = f"ファイルが大きすぎます（{len(data):,}バイト。上限は{MOST_BYTES:,}バイト）。"
        return "", (Problem(file, 1, 1, message, "諮問1件ごとに1つのファイルに分けてください。"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_encoding_problem(file, data, error.start),)
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_character_problems(file, text))
    return ("" if problems else text), problems


def _encoding_problem(file: str, data: bytes, offset: int) -> Problem:
    line = data.count(b"\n", 0, offset) + 1
    before = data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", errors="replace")
    column = len(before.removeprefix(_BOM)) + 1
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
        yield Problem(file, 1, 1, "ファイルが空です。", "ほかの諮問のファイルを手本にして内容を書いてください。")
    for match in _FORBIDDEN.finditer(text):
        line, column = _position(text, match.start())
        code = f"U+{ord(match.group()):04X}"
        yield Problem(
            file, line, column, f"目に見えない制御文字（{code}）が入っています。", "その文字を削除してください。"
        )


def check_yaml_text(file: str, text: str) -> Iterator[Problem]:
    """Yield what keeps ``text`` from being YAML that a person can read: indentation by tabs, and endless lines."""
    for match in _TAB_INDENT.finditer(text):
        line, column = _position(text, match.end() - 1)
        yield Problem(file, line, column, "字下げにタブが使われています。", "タブを半角の空白に置き換えてください。")
    for number, content in enumerate(text.split("\n"), start=1):
        if len(content) > MOST_CHARACTERS_IN_A_LINE:
            message = f"1行が長すぎます（{len(content):,}字。上限は{MOST_CHARACTERS_IN_A_LINE:,}字）。"
            yield Problem(
                file,
                number,
                MOST_CHARACTERS_IN_A_LINE + 1,
                message,
                "段落ごとに行を分けてください。別のデータが紛れ込んでいないかも確かめてください。",
            )


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
