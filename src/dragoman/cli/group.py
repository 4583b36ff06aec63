"""A group of commands that also takes the dossier before the command's name."""

from typing import Any

from typer.core import TyperGroup


class DossierFirst(TyperGroup):
    """`correct DOSSIER confirm ID` is `correct confirm DOSSIER ID`: people write both."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command's name first where a dossier stands before it."""
        if len(args) > 1 and args[0] not in self.commands and args[1] in self.commands:
            args = [args[1], args[0], *args[2:]]
        return super().parse_args(ctx, args)
