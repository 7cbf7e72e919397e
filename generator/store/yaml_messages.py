"""What LibYAML says in English about broken YAML, said to a clerk in Japanese."""

from typing import Final

import yaml

_INDENT_REMEDY: Final = "上の行と字下げをそろえてください。前の行の引用符や括弧が閉じているかも確かめてください。"

# Parts of LibYAML's messages (its scanner.c and parser.c), most telling first.
_EXPLANATIONS: Final = (
    (
        "while scanning a quoted scalar",
        "引用符が閉じていません。",
        "始まりの ' または \" と対になる引用符を、値の終わりに付けてください。",
    ),
    (
        "mapping values are not allowed",
        "ここに「: 」は書けません。",
        "値の中に「: 」があるなら、値全体を ' で囲んでください。キーなら字下げを上の行とそろえてください。",
    ),
    ("could not find expected ':'", "キーの後の「: 」がありません。", "「キー: 値」の形で書いてください。"),
    ("cannot start any token", "この文字で値を始めることはできません。", "値全体を ' で囲んでください。"),
    ("did not find expected '-' indicator", "一覧の項目は「- 」で始めてください。", _INDENT_REMEDY),
    (
        "did not find expected ',' or ']'",
        "[ ] の一覧が閉じていません。",
        "項目を , で区切り、終わりに ] を付けてください。",
    ),
    ("did not find expected ',' or '}'", "{ } が閉じていません。", "組を , で区切り、終わりに } を付けてください。"),
    ("did not find expected key", "ここでキーが読み取れません。", _INDENT_REMEDY),
    ("did not find expected node content", "値が読み取れません。", "値を ' で囲むか、余分な記号を消してください。"),
    (
        "did not find expected <document start>",
        "ファイルの途中で内容が終わっています。",
        "字下げのない余分な行がないか確かめてください。",
    ),
    (
        "block sequence entries are not allowed",
        "ここに「- 」は書けません。",
        "一覧は、キーの次の行から「- 」で始めてください。文字なら値全体を ' で囲んでください。",
    ),
    ("mapping keys are not allowed", "ここに「? 」は書けません。", "値全体を ' で囲んでください。"),
    ("found unexpected ':'", "ここに「:」は書けません。", "値全体を ' で囲んでください。"),
    ("found a tab character", "字下げにタブが使われています。", "タブを半角の空白に置き換えてください。"),
    ("hexdecimal number", '" の中の \\ の使い方が誤っています。', "\" の代わりに ' で囲んでください。"),
    ("unknown escape character", '" の中の \\ の使い方が誤っています。', "\" の代わりに ' で囲んでください。"),
    ("block scalar", "「|」の後の書き方が誤っています。", "「|」だけを書いて改行し、本文を字下げして書いてください。"),
    ("undefined alias", "YAMLの別名（*）は使えません。", "* で始まる値は、全体を ' で囲んでください。"),
    ("while scanning an alias", "YAMLの別名（*）は使えません。", "* で始まる値は、全体を ' で囲んでください。"),
    ("while scanning an anchor", "YAMLのアンカー（&）は使えません。", "& で始まる値は、全体を ' で囲んでください。"),
    ("tag", "YAMLのタグ（!）は使えません。", "! で始まる値は、全体を ' で囲んでください。"),
    ("directive", "% で始まる行は使えません。", "その行を消すか、値全体を ' で囲んでください。"),
)

# What LibYAML notices only later, an unclosed quote even at the end of the file.
_MENDED_WHERE_IT_BEGINS: Final = (
    "quoted scalar",
    "flow sequence",
    "flow mapping",
    "simple key",
    "scanning an alias",
    "scanning an anchor",
    " a tag",
    "a directive",
)


def explain(error: yaml.MarkedYAMLError) -> tuple[int, int, str, str]:
    """Return line, column (from 1), message and remedy for an error of the YAML reader."""
    said = " / ".join(part for part in (error.context, error.problem) if part)
    mended_at_its_beginning = any(part in said for part in _MENDED_WHERE_IT_BEGINS)
    mark = (error.context_mark if mended_at_its_beginning else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for part, message, remedy in _EXPLANATIONS:
        if part in said:
            return line, column, message, remedy
    return line, column, f"YAMLとして読めません（{said}）。", _INDENT_REMEDY
