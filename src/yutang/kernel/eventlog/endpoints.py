"""The event log: its months, what is kept how long, and how its readers do."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import FamilyWish, LogRead

router = APIRouter(prefix="/log", tags=["log"])
Family = Annotated[str, Path(max_length=120, description="`page`, or one kind: `page.viewed`.")]


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def read_log(principal: CurrentPrincipal, runtime: CurrentRuntime) -> LogRead:
    """Months with this company's rows, for how long each kind is kept, and the readers.

    `reading.held` names the transaction that no reader of the log can pass, once it lasts longer
    than any of ours may.
    """
    async with runtime.database.unhurried() as session:
        return await service.read_log(session, runtime, principal.corp_id)


@router.put("/retention/{family}", status_code=204, dependencies=[Depends(needs("settings.write"))])
async def set_retention(
    family: Family, wish: FamilyWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Keep a family of kinds, or one kind, for so many months.

    The running month counts besides. What is older goes in the next night, from the database and
    from files of cold months, and does not come back.
    """
    async with runtime.database.owner() as session:
        await service.set_retention(
            session, principal.corp_id, family, wish.months, principal.actor
        )


@router.delete(
    "/retention/{family}", status_code=204, dependencies=[Depends(needs("settings.write"))]
)
async def reset_retention(
    family: Family, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Keep it for as long as the default says again."""
    async with runtime.database.owner() as session:
        await service.reset_retention(session, principal.corp_id, family, principal.actor)
