"""What the tests share: the archive as it stands in the repository."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from generator.archive.archive import Archive
from generator.archive.loading import Loaded, load
from tests.publishing import Site, build_for, served
from tests.sharing import share_folder

pytest_plugins = ("pytester", "tests.left_out")

# How long an example takes says nothing on a machine that runs many tests at once.
# Few examples in each of many runs find as much as many in few; `pytest --hypothesis-profile=long` looks for longer.
settings.register_profile("archive", deadline=None, max_examples=25)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("archive")


def pytest_xdist_auto_num_workers() -> int:
    """Run one process more than there are processors: those with a browser wait for it more than they compute."""
    return 1 + (os.cpu_count() or 1)


def pytest_configure() -> None:
    """Let what the tests start be ended by Ctrl+C, also where a shell has started them with & and ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A process that is started inherits what is ignored, and not what is handled.
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def content() -> Path:
    """The repository's content folder."""
    return Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def loaded(content: Path) -> Loaded:
    """Everything under the content folder, with its problems."""
    return load(content)


@pytest.fixture(scope="session")
def archive(loaded: Loaded) -> Archive:
    """The archive of the content folder."""
    assert loaded.archive is not None, "\n".join(map(str, loaded.problems))
    return loaded.archive


@pytest.fixture(scope="session")
def at_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the real content, published at the root of a host."""
    folder = share_folder(tmp_path_factory, "root", lambda folder: build_for("https://archive.test/", folder))
    with served(folder / "site") as site:
        yield site


@pytest.fixture(scope="session")
def under_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same, published under /archive/."""
    folder = share_folder(tmp_path_factory, "path", lambda folder: build_for("https://archive.test/archive/", folder))
    with served(folder / "site", "archive/") as site:
        yield site


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the tests have measured."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    properties = (each for report in reports if report.when == "call" for each in report.user_properties)
    for text in sorted(str(text) for name, text in properties if name == "measured"):
        terminalreporter.write_line(text)
