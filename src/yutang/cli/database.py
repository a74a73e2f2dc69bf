"""`yutang db`: the schema."""

import typer

from yutang.kernel.settings import Settings
from yutang.migrating import upgrade

app = typer.Typer(help="The database's schema.", no_args_is_help=True)


@app.callback()
def database() -> None:
    """The database's schema."""


@app.command("upgrade")
def upgrade_schema() -> None:
    """Migrate the database of YUTANG_DATABASE_URL to the newest schema."""
    url = Settings().database_url
    if url is None:
        message = "set YUTANG_DATABASE_URL; `yutang up` migrates the embedded server by itself"
        raise typer.BadParameter(message)
    upgrade(url)
    typer.echo("the schema is up to date")
