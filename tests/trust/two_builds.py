"""Two builds of one site at once: each is done after the other, or refused by name, and never are they mixed."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.trust.archives import BUILD, publish_archive
from tests.trust.promise import Form, Promise, Trial

_TIMES: Final = {Form.SHORT: 1, Form.LONG: 12}
_STEP: Final = 0.15


def _trials(form: Form) -> Iterator[Trial]:
    for number in range(_TIMES[form]):
        yield Trial(f"the second begins {number * _STEP:.2f} s later", partial(_build_twice, later=number * _STEP))


def _build_twice(folder: Path, later: float) -> str:
    archive = publish_archive(folder)
    first = archive.start(*BUILD)
    time.sleep(later)
    second = archive.start(*BUILD)
    ends = [(process.communicate(timeout=120)[1], process.returncode) for process in (first, second)]
    for said, status in ends:
        if status != 0 and "ほかの命令（archive build、プロセス" not in said:
            return f"refused without the name of who is building: {said}"
    if not any(status == 0 for _, status in ends):
        return "neither has built the site"
    published = archive.read()
    fault = archive.find_fault_after()
    return fault or ("" if published == archive.read() else "what is published is a mixture")


PROMISE: Final = Promise("Two builds at once never mix", _trials)
