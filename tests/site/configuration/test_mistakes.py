"""site_config.yml is read as strictly as the content: every mistake is told at its place, and nothing else is told."""

from pathlib import Path

import pytest

from generator.problems import Severity, has_errors
from generator.site.configuration.site_config import read_site_config
from tests.publishing import ROOT
from tests.site.configuration.mistaken import CONFIG, MISTAKES, archive_folder, mistaken


@pytest.mark.parametrize("name", MISTAKES)
def test_just_the_mistake_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    case = MISTAKES[name]
    for variable, value in case.get("environment", {}).items():
        monkeypatch.setenv(variable, value)
    configuration, problems = read_site_config(mistaken(case, tmp_path))
    wanted = [(told.get("file", CONFIG), told["line"], told["column"]) for told in case["told"]]
    assert [(found.file, found.line, found.column) for found in problems] == wanted, "\n".join(map(str, problems))
    for found, told in zip(problems, case["told"], strict=True):
        assert told["message"] in found.message, str(found)
        assert told["remedy"] in found.remedy, str(found)
        assert found.severity == told.get("severity", Severity.ERROR), str(found)
    assert (configuration is None) is has_errors(problems)


def test_the_repository_has_no_mistake() -> None:
    configuration, problems = read_site_config(ROOT / CONFIG)
    assert problems == ()
    assert configuration is not None
    assert {"index.md", "about.md", "undecided/index.md"} <= configuration.named_pages


def test_what_is_handed_to_mkdocs_holds_no_tag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_URL", "https://archive.example/\U0001f600/")
    config = archive_folder(tmp_path)
    text = config.read_text(encoding="utf-8")
    assert "https://example.org/archive/" in text
    config.write_text(text.replace("https://example.org/archive/", "!ENV ARCHIVE_URL"), encoding="utf-8")
    configuration, problems = read_site_config(config)
    assert problems == ()
    assert configuration is not None
    handed_on = configuration.as_plain_yaml()
    assert "!" not in handed_on
    assert "site_url: https://archive.example/\U0001f600/\n" in handed_on
