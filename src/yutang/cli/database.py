"""`yutang db`: the schema."""

from typing import Annotated

import typer
from sqlalchemy.exc import OperationalError

from yutang.kernel.settings import Settings
from yutang.migrating import upgrade

app = typer.Typer(add_completion=False, help="The database's schema.", no_args_is_help=True)


class UnreachableDatabaseError(RuntimeError):
    """The server does not answer or refuses us."""


def migrate(database_url: str) -> None:
    """Bring a database to the newest schema. Raises UnreachableDatabaseError."""
    try:
        upgrade(database_url)
    except OperationalError as error:
        if not error.connection_invalidated and error.statement is not None:
            raise
        message = f"cannot use the database of YUTANG_DATABASE_URL: {error.orig}"
        raise UnreachableDatabaseError(message.strip()) from error


@app.callback()
def database() -> None:
    """The database's schema."""


@app.command("upgrade")
def upgrade_schema(
    *, quiet: Annotated[bool, typer.Option(help="Say nothing where all is well.")] = False
) -> None:
    """Migrate the database of YUTANG_DATABASE_URL to the newest schema."""
    url = Settings().database_url
    if url is None:
        message = "set YUTANG_DATABASE_URL; `yutang up` migrates the embedded server by itself"
        raise typer.BadParameter(message)
    try:
        migrate(url)
    except UnreachableDatabaseError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if not quiet:
        typer.echo("the schema is up to date")
