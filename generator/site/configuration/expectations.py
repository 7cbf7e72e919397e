"""What a key of the configuration may hold: each expectation yields every problem of a value."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from generator.japanese.deceiving import find_deceivers
from generator.model.web_address import why_no_web_address
from generator.problems import Problem
from generator.site.configuration.placed_values import Said, Sort, Spot
from generator.store.scalars import short

# Takes the value and the key as the message names it, 「theme.font」.
Expectation = Callable[[Said, str], Iterator[Problem]]

_OWN_WORDS: Final = {True: "true", False: "false", None: "null"}
_ADDRESS_REMEDY: Final = "https://www.city.setagaya.lg.jp/ のような、ブラウザで開けるアドレスを書いてください。"


def deny(value: Said, key: str, message: str, remedy: str) -> Problem:
    """Return a problem of ``value``; where the environment gave it, the message says so."""
    given = f"（環境変数 {value.variable} の値です）" if value.variable else ""
    at = f"{key}: " if key else ""
    return value.place.problem(f"{at}{message}{given}", remedy)


def line(value: Said, key: str) -> Iterator[Problem]:
    """Expect a line of text with something in it."""
    if value.sort is not Sort.TEXT:
        yield from _say_no_text(value, key)
    elif not value.value.strip():
        yield deny(value, key, "値が空です。", "値を書いてください。")
    else:
        yield from _check_letters(value, key)


def line_or_nothing(value: Said, key: str) -> Iterator[Problem]:
    """Expect a line of text, which may be ''."""
    if value.sort is not Sort.TEXT or value.value:
        yield from line(value, key)


def lines(value: Said, key: str) -> Iterator[Problem]:
    """Expect text, in as many lines as are wanted."""
    if value.sort is not Sort.TEXT:
        yield from _say_no_text(value, key)


def web_address(value: Said, key: str) -> Iterator[Problem]:
    """Expect an address of the web."""
    yield from address(why_no_web_address, _ADDRESS_REMEDY)(value, key)


def address(why_none: Callable[[str], str], remedy: str) -> Expectation:
    """Expect text to which ``why_none`` objects nothing."""

    def expect(value: Said, key: str) -> Iterator[Problem]:
        if value.sort in (Sort.TRUTH, Sort.NUMBER, Sort.DAY):
            yield deny(value, key, f"{_shown(value)}はアドレスではありません。", remedy)
            return
        problems = list(line(value, key))
        yield from problems
        if not problems and (reason := why_none(value.value)):
            yield deny(value, key, f"{_shown(value)}はアドレスではありません（{reason}）。", remedy)

    return expect


def one_of(*words: str) -> Expectation:
    """Expect one of ``words``; true, false and null as YAML's own, without quotes."""
    remedy = f"次のどれかを書いてください: {'、'.join(words)}" if len(words) > 1 else f"{words[0]} と書いてください。"

    def expect(value: Said, key: str) -> Iterator[Problem]:
        word = _OWN_WORDS.get(value.value, "") if value.sort in (Sort.TRUTH, Sort.NOTHING) else value.written
        if word not in words or (value.sort is Sort.TEXT) is (word in _OWN_WORDS.values()):
            yield deny(value, key, f"{_shown(value)}は使えません。", remedy)

    return expect


def list_of(expectation: Expectation) -> Expectation:
    """Expect a list of what meets ``expectation``."""

    def expect(value: Said, key: str) -> Iterator[Problem]:
        if value.sort is not Sort.LIST:
            remedy = "1件ごとに改行して「- 」で始めてください。1件だけでも「- 」が要ります。"
            yield deny(value, key, f"一覧で書きます（ここは{value.sort}です）。", remedy)
            return
        for entry in value.value:
            yield from meet(expectation, entry, key)

    return expect


def either(on_list: Expectation, otherwise: Expectation) -> Expectation:
    """Expect a list that meets the first, or anything else that meets the second."""

    def expect(value: Said, key: str) -> Iterator[Problem]:
        return (on_list if value.sort is Sort.LIST else otherwise)(value, key)

    return expect


def mapping(
    known: Mapping[str, Expectation], *, required: tuple[str, ...] = (), refused: Mapping[str, str] | None = None
) -> Expectation:
    """Expect a mapping of ``known`` keys, with those ``required``; ``refused`` says of others why they are."""

    def expect(value: Said, key: str) -> Iterator[Problem]:
        at = f"{key}." if key else ""
        if value.sort is not Sort.MAPPING:
            remedy = f"改行して字下げし、次のキーを使って書いてください: {'、'.join(known)}"
            yield deny(value, key, f"「キー: 値」の形で書きます（ここは{value.sort}です）。", remedy)
            return
        meant = set()
        for name, entry in value.value.items():
            if name in known:
                yield from meet(known[name], entry, f"{at}{name}")
            else:
                near = [] if name in (refused or {}) else get_close_matches(name, known, n=1)
                meant.update(near)
                yield _refuse_key(value.key_places[name], f"{at}{name}", near, known, refused or {})
        for name in required:
            # Where a key is misspelt, mending it is all that is wanted.
            if name not in value.value and name not in meant:
                yield deny(value, key, f"{name} がありません。", f"「{name}: 」の行を書き足してください。")

    return expect


def one_key(entry: Said, key: str) -> Iterator[Problem]:
    """Expect a mapping of one key, as the entries of MkDocs' lists are."""
    if len(entry.value) != 1:
        yield deny(entry, key, "1件に1つのキーを書きます。", "1件ごとに改行して「- 」で始めてください。")


def meet(expectation: Expectation, value: Said, key: str) -> Iterator[Problem]:
    """Yield every problem of ``value``, none where it has been refused already."""
    if value.sort is not Sort.REFUSED:
        yield from expectation(value, key)


def _refuse_key(
    place: Spot, key: str, near: list[str], known: Mapping[str, Expectation], refused: Mapping[str, str]
) -> Problem:
    name = key.rpartition(".")[2]
    if name in refused:
        remedy = "この行を、下に続く字下げした行ごと消してください。"
        return place.problem(f"{key} は使えません。{refused[name]}", remedy)
    remedy = "".join(f"「{meant}」ではありませんか。" for meant in near)
    remedy += f"ここで使えるキー: {'、'.join(known)}"
    return place.problem(f"「{short(key)}」というキーはありません。", remedy)


def _say_no_text(value: Said, key: str) -> Iterator[Problem]:
    if value.sort is Sort.NOTHING and value.variable:
        remedy = f"環境変数を設定するか、!ENV [{value.variable}, '既定の値'] のように既定の値を書いてください。"
        yield value.place.problem(f"{key}: 環境変数 {value.variable} がありません。", remedy)
    elif value.sort is Sort.NOTHING:
        yield deny(value, key, "値がありません。", "値を書くか、行ごと消してください。")
    elif value.sort in (Sort.LIST, Sort.MAPPING):
        yield deny(value, key, f"文字を書きます（ここは{value.sort}です）。", "値を1つだけ書いてください。")
    else:
        remedy = f"文字として書くなら '{short(value.written)}' のように引用符で囲んでください。"
        yield deny(value, key, f"{_shown(value)}は文字ではなく、{value.sort}と読まれます。", remedy)


def _check_letters(value: Said, key: str) -> Iterator[Problem]:
    text = value.value.rstrip("\n")
    if "\n" in text:
        yield deny(
            value, key, "2行以上になっています。", "1行で書いてください。長いときは「|」ではなく「>-」が使えます。"
        )
    if value.variable and any(find_deceivers(text)):
        yield deny(
            value, key, "目に見えない文字や、見た目と違う文字が入っています。", "環境変数の値を確かめてください。"
        )


def _shown(value: Said) -> str:
    return str(value.sort) if value.sort in (Sort.LIST, Sort.MAPPING) else f"「{short(value.written)}」"
