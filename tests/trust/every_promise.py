"""The promises that are tried, in README.md's order. Each module beside this one tries one of them."""

from typing import Final

from tests.trust import (
    edited_imports,
    failed_builds,
    full_disks,
    killed_builds,
    killed_imports,
    mutants,
    personal_data,
    same_bytes,
    silent_changes,
    site_folders,
    stray_files,
    two_builds,
    withheld_words,
)
from tests.trust.promise import Promise

PROMISES: Final[tuple[Promise, ...]] = (
    killed_builds.PROMISE,
    failed_builds.PROMISE,
    full_disks.PROMISE,
    two_builds.PROMISE,
    site_folders.PROMISE,
    killed_imports.PROMISE,
    edited_imports.PROMISE,
    stray_files.PROMISE,
    personal_data.PROMISE,
    withheld_words.PROMISE,
    silent_changes.PROMISE,
    same_bytes.PROMISE,
    mutants.PROMISE,
)
