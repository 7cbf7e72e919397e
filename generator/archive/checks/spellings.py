"""What the entries of a registry are called: each name is one entry's, and every other name says something new."""

from collections.abc import Iterator
from typing import Final

from generator.japanese.fold import fold
from generator.kinds.kind import Entry, spellings
from generator.problems import Problem
from generator.store.files import Stored

_DELETE: Final = "この行を消してください。"
_READERS_REMEDY: Final = f"全角と半角などの違いは、書かなくても検索で同じとみなされます。{_DELETE}"


def check_owners(registry: Stored[tuple[Entry, ...]]) -> Iterator[Problem]:
    """Yield a problem for each name, in whatever width, that an entry shares with one before it."""
    owners: dict[str, str] = {}
    for index, entry in enumerate(registry.value):
        names = (*spellings(entry), *entry.also_called)
        for folded, spelling in {fold(spelling): spelling for spelling in reversed(names)}.items():
            if folded in owners:
                same = f"「{entry.name}」の名前か別名「{spelling}」"
                message = f"{same}は、もう1つの登録「{owners[folded]}」の名前か別名でもあります。"
                yield registry.problem((index,), message, "1つの名前は、1つの登録だけに書いてください。")
            owners.setdefault(folded, entry.name)


def check_other_names(registry: Stored[tuple[Entry, ...]]) -> Iterator[Problem]:
    """Yield a problem for each alias that stands there already, and each readers' name that the documents give too."""
    for index, entry in enumerate(registry.value):
        for number, alias in enumerate(entry.aliases):
            if alias in spellings(entry)[: number + 1]:
                message = f"別名「{alias}」は、「{entry.name}」の名前か別名として、もう書いてあります。"
                yield registry.problem((index, "aliases", number), message, _DELETE)
        for number, name in enumerate(entry.also_called):
            if fold(name) in map(fold, (*spellings(entry), *entry.also_called[:number])):
                message = f"「{name}」は、「{entry.name}」の名前か別名として、もう書いてあります。"
                yield registry.problem((index, "also_called", number), message, _READERS_REMEDY)
