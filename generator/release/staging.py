"""A site that is built beside the published one, verified whole, and then put in its place or thrown away."""

import shutil
from contextlib import ExitStack
from typing import Final

from generator.disk.interrupts import holding_interrupts
from generator.disk.output_folder import OutputFolder
from generator.release.live_site import LiveSite
from generator.release.manifest import MANIFEST, compose_manifest
from generator.release.site_folder import ReleaseError

_FAULTS_SHOWN: Final = 5


class Staging:
    """The next site of ``live``, which nobody else builds in the meantime.

    Raises ReleaseError where the site may not be renewed, and OSError where the folder beside it cannot be written.
    """

    def __init__(self, live: LiveSite) -> None:
        """Begin a site."""
        self.live = live
        self._held = ExitStack()
        live.require_own()
        self._held.enter_context(live.hold())
        try:
            # A program that was killed may have left the site as it was before this one looked at it.
            live.require_own()
            self.output = OutputFolder(live.make_folder())
        except BaseException:
            self._held.close()
            raise

    def verify(self) -> None:
        """Read every file back and list them all in the site's own list. Raises ReleaseError and OSError."""
        digests = self.output.digests
        self.output.write(MANIFEST, compose_manifest(digests))
        faults = tuple(self.output.find_faults())
        if faults:
            more = f"、ほか{len(faults) - _FAULTS_SHOWN}件" if len(faults) > _FAULTS_SHOWN else ""
            message = (
                f"書き出したファイルを読み返すと、内容が違うか、ありませんでした"
                f"（{'、'.join(faults[:_FAULTS_SHOWN])}{more}）。"
                "ディスクの空きを確かめてから、もう一度実行してください。"
            )
            raise ReleaseError(message)

    def put_in_place(self) -> None:
        """Publish the site. Raises ReleaseError and OSError, and then what was published still is."""
        with holding_interrupts():
            self.live.put_in_place(self.output.path)
        self.discard()

    def discard(self) -> None:
        """Throw away what has not been put in place, and let others build. It may be called again."""
        shutil.rmtree(self.output.path, ignore_errors=True)
        self._held.close()
