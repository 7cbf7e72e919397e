"""The registries in themselves: names, slugs and readings are sound and unique."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from generator.archive.archive import Archive
from generator.japanese.fold import fold
from generator.japanese.kana import is_reading
from generator.kinds.kind import UNDECIDED_SLUG, Entry, Kind, spellings
from generator.kinds.ordinance import ARTICLES, Ordinance, OrdinanceVersion
from generator.model.outline import Path
from generator.problems import Problem
from generator.store.files import Stored

Named = Entry | Ordinance | OrdinanceVersion

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLUG_REMEDY: Final = "半角の英小文字と数字を - でつないで書いてください（例: mail-address）。"


def check_names(registry: Stored[tuple[Entry, ...]]) -> Iterator[Problem]:
    """Yield the problems of a registry of names."""
    owners: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for index, entry in enumerate(registry.value):
        yield from _check_slug_and_reading(registry, (index,), entry)
        if entry.slug in slugs:
            message = f"slug「{entry.slug}」が「{slugs[entry.slug]}」と重なっています。"
            yield registry.problem((index, "slug"), message, "ほかと重ならない slug にしてください。")
        slugs.setdefault(entry.slug, entry.name)
        for folded, spelling in {fold(spelling): spelling for spelling in reversed(_all_names(entry))}.items():
            if folded in owners:
                same = f"「{entry.name}」の名前か別名「{spelling}」"
                message = f"{same}は、もう1つの登録「{owners[folded]}」の名前か別名でもあります。"
                yield registry.problem((index,), message, "1つの名前は、1つの登録だけに書いてください。")
            owners.setdefault(folded, entry.name)


def _all_names(entry: Entry) -> tuple[str, ...]:
    return (*spellings(entry), *entry.also_called)


def _check_slug_and_reading(registry: Stored[Any], path: Path, entry: Named) -> Iterator[Problem]:
    if not _SLUG.fullmatch(entry.slug):
        yield registry.problem((*path, "slug"), f"slug「{entry.slug}」の形が正しくありません。", _SLUG_REMEDY)
    if entry.slug == UNDECIDED_SLUG:
        message = f"slug「{entry.slug}」は、検索で「未定」を指す語なので使えません。"
        yield registry.problem((*path, "slug"), message, "ほかの slug にしてください。")
    if not is_reading(entry.reading):
        message = f"読み「{entry.reading}」にひらがな以外の文字があります。"
        yield registry.problem((*path, "reading"), message, "ひらがなと長音（ー）だけで書いてください。")


def check_ordinances(registry: Stored[tuple[Ordinance, ...]]) -> Iterator[Problem]:
    """Yield the problems of the registry of ordinances: versions follow each other, articles carry their numbers."""
    for index, ordinance in enumerate(registry.value):
        yield from _check_slug_and_reading(registry, (index,), ordinance)
        for version_index, version in enumerate(ordinance.versions):
            path = (index, "versions", version_index)
            yield from _check_version(registry, path, version, ordinance.versions[:version_index])
            yield from _check_articles(registry, (*path, "articles"), version)


def _check_version(
    registry: Stored[Any], path: Path, version: OrdinanceVersion, earlier: tuple[OrdinanceVersion, ...]
) -> Iterator[Problem]:
    yield from _check_slug_and_reading(registry, path, version)
    if any(version.since <= other.since for other in earlier):
        message = f"版「{version.name}」の since が、前の版の since より後ではありません。"
        remedy = "版は古いものから順に、それぞれを引く最初の審議会の日とともに書いてください。"
        yield registry.problem((*path, "since"), message, remedy)
    if any(version.slug == other.slug for other in earlier):
        message = f"slug「{version.slug}」が、ほかの版と重なっています。"
        yield registry.problem((*path, "slug"), message, "ほかと重ならない slug にしてください。")


def _check_articles(registry: Stored[Any], path: Path, version: OrdinanceVersion) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, article in enumerate(version.articles):
        if article.slug != article.name.slug:
            message = f"{article.name} の slug は「{article.name.slug}」です（「{article.slug}」とあります）。"
            yield registry.problem((*path, index, "slug"), message, f"'{article.name.slug}' と書いてください。")
        if not is_reading(article.reading):
            message = f"読み「{article.reading}」にひらがな以外の文字があります。"
            yield registry.problem((*path, index, "reading"), message, "ひらがなと長音（ー）だけで書いてください。")
        if article.slug in seen:
            yield registry.problem((*path, index), f"{article.name} が2回登録されています。", "1つにまとめてください。")
        seen.add(article.slug)


def check_all_use(
    registries: Mapping[Kind[Any], Stored[Any]], archive: Archive, elsewhere: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each entry of ``registries``, by their kinds, that ``archive`` does not use.

    An entry whose name stands in ``elsewhere``, the text of files that have not been read, may be used there.
    """
    for kind, registry in registries.items():
        if kind is ARTICLES:
            yield from _check_article_use(registry, archive, elsewhere)
        else:
            yield from _check_use(registry, archive.records_naming(kind), elsewhere)


def _check_use(registry: Stored[tuple[Entry, ...]], used: Collection[str], elsewhere: str) -> Iterator[Problem]:
    for index, entry in enumerate(registry.value):
        if entry.name not in used and entry.name not in elsewhere:
            yield registry.problem(
                (index,),
                f"「{entry.name}」は、どの諮問でも使われていません。",
                "諮問のファイルで使うか、この登録を消してください。",
            )


def _check_article_use(registry: Stored[tuple[Ordinance, ...]], archive: Archive, elsewhere: str) -> Iterator[Problem]:
    """Yield a problem for each article that no consultation cites."""
    used = {(cited.citation.version.slug, cited.citation.article.slug) for cited in archive.cited_articles}
    for index, ordinance in enumerate(registry.value):
        for version_index, version in enumerate(ordinance.versions):
            for article_index, article in enumerate(version.articles):
                if (version.slug, article.slug) not in used and str(article.name) not in elsewhere:
                    yield registry.problem(
                        (index, "versions", version_index, "articles", article_index),
                        f"{article.name} は、どの諮問でも引かれていません。",
                        "諮問のファイルで使うか、この登録を消してください。",
                    )
