"""Group codes: the front door."""

from collections.abc import Collection

from yutang.kernel.runtime import Runtime
from yutang.people.tasks import service as tasks

from . import repository
from .joins import list_joins, read_statistics, write_file
from .pictures import add_picture, list_pictures, remove_picture
from .pictures import read_code as read_picture
from .public import read_sheet, show
from .queueing import add_groups, move, take_out
from .reading import PATH, list_codes, list_queue, read_code
from .schemas import TASK_SOURCE
from .tending import FOLLOWING, tend
from .writing import change, create, delete, find_living, retry

__all__ = (
    "FOLLOWING",
    "PATH",
    "add_groups",
    "add_picture",
    "change",
    "corps_with_codes",
    "create",
    "delete",
    "find_living",
    "list_codes",
    "list_joins",
    "list_pictures",
    "list_queue",
    "look",
    "move",
    "read_code",
    "read_picture",
    "read_sheet",
    "read_statistics",
    "remove_picture",
    "retry",
    "show",
    "take_out",
    "tend",
    "write_file",
)


async def look(runtime: Runtime, corp_id: int, groups: Collection[int] = ()) -> None:
    """Bring a corp's codes up to date and end tasks whose group is there; a repeat does nothing.

    It takes as many transactions as `tend` needs.
    """
    now, asked = runtime.clock(), {"corp_id": corp_id, "source": TASK_SOURCE}
    is_done = False
    while not is_done:
        async with runtime.database.owner() as session:
            is_done = await tend(session, corp_id, now, groups)
            opened = list(await session.scalars(repository.OPENED, asked))
    await tasks.end_tasks(runtime, corp_id, "done", opened, "新的群已经建好，或不再需要")


async def corps_with_codes(runtime: Runtime) -> list[int]:
    """Corps that have living codes."""
    async with runtime.database.owner() as session:
        return list(await session.scalars(repository.CORPS))
