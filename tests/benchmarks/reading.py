"""What the oracle knows of the content: each consultation's blocks of text and facts, and the registered names."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tests.benchmarks.folding import fold, fold_name
from tests.benchmarks.printing import title_block

Tree = dict[str, Any]

FACETS: Final = ("counterparty", "item", "department", "article", "measure", "subject", "meeting")
MEASURES: Final = {
    "外部委託": "outsourcing",
    "回線結合": "connection",
    "外部提供": "provision",
    "本人外収集": "collection-from-others",
    "目的外利用": "other-purpose",
    "電子計算機への記録": "computer-recording",
}
ROLES: Final = {
    "委託先": "contractor",
    "回線結合の相手方": "connected-party",
    "外部提供の相手方": "recipient",
    "本人外収集の相手方": "source",
    "運営者": "operator",
    "利用サービス": "service",
    "連絡経路": "channel",
    "例示": "example",
}
INSIDE_ROLES: Final = ("保有課", "利用課")
_FISCAL_YEAR_STARTS_IN: Final = 4


@dataclass(frozen=True)
class Document:
    """A consultation: its blocks as printed, folded in one text with a line for each, and its facet values."""

    number: int
    blocks: tuple[str, ...]
    folded: str
    values: dict[str, frozenset[str]]

    def holds(self, term: str) -> bool:
        """Tell whether the folded ``term`` stands within one block."""
        return term in self.folded


@dataclass(frozen=True)
class Name:
    """A registered name: what readers may call it, and the folded spellings documents hold, each ready to compare."""

    called: frozenset[str]
    spellings: tuple[str, ...]


class Registries:
    """The registered names by registry, and the slugs they have."""

    def __init__(self, content: Path) -> None:
        """Read the registries of ``content``."""
        files = ("counterparties", "items", "departments", "subjects")
        entries = {file: _read(content / f"{file}.yml") for file in files}
        entries["articles"] = [entry for law in _read(content / "articles.yml") for entry in _articles_of(law)]
        self.slugs = {file: {entry["name"]: entry["slug"] for entry in listed} for file, listed in entries.items()}
        self.names = tuple(_name(entry) for listed in entries.values() for entry in listed)


def _articles_of(law: Tree) -> Iterator[Tree]:
    """Yield the articles of a law as readers and documents call them, those of the only law there is here."""
    for version in law["versions"]:
        for article in version["articles"]:
            called = [f"{title}{article['name']}" for title in law["short_names"] if title != "条例"]
            yield {**article, "name": f"{law['name']}{article['name']}", "also_called": called}


def documents(content: Path) -> tuple[Document, ...]:
    """Return the consultations of ``content`` by number."""
    registries = Registries(content)
    files = sorted((content / "consultations").glob("*.yml"), key=lambda file: int(file.stem))
    return tuple(_document(_read(file), registries) for file in files)


def _read(file: Path) -> Any:  # noqa: ANN401 - a file holds a list or a mapping
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - nothing but text


def _name(entry: Tree) -> Name:
    spellings = [entry["name"], *entry.get("aliases", [])]
    called = [*spellings, entry["reading"], *entry.get("also_called", [])]
    return Name(frozenset(map(fold_name, called)), tuple(map(fold, spellings)))


def _document(tree: Tree, registries: Registries) -> Document:
    sections = list(_every(tree["sections"]))
    blocks = (*title_block(tree), *(block for section in sections for block in _blocks(section)))
    return Document(int(tree["number"]), blocks, "\n".join(map(fold, blocks)), _values(tree, sections, registries))


def _every(sections: list[Tree]) -> Iterator[Tree]:
    """Yield ``sections`` and all beneath them, depth first."""
    for section in sections:
        yield section
        yield from _every(section.get("sections", []))


def _blocks(section: Tree) -> Iterator[str]:
    texts = [section.get("heading", ""), *section.get("text", "").split("\n")]
    for column in section.get("torn_table", []):
        texts += [column["column"], *column["cells"]]
    for row in section.get("table", []):
        for cell in row["cells"]:
            texts += (cell if isinstance(cell, str) else cell["text"]).split("\n")
    yield from (text for text in texts if text.strip())


def _values(tree: Tree, sections: list[Tree], registries: Registries) -> dict[str, frozenset[str]]:
    slugs = registries.slugs
    measures = tree.get("measures", [])
    articles = {article for measure in measures for article in measure.get("articles", [])}
    items = [item for section in sections for item in _items(section)]
    values = {
        "counterparty": {value for section in sections for value in _parties(section, slugs["counterparties"])},
        "item": {slugs["items"][name] for item in items for name in (item["name"], *item.get("parts", []))},
        "department": {slugs["departments"][name] for name in tree["departments"]},
        "article": {slugs["articles"][name] for name in articles},
        "measure": {MEASURES[measure["type"]] for measure in measures},
        "subject": {slugs["subjects"][name] for section in sections for name in _subjects(section)},
        "meeting": {tree["meeting"], _fiscal_year(dt.date.fromisoformat(tree["meeting"]))},
    }
    return {facet: frozenset(of_facet) for facet, of_facet in values.items()}


def _items(section: Tree) -> list[Tree]:
    listed = [item for key in ("items", "added_items") if section.get(key, "なし") != "なし" for item in section[key]]
    return [{"name": item} if isinstance(item, str) else item for item in listed]


def _subjects(section: Tree) -> Iterator[str]:
    yield from section.get("subjects", [])
    for fact in (*_items(section), *section.get("volumes", [])):
        if "subject" in fact:
            yield fact["subject"]


def _parties(section: Tree, slugs: dict[str, str]) -> Iterator[str]:
    for party in section.get("counterparties", []):
        if party["role"] in INSIDE_ROLES:
            continue
        slug = slugs[party["name"]] if "name" in party else "undecided"
        yield slug
        yield f"{slug}:{ROLES[party['role']]}"


def _fiscal_year(day: dt.date) -> str:
    return f"fy{day.year if day.month >= _FISCAL_YEAR_STARTS_IN else day.year - 1}"
