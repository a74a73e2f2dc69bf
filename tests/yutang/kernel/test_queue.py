"""The queue's connections: whoever is told to stop leaves none behind."""

import asyncio
import contextlib

from yutang.kernel.jobs import open_queue


def _helpers() -> set[asyncio.Task[object]]:
    return {task for task in asyncio.all_tasks() if task.get_name().startswith("pool-")}


async def test_told_to_stop_while_connecting_it_leaves_no_helper_behind() -> None:
    """A helper that outlives its cancelling keeps the process from ever ending."""

    async def hold(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted.set()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        writer.close()

    async def open_it(port: int) -> None:
        async with open_queue(f"postgresql://nobody@127.0.0.1:{port}/x?connect_timeout=3"):
            raise AssertionError

    accepted = asyncio.Event()
    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    opening = asyncio.create_task(open_it(server.sockets[0].getsockname()[1]))
    async with asyncio.timeout(60):
        await accepted.wait()
        assert _helpers()
        opening.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await opening
        assert opening.cancelled()
        left = _helpers()
        if left:
            await asyncio.wait(left)
    server.close()
