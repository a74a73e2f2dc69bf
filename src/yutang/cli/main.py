"""The commands, put together. A new one is registered by one line below."""

from importlib import import_module
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup
from typing_extensions import override

from yutang.kernel.origins import from_command

COMMANDS = {
    "up": "up:up",
    "api": "serving:api",
    "worker": "working:worker",
    "demo": "demo.commands:demo",
    "audience": "audience:app",
    "doctor": "doctor:doctor",
    "sync": "sync:sync_company",
    "import": "transfers:import_customers",
    "export": "transfers:export_customers",
    "db": "database:app",
    "corps": "corps:app",
    "privacy": "privacy:app",
    "users": "users:app",
    "codes": "codes:app",
    "handovers": "handing_over:app",
    "sources": "sources:app",
    "segments": "segments:app",
    "audit": "auditing:app",
    "log": "event_log:app",
    "secrets": "secret_keys:app",
}
"""The name of each command, its module below this one and its name there."""

SERVING = frozenset({"up", "api", "worker", "audience", "demo"})
"""What others ask of these comes from requests and jobs, not from whoever typed the command."""


class Commands(TyperGroup):
    """A command's module is read when it is called: a worker reads nothing of the api's."""

    @override
    def list_commands(self, ctx: object) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: object, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        made = getattr(import_module(f".{module}", __package__), name)
        if not isinstance(made, typer.Typer):
            alone = typer.Typer(add_completion=False, pretty_exceptions_show_locals=False)
            alone.command(cmd_name)(made)
            made = alone
        command = typer.main.get_command(made)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_show_locals=False)


@app.callback()
def yutang(context: typer.Context) -> None:
    """Yutang (鱼塘): run a company's private domain on WeCom."""
    if context.invoked_subcommand not in SERVING:
        from_command()
