"""Leaves out of a plain run the tests that need more than Python, pip and Chromium, and says which they are.

Such a test carries the mark `beyond_pip` with what it needs in words. `.ci/run` installs that and runs them, with
`pytest -m beyond_pip`. They never skip themselves: where something is missing, they fail.
"""

from typing import Final, Protocol

import pytest

MARK: Final = "beyond_pip"
_TITLE: Final = "left out, for what they need besides pip; .ci/run installs that and runs them"
_NEEDS: Final = pytest.StashKey[dict[str, str]]()


class _Worker(Protocol):
    """A process of pytest-xdist that ran tests, as the process sees it that gave it work."""

    config: pytest.Config
    workeroutput: dict[str, dict[str, str]]


def pytest_configure(config: pytest.Config) -> None:
    """Make room for the names of what is left out, with what each needs."""
    config.stash[_NEEDS] = {}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what carries the mark, unless the command line speaks of it."""
    if MARK in config.option.markexpr:
        return
    needs = {item: str(mark.args[0]) for item in items if (mark := item.get_closest_marker(MARK))}
    config.stash[_NEEDS] |= {item.nodeid: need for item, need in needs.items()}
    if needs:
        config.hook.pytest_deselected(items=list(needs))
        items[:] = [item for item in items if item not in needs]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what a worker of pytest-xdist left out to the process that reports."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[MARK] = session.config.stash[_NEEDS]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: _Worker) -> None:
    """Take what a worker left out; one that broke down says nothing."""
    node.config.stash[_NEEDS] |= getattr(node, "workeroutput", {}).get(MARK, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """List what was left out and why."""
    needs = config.stash[_NEEDS]
    if needs:
        terminalreporter.section(_TITLE)
        for name, need in sorted(needs.items()):
            terminalreporter.write_line(f"{name} (needs {need})")
