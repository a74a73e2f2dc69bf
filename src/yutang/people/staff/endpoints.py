"""Staff and departments over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

from . import service
from .schemas import DepartmentList, StaffPage

router = APIRouter(tags=["staff"], dependencies=[Depends(needs("staff.read"))])


@router.get("/staff")
async def list_staff(
    principal: CurrentPrincipal,
    session: CorpSession,
    q: Annotated[str, Query(max_length=64)] = "",
    department: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> StaffPage:
    """Members of the corp, by id; `q` is the beginning of a name or account.

    `department` keeps those who work in it or anywhere below it; who left is not listed.
    """
    return await service.list_staff(session, principal.corp_id, q.strip(), after, limit, department)


@router.get("/departments")
async def list_departments(principal: CurrentPrincipal, session: CorpSession) -> DepartmentList:
    """All departments, in WeCom's order."""
    return DepartmentList(items=await service.list_departments(session, principal.corp_id))
