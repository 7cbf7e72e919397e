"""site_config.yml as a whole: read, checked, and handed on as plain data."""

import datetime as dt
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, Severity, has_errors
from generator.site.addresses import hand_written
from generator.site.configuration.folders import check_folders
from generator.site.configuration.inheriting import read_merged
from generator.site.configuration.known_keys import check_configuration
from generator.site.configuration.known_options import day_of, options_in
from generator.site.configuration.page_tree import leads_elsewhere, targets
from generator.site.configuration.personal_values import check_persons
from generator.site.configuration.placed_values import Said, Sort
from generator.site.settings import Settings


@dataclass(frozen=True)
class SiteConfig:
    """A configuration without an error: ``root`` is all that it says, ``options`` what it says to our plugin."""

    root: Said
    options: Said
    warnings: tuple[Problem, ...] = ()

    @property
    def settings(self) -> Settings:
        """What the publisher decides."""
        said = {name: _without_line_end(value) for name, value in self.options.plain().items()}
        return Settings(**{field.name: said[field.name] for field in fields(Settings) if field.name in said})

    @property
    def named_pages(self) -> frozenset[str]:
        """The pages that ``nav`` names, as about.md or items/index.md, whether written by hand or by the program."""
        return frozenset(target.value for target in self._named if not leads_elsewhere(target.value))

    @property
    def _named(self) -> tuple[Said, ...]:
        return _targets(self.root)

    def as_plain_yaml(self) -> str:
        """Return all that it says, with what it inherits and takes from the environment, as YAML without a tag."""
        return yaml.safe_dump(self.root.plain(), allow_unicode=True, sort_keys=False)

    def addresses(self) -> Iterator[tuple[str, Said]]:
        """Yield every address that is no page of the site, with the key that says it."""
        for path in (("site_url",), ("repo_url",), ("extra", "homepage")):
            if (value := self.root.at(*path)) is not None:
                yield ".".join(path), value
        if (contact := self.options.at("contact_url")) is not None:
            yield "contact_url", contact
        for day, value in self._documents().items():
            yield f"source_urls.{day}", value

    def check_archive(self, meetings: Collection[dt.date], addresses: Collection[str]) -> Iterator[Problem]:
        """Yield a warning for every day without a meeting in ``source_urls``, and every page in ``nav`` that is none.

        ``meetings`` are the days of the archive's, ``addresses`` those of its pages.
        """
        for target in self._named:
            if not leads_elsewhere(target.value) and hand_written(target.value) not in addresses:
                message = f"nav: 「{target.value}」というページはありません。"
                remedy = "名前を確かめてください。手書きのページなら、内容のフォルダに置いてください。"
                yield target.place.problem(message, remedy, Severity.WARNING)
        for day in self._documents():
            if day_of(day) not in meetings:
                place = self.options.value["source_urls"].key_places[day]
                message = f"source_urls: {day} に開かれた審議会の諮問は、このアーカイブにありません。"
                remedy = "日付を確かめてください。諮問をこれから加えるのでなければ、行ごと消してください。"
                yield place.problem(message, remedy, Severity.WARNING)

    def _documents(self) -> dict[str, Said]:
        documents = self.options.at("source_urls")
        return documents.value if documents is not None and documents.sort is Sort.MAPPING else {}


def read_site_config(file: Path) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    """Read ``file``, with what it inherits, and return it with every problem; None where one is an error.

    No part of it is run. Raises OSError where the file cannot be read from the disk.
    """
    root, problems = read_merged(file, os.environ)
    problems = (*problems, *check_configuration(root), *check_persons(root))
    told = {(problem.file, problem.line, problem.column) for problem in problems}
    folders = (each for each in check_folders(root, file) if (each.file, each.line, each.column) not in told)
    problems = tuple(sorted({*problems, *folders}))
    plugins = root.at("plugins")
    options = options_in(plugins) if plugins else None
    if options is None or has_errors(problems):
        return None, problems
    return SiteConfig(root, options, problems), problems


def read_named_pages(file: Path) -> frozenset[str]:
    """Return the pages that ``nav`` in ``file`` names, also where the rest of the file is wrong: none without one."""
    try:
        root, _ = read_merged(file, os.environ)
    except OSError:
        return frozenset()
    return frozenset(target.value for target in _targets(root) if not leads_elsewhere(target.value))


def _targets(root: Said) -> tuple[Said, ...]:
    nav = root.at("nav")
    return tuple(targets(nav)) if nav else ()


def _without_line_end(value: Any) -> Any:  # noqa: ANN401 - as the file says
    return value.rstrip("\n") if isinstance(value, str) else value
