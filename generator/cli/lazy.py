"""Commands that are imported when they are run: who checks the content need not wait for readers of PDF and Word."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group of commands, some of which are named by 「module:function」 and imported when asked for."""

    def __init__(self, *arguments: Any, lazy: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401 - click's own
        """Keep where the commands are that are not added themselves."""
        super().__init__(*arguments, **options)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported if need be, or None where there is none of that name."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        module, name = self._lazy[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command
