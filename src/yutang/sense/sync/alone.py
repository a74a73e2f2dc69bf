"""One reading of a corp at a time, whoever does it: a worker, or a shell where none runs.

A job's lock holds workers apart; this one holds everybody apart.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.locking import HeldError, holding, is_held
from yutang.kernel.runtime import Runtime

from .errors import ReadElsewhereError

AGAIN: Final = timedelta(seconds=20)
"""A job that finds the corp being read is back then."""
_PATIENCE: Final = timedelta(seconds=2)
"""Who was killed this moment holds it until the server has noticed."""


@asynccontextmanager
async def reading_alone(runtime: Runtime, corp_id: int) -> AsyncIterator[None]:
    """Hold the corp's readings.

    Raises ReadElsewhereError, within two seconds, where somebody else holds them.
    """
    try:
        async with holding(runtime.database.url, _name(corp_id), patience=_PATIENCE):
            yield
    except HeldError as error:
        raise ReadElsewhereError(runtime.clock() + AGAIN) from error


async def is_read_now(session: AsyncSession, corp_id: int) -> bool:
    """Whether somebody reads the corp at this moment."""
    return await is_held(session, _name(corp_id))


def _name(corp_id: int) -> str:
    return f"sync:{corp_id}"
