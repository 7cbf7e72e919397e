"""What a scalar says where its field expects a number, a date, a word of the vocabulary, a truth value or text."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.japanese.eras import FIRST_DAY_WITH_AN_ERA
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.ledger import Digest, Parts
from generator.model.partial_date import PartialDate
from generator.store.meant import in_plain_signs, name_difference, word_alike
from generator.store.nodes import Scalar
from generator.store.shapes import WRITTEN, is_vocabulary

_WHOLE_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,11}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_SHOWN: Final = 40
# What some YAML reader takes for something else than text. The files are published for download, so their text must be
# text to every reader, of version 1.1 (https://yaml.org/type/) as of 1.2
# (https://yaml.org/spec/1.2.2/#103-core-schema).
_NOT_TEXT: Final = re.compile(
    r"""
      ~ | null | Null | NULL
    | y | Y | n | N | yes | Yes | YES | no | No | NO | true | True | TRUE | false | False | FALSE
    | on | On | ON | off | Off | OFF
    | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?
    | [-+]? 0 (b[01_]+ | o[0-7]+ | x[0-9a-fA-F_]+)
    | [-+]? ( \.[0-9_]+ | [0-9][0-9_]* (\.[0-9_]*)? ) ([eE][-+]?[0-9]+)?
    | [-+]? \.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} ([Tt\s].*)?
    | = | <<
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Unreadable:
    """A scalar is not what its field expects: what is wrong and how to mend it."""

    message: str
    remedy: str


def read_scalar(node: Scalar, shape: Any) -> Any:  # noqa: ANN401 - follows the shape
    """Return the value of ``node`` as ``shape``, or why it is none."""
    if node.plain and not node.text:
        return Unreadable("値がありません。", "値を書くか、行ごと消してください。")
    if shape is str:
        return _text(node)
    value = _read_plain(node, shape)
    return _explain_signs(node, shape, value) if isinstance(value, Unreadable) else value


def _read_plain(node: Scalar, shape: Any) -> Any:  # noqa: ANN401 - follows the shape
    if shape is bool:
        return _truth(node)
    if shape is int:
        return _whole_number(node)
    return _read_written(node, shape) if shape in WRITTEN else _word(node, shape)


def _explain_signs(node: Scalar, shape: Any, unreadable: Unreadable) -> Unreadable:  # noqa: ANN401 - as above
    """Return why ``node`` is ``unreadable``, naming its character that should be another if nothing else is wrong."""
    if is_vocabulary(shape):
        meant = word_alike(node.text, shape)
    else:
        plain = in_plain_signs(node.text)
        meant = None if isinstance(_read_plain(replace(node, text=plain), shape), Unreadable) else plain
    if meant is None or meant == node.text or "," in node.text:
        return unreadable
    return Unreadable(f"{unreadable.message}{name_difference(node.text, meant)}", f"「{meant}」と書いてください。")


def short(text: str) -> str:
    """Return ``text`` as a message shows it."""
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def is_not_text(plain: str) -> bool:
    """Tell whether some YAML reader takes the unquoted ``plain`` for a number, a truth value, a date or nothing."""
    return plain == "" or _NOT_TEXT.fullmatch(plain) is not None


def _truth(node: Scalar) -> bool | Unreadable:
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    message = f"「{short(node.text)}」とは書けません。"
    return Unreadable(message, "true（当てはまる）と書くか、当てはまらないなら行ごと消してください。")


def _whole_number(node: Scalar) -> int | Unreadable:
    if _WHOLE_NUMBER.fullmatch(node.text):
        return int(node.text)
    remedy = "0 で始めず、区切りの , も入れず、半角の数字だけで書いてください（例: 9000）。"
    return Unreadable(f"「{short(node.text)}」は数として読めません。", remedy)


def _read_written(node: Scalar, shape: type) -> Any:  # noqa: ANN401 - follows the shape
    try:
        return _READERS[shape](node.text)
    except ValueError:
        message = f"「{short(node.text)}」は正しい値ではありません。"
        return Unreadable(message, f"{WRITTEN[shape]}を書いてください。")


def _full_date(text: str) -> dt.date:
    """Read 2022-06-17 and none of the other forms of ISO 8601."""
    if not _ISO_DATE.fullmatch(text):
        message = f"not a date: {text}"
        raise ValueError(message)
    return _with_an_era(dt.date.fromisoformat(text))


def _partial_date(text: str) -> PartialDate:
    date = PartialDate.parse(text)
    _with_an_era(date.first_day())
    return date


def _with_an_era(day: dt.date) -> dt.date:
    """Return ``day``, or raise ValueError where it lies before the eras: a year was mistyped."""
    if day < FIRST_DAY_WITH_AN_ERA:
        message = f"before the eras: {day}"
        raise ValueError(message)
    return day


def _word(node: Scalar, shape: Any) -> Any:  # noqa: ANN401 - follows the shape
    try:
        return shape(node.text)
    except ValueError:
        message = f"「{short(node.text)}」は使えない語です。"
        return Unreadable(message, f"次のどれかを書いてください: {'、'.join(shape)}")


def _text(node: Scalar) -> str | Unreadable:
    text = "\n".join(filter(None, (line.strip() for line in node.text.split("\n"))))
    if node.plain and is_not_text(node.text):
        message = f"「{short(node.text)}」は文字ではなく、数・真偽・日付・空と読まれるおそれがあります。"
        return Unreadable(message, f"文字として書くなら '{short(node.text)}' のように引用符で囲んでください。")
    if not text:
        return Unreadable("値が空です。", "値を書くか、行ごと消してください。")
    return text


_READERS: Final[dict[type, Any]] = {
    dt.date: _full_date,
    PartialDate: _partial_date,
    ArticleNumber: ArticleNumber.parse,
    LawArticle: LawArticle.parse,
    Digest: Digest.parse,
    Parts: Parts.parse,
}
