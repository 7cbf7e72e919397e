"""What may stand under ``plugins``: our plugin, with the options that Settings names, and no other."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Final

from generator.model.web_address import is_host, why_no_web_address
from generator.problems import Problem
from generator.site.configuration.expectations import (
    Expectation,
    address,
    deny,
    line,
    line_or_nothing,
    mapping,
    meet,
    one_key,
    web_address,
)
from generator.site.configuration.placed_values import Said, Sort
from generator.site.settings import Settings
from generator.store.scalars import short

PLUGIN: Final = "deliberation-archive"

_PHONE: Final = re.compile(r"tel:\+?[0-9]+(-[0-9]+)*")
_MAIL: Final = re.compile(r"mailto:[A-Za-z0-9!#$&'*+/=_{|}~.-]+@([^@?\s]+)")
_CONTACT_REMEDY: Final = (
    "ブラウザで開けるアドレス（https://…）を書いてください。メールなら mailto:…、電話なら tel:03-1234-5678 の形です。"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def plugins(value: Said, key: str) -> Iterator[Problem]:
    """Expect our plugin once and no other, as a list or a mapping: MkDocs takes both."""
    entries = value.value if value.sort is Sort.LIST else (value,)
    found = 0
    for entry in entries:
        if entry.sort is Sort.MAPPING:
            if value.sort is Sort.LIST:
                yield from one_key(entry, key)
            yield from _plugin_mapping(entry, key)
            found += PLUGIN in entry.value
        elif entry.sort is Sort.REFUSED or entry.value == PLUGIN:
            found += 1
            if entry.sort is not Sort.REFUSED:
                yield from _OUR_OPTIONS(entry, PLUGIN)
        elif value.sort is Sort.LIST:
            yield _refuse_plugin(entry, key)
    if found != 1:
        message = f"{PLUGIN} が{found}回書かれています。" if found else f"{PLUGIN} がありません。"
        remedy = f"「- {PLUGIN}:」を1回だけ書き、次の行から字下げして ward: などを書いてください。"
        yield deny(value, key, message, remedy)


def options_in(value: Said) -> Said | None:
    """Return what ``plugins`` says to our plugin, or None where that is nothing."""
    entries = value.value if value.sort is Sort.LIST else (value,)
    return next((options for entry in entries if (options := entry.at(PLUGIN)) is not None), None)


def _plugin_mapping(entry: Said, key: str) -> Iterator[Problem]:
    for name, options in entry.value.items():
        if name == PLUGIN:
            yield from meet(_OUR_OPTIONS, options, "" if options.sort is Sort.MAPPING else name)
        else:
            yield _refuse_plugin(Said(entry.key_places[name], Sort.TEXT, name, {}, name), key)


def _refuse_plugin(entry: Said, key: str) -> Problem:
    name = f"「{short(entry.written)}」" if entry.written else entry.sort
    message = f"{name}は使えません。プラグインはプログラムで、このサイトは {PLUGIN} だけで作ります。"
    return deny(entry, key, message, "この行を、下に続く字下げした行ごと消してください。")


def _why_no_contact(text: str) -> str:
    mail = _MAIL.fullmatch(text)
    return "" if _PHONE.fullmatch(text) or (mail and is_host(mail.group(1))) else why_no_web_address(text)


def _documents_of_meetings(value: Said, key: str) -> Iterator[Problem]:
    if value.sort is not Sort.MAPPING:
        remedy = "なければ {} と書き、あれば改行して字下げし、「2022-06-17: https://…」のように書いてください。"
        yield deny(value, key, f"「開催日: アドレス」の形で書きます（ここは{value.sort}です）。", remedy)
        return
    for day, documents in value.value.items():
        if day_of(day) is None:
            message = f"{key}: 「{short(day)}」は正しい日付ではありません。"
            yield value.key_places[day].problem(message, "2022-06-17 のような年月日を、半角で書いてください。")
        yield from meet(web_address, documents, f"{key}.{short(day)}")


def day_of(text: str) -> dt.date | None:
    """Return the day that ``text`` names, as 2022-06-17, or None where it names none or in another form."""
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


_EXPECTATIONS: Final[dict[str, Expectation]] = {
    "contact_url": address(_why_no_contact, _CONTACT_REMEDY),
    "adopted_by": line_or_nothing,
    "source_urls": _documents_of_meetings,
}
_OUR_OPTIONS: Final = mapping(
    {field.name: _EXPECTATIONS.get(field.name, line) for field in fields(Settings)},
    required=tuple(
        field.name for field in fields(Settings) if field.default is MISSING and field.default_factory is MISSING
    ),
)
