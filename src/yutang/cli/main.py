"""The commands, put together. A new one is registered by one line below."""

import typer

from . import corps, database, doctor, serve, sync, transfers, up
from .demo import commands as demo

app = typer.Typer(
    help="Yutang (鱼塘): run a company's private domain on WeCom.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
app.command()(up.up)
app.command()(serve.api)
app.command()(serve.worker)
app.command()(demo.demo)
app.command()(doctor.doctor)
app.command("sync")(sync.sync_company)
app.command("import")(transfers.import_customers)
app.command("export")(transfers.export_customers)
app.add_typer(database.app, name="db")
app.add_typer(corps.app, name="corps")
