"""What is still a sample is found before the site is published."""

from pathlib import Path

import pytest

from generator.site.configuration.samples import SAMPLES, samples_left
from generator.site.configuration.site_config import SiteConfig, read_site_config
from tests.publishing import ROOT
from tests.site.configuration.mistaken import CONFIG, archive_folder

_REAL = {
    "publisher: 審議アーカイブ有志（見本）": "publisher: 審議アーカイブ有志",
    "contact: 見本の連絡先（公開する前に書き換えます）": "contact: 審議アーカイブ有志",
    "contact_url: https://example.org/contact": "contact_url: https://shingi.jp/contact",
    "site_url: https://example.org/archive/": "site_url: https://shingi.jp/",
}


def read(config: Path) -> SiteConfig:
    configuration, problems = read_site_config(config)
    assert configuration is not None, "\n".join(map(str, problems))
    return configuration


def real(folder: Path, **changes: str) -> Path:
    """A configuration in which every sample is replaced; ``changes`` then replace its keys' values."""
    config = archive_folder(folder)
    text = config.read_text(encoding="utf-8")
    for sample, own in _REAL.items():
        assert sample in text
        key = own.partition(":")[0]
        text = text.replace(sample, f"{key}: {changes[key]}" if key in changes else own)
    config.write_text(text.replace("source_urls: {}", f"source_urls: {changes.get('source_urls', '{}')}"), "utf-8")
    return config


def test_the_samples_are_those_of_the_repository() -> None:
    text = (ROOT / CONFIG).read_text(encoding="utf-8")
    for key, sample in SAMPLES.items():
        assert f"{key}: {sample}\n" in text


def test_a_fresh_clone_has_four(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    left = samples_left(read(archive_folder(tmp_path)))
    assert [(problem.line, problem.message.partition(":")[0]) for problem in left] == [
        (50, "publisher"),
        (51, "contact"),
        (5, "site_url"),
        (52, "contact_url"),
    ]


def test_none_is_left_where_all_are_replaced(tmp_path: Path) -> None:
    assert samples_left(read(real(tmp_path))) == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("publisher", "別の有志（見本）"),
        ("contact", "連絡先（見本）です"),
        ("contact_url", "https://www.example.com/"),
        ("contact_url", "https://EXAMPLE.NET./"),
        ("contact_url", "mailto:someone@example.jp.example"),
        ("contact_url", "https://archive.test/contact"),
        ("contact_url", "https://shingi.invalid/"),
        ("contact_url", "http://localhost:8000/"),
        ("contact_url", "http://127.0.0.1/"),
        ("contact_url", "http://192.168.0.5/"),
        ("site_url", "http://[::1]:8000/"),
        ("source_urls", "{2022-06-17: https://example.org/975.pdf}"),
    ],
)
def test_another_sample_is_found(key: str, value: str, tmp_path: Path) -> None:
    (problem,) = samples_left(read(real(tmp_path, **{key: value})))
    assert problem.message.startswith(key)
    assert "書き換えて" in problem.remedy


@pytest.mark.parametrize("value", ["https://www.example.lg.jp/", "https://example.org.jp/", "tel:03-5432-1111"])
def test_a_name_that_only_looks_like_one_is_none(value: str, tmp_path: Path) -> None:
    assert samples_left(read(real(tmp_path, contact_url=value))) == ()
