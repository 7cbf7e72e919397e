"""The command, killed where it changes the disk for the Nth time: ``python -m tests.trust.dying N import …``."""

import os
import signal
import sys

from generator.cli.main import main
from tests.disk.failing import watched_disk


def die_at(step: int) -> None:
    """Run the command of the arguments, which nothing outlives."""

    def die(at: int) -> None:
        if at == step:
            os.kill(os.getpid(), signal.SIGKILL)

    with watched_disk(die):
        main()


if __name__ == "__main__":
    die_at(int(sys.argv.pop(1)))
