"""Each entry of a registry is used: one that no consultation names is a slip, or has outlived what it was for."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from generator.archive.archive import Archive
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, Kind, spellings
from generator.kinds.registered_law import ARTICLES, RegisteredLaw
from generator.problems import Problem
from generator.store.files import Stored

_REMEDY: Final = "諮問のファイルで使うか、この登録を消してください。"


def check_all_use(
    registries: Mapping[Kind[Any], Stored[Any]], archive: Archive, elsewhere: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each entry of ``registries``, by their kinds, that ``archive`` does not use.

    An entry that ``elsewhere``, the text of files that have not been read, says in whatever spelling may be used there.
    """
    for kind, registry in registries.items():
        if kind is ARTICLES:
            yield from _check_articles(registry, archive, elsewhere)
        else:
            yield from _check_names(registry, archive.records_naming(kind), elsewhere)


def _check_names(registry: Stored[tuple[Entry, ...]], used: Collection[str], elsewhere: str) -> Iterator[Problem]:
    not_seen = [
        (index, entry)
        for index, entry in enumerate(registry.value)
        if entry.name not in used and entry.name not in elsewhere
    ]
    # As a rule a name stands there as it is registered, and folding all files takes long.
    folded = fold(elsewhere) if not_seen else ""
    for index, entry in not_seen:
        if not any(fold(spelling) in folded for spelling in spellings(entry)):
            yield registry.problem((index,), f"「{entry.name}」は、どの諮問でも使われていません。", _REMEDY)


def _check_articles(registry: Stored[tuple[RegisteredLaw, ...]], archive: Archive, elsewhere: str) -> Iterator[Problem]:
    cited = (each.citation for each in archive.cited_articles)
    used = {(citation.law.slug, citation.version.slug, citation.article.slug) for citation in cited}
    for index, law in enumerate(registry.value):
        for version_index, version in enumerate(law.versions):
            for article_index, article in enumerate(version.articles):
                name = (law.slug, version.slug, article.slug)
                if name not in used and str(article.name) not in elsewhere:
                    yield registry.problem(
                        (index, "versions", version_index, "articles", article_index),
                        f"{article.name} は、どの諮問でも引かれていません。",
                        _REMEDY,
                    )
