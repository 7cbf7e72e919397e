"""A browser's profile that tests use one after the other, each as if nobody had used it before.

Chromium takes longer to make a profile, and the process that shows its first page, than to load a page of the site.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page


@dataclass(frozen=True)
class Profile:
    """``failures`` says which scripts have failed in the page that was opened last."""

    context: BrowserContext
    cleaner: CDPSession
    failures: list[str] = field(default_factory=list)

    @contextmanager
    def open_page(self) -> Iterator[Page]:
        """Open an empty page, and forget all that it has left behind when it is closed."""
        self.failures.clear()
        page = self.context.new_page()
        try:
            yield page
        finally:
            for opened in self.context.pages[1:]:
                opened.close()
            self._forget()

    def _forget(self) -> None:
        self.context.unroute_all()
        self.context.clear_cookies()
        self.context.set_offline(offline=False)
        self.cleaner.send("Network.clearBrowserCache")
        self.cleaner.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})


@contextmanager
def lend_profile(browser: Browser) -> Iterator[Profile]:
    """Lend a profile of ``browser``. One page of it stays open, and the process that shows the others with it."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    profile = Profile(context, context.new_cdp_session(context.new_page()))
    context.on("weberror", lambda failure: profile.failures.append(str(failure.error)))
    yield profile
    context.close()
