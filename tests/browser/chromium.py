"""Finds a Chromium for the tests: the system's, or the one Playwright installs for itself.

`python -m tests.browser.chromium` makes sure that there is one, and installs it where there is none. The tests never
do without: where no Chromium is found they fail, and say how to get one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# First the one without a window, which takes a third less time.
NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ADVICE: Final = (
    "The browser tests need Chromium. Install it with your system's package manager (on Debian and Ubuntu: "
    "sudo apt-get install chromium), or with: python -m playwright install --with-deps chromium"
)


class MissingChromiumError(Exception):
    """There is no Chromium on this machine. The message says how to install one."""


def find(playwright: Playwright) -> Path:
    """Return the Chromium of this machine. Raises MissingChromiumError."""
    on_path = (shutil.which(name) for name in NAMES)
    own = playwright.chromium.executable_path
    for candidate in (*on_path, own):
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    message = f"No Chromium found: none of {', '.join(NAMES)} is on the PATH, and there is no {own}.\n{ADVICE}"
    raise MissingChromiumError(message)


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium of this machine. Raises MissingChromiumError."""
    program = find(playwright)
    try:
        return playwright.chromium.launch(executable_path=program, args=list(FLAGS))
    except Error as error:
        message = f"{program} does not start: {error.message}\n{ADVICE}"
        raise MissingChromiumError(message) from error


def installations() -> list[list[str]]:
    """Return the commands that install a Chromium here, to be run one after the other."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        # Without a Japanese font every character is a box of another width, and lines break elsewhere.
        packages = ["chromium-headless-shell", "fonts-noto-cjk"]
        return [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *packages]]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def install() -> None:
    """Install a Chromium. Raises MissingChromiumError where that fails."""
    for command in installations():
        shown = " ".join(command)
        print(f"No Chromium found; running: {shown}", file=sys.stderr)  # noqa: T201 - a command talks to its user
        try:
            finished = subprocess.run(command, check=False)  # noqa: S603 - the commands above
        except OSError as error:
            message = f"Chromium could not be installed: {shown}: {error.strerror}.\n{ADVICE}"
            raise MissingChromiumError(message) from error
        if finished.returncode != 0:
            message = f"Chromium could not be installed: {shown} ended with status {finished.returncode}.\n{ADVICE}"
            raise MissingChromiumError(message)


def ensure() -> str:
    """Return the version of a Chromium that starts, after installing one where there was none.

    Raises MissingChromiumError where there is none to be had.
    """
    with sync_playwright() as playwright:
        try:
            find(playwright)
        except MissingChromiumError:
            install()
        browser = launch(playwright)
        version = browser.version
        browser.close()
    return version


if __name__ == "__main__":
    try:
        print(f"Chromium {ensure()}")  # noqa: T201 - a command talks to its user
    except MissingChromiumError as missing:
        sys.exit(str(missing))
