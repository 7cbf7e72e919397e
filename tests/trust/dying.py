"""The command, ended where it changes the disk for the Nth time: ``python -m tests.trust.dying SIGKILL N import …``."""

import os
import signal
import sys

from generator.cli.main import main
from tests.disk.failing import watched_disk


def die_at(step: int, how: signal.Signals) -> None:
    """Run the command of the arguments, and send it the signal ``how`` before that step."""

    def die(at: int) -> None:
        if at == step:
            os.kill(os.getpid(), how)

    with watched_disk(die):
        main()


if __name__ == "__main__":
    die_at(how=signal.Signals[sys.argv.pop(1)], step=int(sys.argv.pop(1)))
