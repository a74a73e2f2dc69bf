"""Look for spares by the clock."""

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime

from . import service


@clocked("* * * * *", "deeds.sweep")
async def sweep(runtime: Runtime) -> None:
    """Each minute: delete what WeCom made twice and we use once."""
    while await service.sweep(runtime):
        pass
