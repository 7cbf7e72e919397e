"""The review of one draft, made anew from the files whenever it is looked at."""

from pathlib import Path
from threading import Lock

from generator.review.draft import Draft, file_of, read_draft, stamp_of
from generator.review.page import render, review_view


class NothingToReviewError(Exception):
    """There is no such draft. The message says to the clerk, in Japanese, what to do."""


class Reviewer:
    """Makes the page anew from the files whenever it is asked for, and remembers what could last be read."""

    _last: Draft | None = None

    def __init__(self, content: Path, number: int) -> None:
        """Review consultation ``number`` of the ``content`` folder. Raises NothingToReviewError."""
        if not file_of(content, number).is_file():
            message = f"諮問第{number}号のファイル {content.name}/consultations/{number}.yml がありません。"
            raise NothingToReviewError(message)
        self._content = content
        self._number = number
        self._lock = Lock()

    def stamp(self) -> str:
        """Return what changes as soon as a file is saved."""
        return stamp_of(self._content, self._number)

    def page(self) -> str:
        """Return the HTML of the page."""
        with self._lock:
            stamp = self.stamp()  # taken first: what is saved meanwhile makes the page load again
            draft = read_draft(self._content, self._number)
            view = review_view(draft, stamp, self._last)
            self._last = draft if draft.stored else self._last
        return render(view)
