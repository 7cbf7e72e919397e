"""ProperDocs, which continues MkDocs 1, builds the site as MkDocs does."""

from importlib.metadata import version
from pathlib import Path

from generator.release.manifest import MANIFEST
from tests.commands import run
from tests.publishing import build_for

MKDOCS = f'content="mkdocs-{version("mkdocs")}, '.encode()
PROPERDOCS = f'content="mkdocs-ProperDocs {version("properdocs")}, '.encode()


def read_files(site: Path) -> dict[str, bytes]:
    """Every file of a site and what it holds, but for the list of their digests."""
    files = (file for file in site.rglob("*") if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def test_the_site_is_the_same_but_for_the_name_of_its_generator(tmp_path: Path) -> None:
    ours = read_files(build_for("https://archive.test/", tmp_path))
    built = run(tmp_path, "properdocs", "build", "-f", "site_config.yml", "--strict", "-d", "theirs")
    assert built.returncode == 0, built.stderr
    theirs = read_files(tmp_path / "theirs")
    pages = {name for name in theirs if name.endswith(".html")}
    assert {"index.html", "404.html", "consultations/975/index.html"} <= pages
    assert {theirs[name].count(PROPERDOCS) for name in pages} == {1}
    assert {name: data.replace(PROPERDOCS, MKDOCS) for name, data in theirs.items()} == ours
