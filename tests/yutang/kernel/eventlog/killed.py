"""Works on the log in a process of its own and kills itself at a named point.

`python -m tests.yutang.kernel.eventlog.killed DSN HOME WORK MONTH POINT`
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from yutang.bootstrap import build_runtime
from yutang.kernel.eventlog import coldfile, freezing, months, moving, repository, service
from yutang.kernel.settings import Settings

WORKS: dict[str, Any] = {
    "freeze": service.freeze,
    "thaw": service.thaw,
    "settle": lambda runtime, _: service.settle(runtime),
}


def die(*_: object, **__: object) -> NoReturn:
    """As the machine's OOM killer does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def after(owner: Any, name: str) -> None:
    """Die when that function has done its work."""
    genuine = getattr(owner, name)
    if asyncio.iscoroutinefunction(genuine):

        async def then_die(*args: Any, **named: Any) -> None:
            await genuine(*args, **named)
            die()

        setattr(owner, name, then_die)
        return

    def die_then(*args: Any, **named: Any) -> None:
        genuine(*args, **named)
        die()

    setattr(owner, name, die_then)


POINTS: dict[str, tuple[str, Callable[[], None]]] = {
    "watched": ("freeze", lambda: after(months, "watch")),
    "half written": ("freeze", lambda: after(coldfile.ColdWriter, "add_rows")),
    "not read back": ("freeze", lambda: setattr(coldfile, "groups_of", die)),
    "named": ("freeze", lambda: after(coldfile.ColdWriter, "finish")),
    "before the commit": ("freeze", lambda: after(repository, "keep_file")),
    "after the commit": ("freeze", lambda: after(months, "briefly")),
    "half loaded": ("thaw", lambda: after(freezing, "copy_in")),
    "before the thaw's commit": ("thaw", lambda: after(repository, "forget_file")),
    "after the thaw's commit": ("thaw", lambda: after(freezing, "_load")),
    "half copied": ("settle", lambda: after(moving, "_copy")),
    "half exchanged": ("settle", lambda: after(months, "attach")),
}


async def main(dsn: str, home: str, month: str, point: str) -> None:
    """Do the work of the point, up to it."""
    work, arm = POINTS[point]
    runtime = build_runtime(Settings(home=Path(home), database_url=dsn))
    if point == "after the commit":
        # `briefly` serves the watching before it serves the exchange.
        genuine = freezing._Exchange.__call__  # noqa: SLF001 - its own transaction is meant
        state = {"done": False}

        async def call(self: Any, session: Any) -> bool:
            state["done"] = await genuine(self, session)
            return state["done"]

        freezing._Exchange.__call__ = call  # type: ignore[method-assign] # noqa: SLF001
        briefly = months.briefly

        async def then_die(*args: Any, **named: Any) -> Any:
            answer = await briefly(*args, **named)
            if state["done"]:
                die()
            return answer

        months.briefly = then_die
    else:
        arm()
    await WORKS[work](runtime, date.fromisoformat(month))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
