"""Bring a database to the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config


def alembic_config(database_url: str) -> Config:
    """Alembic's configuration without a file: the migrations travel in the wheel."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    return config


def upgrade(database_url: str) -> None:
    """Migrate to the head; safe to run from several processes at once."""
    command.upgrade(alembic_config(database_url), "head")


def check(database_url: str) -> None:
    """Raise alembic's error when models, imported by the caller, and migrations differ."""
    command.check(alembic_config(database_url))
