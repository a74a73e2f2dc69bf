"""The command line."""


def main() -> None:
    """Entry point of the `yutang` command."""
    from .main import app  # noqa: PLC0415 - the help of one command need not load the others' world

    app()
