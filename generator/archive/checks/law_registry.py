"""The registry of laws: periods have their source, versions follow each other, no two addresses are the same."""

from collections.abc import Iterator
from typing import Any, Final

from generator.archive.checks.addressing import check_slug_and_reading, find_unfit
from generator.japanese.deceiving import compose_marks
from generator.japanese.fold import fold
from generator.japanese.kana import is_reading
from generator.kinds.registered_law import LawVersion, RegisteredLaw
from generator.model.outline import Path
from generator.model.vocabulary import LAW_WORDS
from generator.model.web_address import why_no_web_address
from generator.problems import Problem
from generator.store.files import Stored

_SOURCE_REMEDY: Final = "source: に title（資料の名前）を書き足してください。分からなければ、この日付を消してください。"


def check_laws(registry: Stored[tuple[RegisteredLaw, ...]]) -> Iterator[Problem]:
    """Yield the problems of the registry of laws."""
    for index, law in enumerate(registry.value):
        yield from check_slug_and_reading(registry, (index,), law)
        yield from _check_short_names(registry, (index, "short_names"), law)
        yield from _check_period(registry, (index,), law)
        yield from _check_against(registry, index, law, registry.value[:index])
        for version_index, version in enumerate(law.versions):
            path = (index, "versions", version_index)
            yield from _check_version(registry, path, version, law.versions[:version_index])
            yield from _check_listed(registry, (*path, "articles"), version)


def _check_short_names(registry: Stored[Any], path: Path, law: RegisteredLaw) -> Iterator[Problem]:
    """Yield every short name that does nothing: one written before, or the word for another kind of law."""
    other_words = {word for kind, words in LAW_WORDS.items() if kind is not law.kind for word in words}
    for index, name in enumerate(law.short_names):
        if fold(name) in map(fold, (law.name, *law.short_names[:index])):
            message = f"「{name}」は、「{law.name}」の名前として、もう書いてあります。"
            yield registry.problem((*path, index), message, "この行を消してください。")
        elif name in other_words:
            message = f"「{name}」は、種類（kind）が「{law.kind}」の法令を指す言葉ではありません。"
            yield registry.problem((*path, index), message, "この行を消すか、kind を直してください。")


def _check_period(registry: Stored[Any], path: Path, law: RegisteredLaw) -> Iterator[Problem]:
    for key, day in (("since", law.since), ("until", law.until)):
        if day is not None and law.source is None:
            message = f"「{law.name}」の {key} に、出典（source）がありません。"
            yield registry.problem((*path, key), message, _SOURCE_REMEDY)
    if law.source is not None and law.source.url is not None and (reason := why_no_web_address(law.source.url)):
        message = f"「{law.source.url}」はウェブのアドレスではありません（{reason}）。"
        yield registry.problem(
            (*path, "source", "url"), message, "https:// で始まるアドレスを書くか、行ごと消してください。"
        )
    if law.since is not None and law.until is not None and law.until < law.since:
        message = f"「{law.name}」の until が、since より前です。"
        yield registry.problem((*path, "until"), message, "適用された最初の日と最後の日を確かめてください。")


def _check_against(
    registry: Stored[Any], index: int, law: RegisteredLaw, earlier: tuple[RegisteredLaw, ...]
) -> Iterator[Problem]:
    """Yield what ``law`` may not share with those before it: slug, addresses, names that apply at the same time."""
    if law.slug[:1].isdigit():
        message = f"slug「{law.slug}」が数字で始まっています。条項のアドレスと紛れます。"
        yield registry.problem((index, "slug"), message, "英小文字で始めてください。")
    for other in earlier:
        if law.slug == other.slug:
            message = f"slug「{law.slug}」が「{other.name}」と重なっています。"
            yield registry.problem((index, "slug"), message, "ほかと重ならない slug にしてください。")
        if law.short_addresses and other.short_addresses:
            message = f"short_addresses は「{other.name}」にもあります。同じアドレスに2つの条項が並びます。"
            yield registry.problem((index, "short_addresses"), message, "公開していないほうの行を消してください。")
        shared = [title for title in law.titles if other.is_called(title)]
        if shared and _apply_together(law, other):
            message = f"「{shared[0]}」は、同じ時期に適用される「{other.name}」の名前でもあります。"
            remedy = "1つの名前は1つの法令だけに書くか、改正や廃止の日（since、until）を出典とともに書いてください。"
            yield registry.problem((index,), message, remedy)


def _apply_together(law: RegisteredLaw, other: RegisteredLaw) -> bool:
    return not any(
        first.until and later.first_day and first.until < later.first_day
        for first, later in ((law, other), (other, law))
    )


def _check_version(
    registry: Stored[Any], path: Path, version: LawVersion, earlier: tuple[LawVersion, ...]
) -> Iterator[Problem]:
    yield from check_slug_and_reading(registry, path, version)
    if any(version.since <= other.since for other in earlier):
        message = f"版「{version.name}」の since が、前の版の since より後ではありません。"
        remedy = "版は古いものから順に、それぞれを引く最初の審議会の日とともに書いてください。"
        yield registry.problem((*path, "since"), message, remedy)
    if any(version.slug == other.slug for other in earlier):
        message = f"slug「{version.slug}」が、ほかの版と重なっています。"
        yield registry.problem((*path, "slug"), message, "ほかと重ならない slug にしてください。")


def _check_listed(registry: Stored[Any], path: Path, version: LawVersion) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, article in enumerate(version.articles):
        if article.slug != article.name.slug:
            message = f"{article.name} の slug は「{article.name.slug}」です（「{article.slug}」とあります）。"
            yield registry.problem((*path, index, "slug"), message, f"'{article.name.slug}' と書いてください。")
        for message, remedy in find_unfit(article.slug):
            yield registry.problem((*path, index, "slug"), message, remedy)
        if not is_reading(compose_marks(article.reading)):
            message = f"読み「{article.reading}」にひらがな以外の文字があります。"
            yield registry.problem((*path, index, "reading"), message, "ひらがなと長音（ー）だけで書いてください。")
        if article.slug in seen:
            yield registry.problem((*path, index), f"{article.name} が2回登録されています。", "1つにまとめてください。")
        seen.add(article.slug)
