"""The day of a meeting as a consultation's file writes it, also where the rest of the file cannot be read."""

import re
from pathlib import Path
from typing import Final

_MEETING: Final = re.compile(rb"^meeting:[ '\"]*([0-9-]+)", re.MULTILINE)


def day_written_in(path: Path) -> str:
    """Return the day of the meeting that the file at ``path`` writes, empty where it writes none."""
    try:
        written = _MEETING.search(path.read_bytes())
    except OSError:
        return ""
    return written.group(1).decode() if written else ""
