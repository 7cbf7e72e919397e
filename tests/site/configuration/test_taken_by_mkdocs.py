"""What the reader takes MkDocs takes, too, from the reader as from the file itself."""

import copy
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from mkdocs.config import load_config

from generator.configuring import CheckedFile
from generator.site.configuration.samples import samples_left
from generator.site.configuration.site_config import read_site_config
from tests.site.configuration.mistaken import archive_folder

_GONE: Final = object()
_ODD: Final[tuple[Any, ...]] = (_GONE, None, -1, "a\nb", [], [{}], {"a": None})
_MORE: Final = {
    "site_author": "区",
    "repo_url": "https://codeberg.org/a",
    "repo_name": "r",
    "draft_docs": "x",
    "not_in_nav": "x",
    "extra": {"homepage": "https://a.jp/"},
    "strict": True,
    "dev_addr": "127.0.0.1:8000",
}


def changed(root: dict[str, Any]) -> Iterator[Any]:
    """Every configuration that holds something odd, or nothing, in one place of ``root``."""
    for path in _paths(root):
        for odd in _ODD:
            whole = copy.deepcopy(root)
            inner: Any = whole
            for key in path[:-1]:
                inner = inner[key]
            if odd is _GONE:
                del inner[path[-1]]
            else:
                inner[path[-1]] = odd
            yield whole


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - as YAML says
    if path:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value[:1] if isinstance(value, list) else ())
    for key, inner in entries:
        yield from _paths(inner, (*path, key))


def test_an_odd_value_anywhere_is_refused_or_taken_by_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "disabled", True)
    config = archive_folder(tmp_path)
    root = yaml.safe_load(config.read_text(encoding="utf-8")) | _MORE
    taken = refused = 0
    for said in changed(root):
        config.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
        configuration, problems = read_site_config(config)
        if configuration is None:
            assert all(problem.line and problem.column for problem in problems)
            assert problems
            refused += 1
            continue
        taken += 1
        samples_left(configuration)
        list(configuration.check_archive((), ()))
        assert configuration.settings.ward
        for read in (CheckedFile(config), str(config)):
            assert load_config(read)["site_url"], said
    assert taken > 20
    assert refused > 200
