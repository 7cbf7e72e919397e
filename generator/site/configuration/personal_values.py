"""Personal data in the configuration: what is said there stands on every page, and only the contact may be one."""

from collections.abc import Iterator
from typing import Final

from generator.evidence.personal_data import find_personal_data
from generator.problems import Problem
from generator.site.configuration.placed_values import Said, Sort

# Where mistakes are reported: a publisher gives these away on purpose.
_CONTACTS: Final = ("contact", "contact_url")
_MESSAGE: Final = "{kind}のような文字「{masked}」があります。すべてのページに出ます。"
_REMEDY: Final = "個人のものなら消し、連絡先なら contact か contact_url に書いてください。"


def check_persons(value: Said, key: str = "") -> Iterator[Problem]:
    """Yield the personal data in ``value``, which stands under ``key``, but for those of a contact."""
    if value.sort is Sort.MAPPING:
        for name, inner in value.value.items():
            yield from check_persons(inner, name)
    elif value.sort is Sort.LIST:
        for inner in value.value:
            yield from check_persons(inner, key)
    elif value.sort is Sort.TEXT and key not in _CONTACTS:
        for data in find_personal_data(value.value):
            yield value.place.problem(f"{key}: {_MESSAGE.format(kind=data.kind, masked=data.masked)}", _REMEDY)
