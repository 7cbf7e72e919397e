"""Mistakes as people and programs make them, in any file: each turns the bytes of one into others, by chance."""

import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

from generator.japanese.radicals import RADICALS

_DECEIVERS: Final = (
    "\u3164\u200b\u202e\u2066\U000e0041\ufffd\ue000\u00ad\u115f\uffa0\u2800\ufe00\u200d\u3099\u2028\x85\x00"
)
_SPACES: Final = "\u3000\u00a0\u2003 "
_LOOK_ALIKES: Final = {kanji: radical for radical, kanji in RADICALS.items()} | dict(
    zip("ー一二口カニロ・－OСаА力工夕卜０O1ｌ", "一ー＝ロ力二口･ー０CａA㋕エタト○0lI", strict=True)
)
_DASHES: Final = "－ー‐・−–•"
_WIDE: Final = {ord(letter): ord(letter) + 0xFEE0 for letter in map(chr, range(0x21, 0x7F))}
_KEYS: Final = (
    "text",
    "heading",
    "name",
    "items",
    "role",
    "reading",
    "slug",
    "number",
    "foo",
    "sections",
    "words",
    "count",
)

# So many letters stand but once in a file.
_WORDS: Final = 8

Mutation = Callable[[Random, str], str]


def _place(chance: Random, text: str) -> int:
    return chance.randrange(len(text))


def replace_letter(chance: Random, text: str) -> str:
    """One letter for another of the file, or of the keyboard."""
    at = _place(chance, text)
    return (
        text[:at]
        + chance.choice((chance.choice(text), chance.choice("あいアカ一人日課（）、。x5:-# '\"[{|")))
        + text[at + 1 :]
    )


def drop_letter(chance: Random, text: str) -> str:
    """One letter missing."""
    at = _place(chance, text)
    return text[:at] + text[at + 1 :]


def double_letter(chance: Random, text: str) -> str:
    """One letter twice."""
    at = _place(chance, text)
    return text[:at] + text[at] + text[at:]


def swap_letters(chance: Random, text: str) -> str:
    """Two neighbours in the wrong order."""
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def change_digit(chance: Random, text: str) -> str:
    """Another digit, as wide as it was."""
    places = [at for at, letter in enumerate(text) if letter.isdecimal()]
    if not places:
        return replace_letter(chance, text)
    at = chance.choice(places)
    zero = ord(text[at]) - int(text[at])
    return text[:at] + chr(zero + (int(text[at]) + chance.randint(1, 9)) % 10) + text[at + 1 :]


def use_look_alike(chance: Random, text: str) -> str:
    """A letter that looks like the right one."""
    places = [at for at, letter in enumerate(text) if letter in _LOOK_ALIKES]
    at = chance.choice(places or [0])
    return text[:at] + _LOOK_ALIKES.get(text[at], "⺠") + text[at + 1 :]


def change_width(chance: Random, text: str) -> str:
    """A letter in the other width."""
    at = chance.choice([at for at, letter in enumerate(text) if "!" <= letter <= "~" or "！" <= letter <= "～"])
    return (
        text[:at] + (text[at].translate(_WIDE) if text[at] < "\x7f" else chr(ord(text[at]) - 0xFEE0)) + text[at + 1 :]
    )


def insert_deceiver(chance: Random, text: str) -> str:
    """A character that hides or deceives."""
    at = _place(chance, text)
    return text[:at] + chance.choice(_DECEIVERS) + text[at:]


def insert_space(chance: Random, text: str) -> str:
    """White space of any width."""
    at = _place(chance, text)
    return text[:at] + chance.choice(_SPACES) + text[at:]


def decompose(chance: Random, text: str) -> str:
    """A line as a Mac decomposes it."""
    return _change_line(chance, text, lambda line: unicodedata.normalize("NFD", line))


def _change_line(chance: Random, text: str, change: Callable[[str], str]) -> str:
    lines = text.split("\n")
    at = _place(chance, text)
    number = text.count("\n", 0, at)
    return "\n".join((*lines[:number], change(lines[number]), *lines[number + 1 :]))


def delete_line(chance: Random, text: str) -> str:
    """A line missing."""
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def double_line(chance: Random, text: str) -> str:
    """A line twice."""
    return _change_line(chance, text, lambda line: f"{line}\n{line}")


def move_line(chance: Random, text: str) -> str:
    """A line elsewhere: before or after another."""
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def indent_otherwise(chance: Random, text: str) -> str:
    """A line one or two spaces to the left or to the right."""
    spaces = chance.choice((-2, -1, 1, 2))
    return _change_line(
        chance, text, lambda line: " " * spaces + line if spaces > 0 else line.removeprefix(" " * -spaces)
    )


def join_lines(chance: Random, text: str) -> str:
    """A line's end missing."""
    at = chance.choice([at for at, letter in enumerate(text) if letter == "\n"])
    return text[:at] + text[at + 1 :]


def break_line(chance: Random, text: str) -> str:
    """A line's end too many."""
    at = _place(chance, text)
    return f"{text[:at]}\n{text[at:]}"


def rename_key(chance: Random, text: str) -> str:
    """Another key, of which there may be none."""
    return _change_line(
        chance,
        text,
        lambda line: f"{line[: len(line) - len(line.lstrip(' -'))]}{chance.choice(_KEYS)}:{line.partition(':')[2]}",
    )


def swap_values(chance: Random, text: str) -> str:
    """The values of two keys, each where the other should be."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if ": " in line and not line.lstrip().startswith("#")]
    if len(places) < 2:
        return swap_letters(chance, text)
    one, other = chance.sample(places, 2)
    (key, _, value), (second, _, its) = lines[one].partition(": "), lines[other].partition(": ")
    lines[one], lines[other] = f"{key}: {its}", f"{second}: {value}"
    return "\n".join(lines)


def slip_with_a_colon(chance: Random, text: str) -> str:
    """A colon of an input method, or none, or no space after it."""
    sign = chance.choice(("：", "： ", ":", ":\u3000", ";", " ", "\u3000: "))
    return _change_line(
        chance, text, lambda line: line.replace(": ", sign, 1) if ": " in line else line[:-1] + sign.strip()
    )


def slip_with_an_indent(chance: Random, text: str) -> str:
    """Wide spaces as indent."""
    wide = chance.choice((("  ", "\u3000"), (" ", "\u00a0"), ("  ", "\t")))
    return _change_line(chance, text, lambda line: line.replace(*wide, 1) if line.startswith(" ") else wide[1] + line)


def slip_with_a_dash(chance: Random, text: str) -> str:
    """A dash of an input method, or none, or no space after it."""
    sign = chance.choice((f"{chance.choice(_DASHES)} ", chance.choice(_DASHES), "-", "-\u3000", ""))
    return _change_line(chance, text, lambda line: line.replace("- ", sign, 1) if "- " in line else f"{sign}{line}")


def type_in_full_width(chance: Random, text: str) -> str:
    """A word typed in full width."""
    words = [line for line in text.split("\n") if any("!" <= letter <= "~" for letter in line)]
    line = chance.choice(words)
    start = chance.choice([at for at, letter in enumerate(line) if "!" <= letter <= "~"])
    return text.replace(
        line, line[:start] + line[start : start + chance.randint(1, 9)].translate(_WIDE) + line[start + 9 :], 1
    )


def put_in_quotes(chance: Random, text: str) -> str:
    """Quotes of a word processor, or one that is not closed."""
    before, after = chance.choice((("“", "”"), ("'", ""), ('"', ""), ("‘", "’"), ("「", "」")))
    return _change_line(chance, text, lambda line: line.replace(": ", f": {before}", 1) + after)


LETTERS: Final[tuple[Mutation, ...]] = (
    replace_letter,
    drop_letter,
    double_letter,
    swap_letters,
    change_digit,
    use_look_alike,
    change_width,
    insert_deceiver,
    insert_space,
)
LINES: Final[tuple[Mutation, ...]] = (
    decompose,
    delete_line,
    double_line,
    move_line,
    indent_otherwise,
    join_lines,
    break_line,
)
SLIPS: Final[tuple[Mutation, ...]] = (
    rename_key,
    swap_values,
    slip_with_a_colon,
    slip_with_an_indent,
    slip_with_a_dash,
    type_in_full_width,
    put_in_quotes,
)


def change_both(chance: Random, file: str, source: str) -> tuple[str, str]:
    """Return a consultation's file and its source with one letter or digit changed in both alike."""
    for _ in range(1000):
        at = chance.randrange(len(file) - _WORDS)
        words = file[at : at + _WORDS]
        if file.count(words) == source.count(words) == 1 and "\n" not in words:
            changed = chance.choice((replace_letter, change_digit, drop_letter, double_letter))(chance, words)
            return file.replace(words, changed), source.replace(words, changed)
    return file, source


def spoil_bytes(chance: Random, data: bytes) -> tuple[str, bytes]:
    """Return what was done and ``data`` in another encoding, cut off, or with bytes that are not its own."""
    at = chance.randrange(len(data))
    cut = chance.randint(1, 400)
    encoding = chance.choice(("cp932", "euc_jp", "utf-16", "utf-7", "iso2022_jp", "utf-8-sig"))
    return chance.choice(
        (
            (f"as {encoding}", data.decode().encode(encoding, errors="replace")),
            (f"cut off at byte {at}", data[:at]),
            (f"byte {at} changed", data[:at] + chance.randbytes(1) + data[at + 1 :]),
            (f"{cut} bytes from {at} missing", data[:at] + data[at + cut :]),
            (f"{cut} bytes from {at} overwritten", data[:at] + chance.randbytes(cut) + data[at + cut :]),
            ("with another line end", data.replace(b"\n", chance.choice((b"\r\n", b"\r")))),
        )
    )
