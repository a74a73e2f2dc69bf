"""Whether the member takes new customers: he says so himself."""

from fastapi import APIRouter

from yutang.act.rota import service as rota
from yutang.act.rota.schemas import DutyRead, DutyWish
from yutang.kernel.web import CurrentRuntime

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])


@router.get("/duty")
async def read_own_duty(
    member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> DutyRead:
    """Whether the member takes new customers, and in how many codes he is."""
    return await rota.read_duty(session, member.corp_id, member.staff_id, runtime.clock())


@router.put("/duty")
async def set_own_duty(
    body: DutyWish, member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> DutyRead:
    """Go off duty in all codes, until a moment or until back; or on again. 422 `rota.past`."""
    now = runtime.clock()
    actor = f"staff:{member.staff_id}"
    await rota.set_duty(session, member.corp_id, member.staff_id, body, actor, now)
    return await rota.read_duty(session, member.corp_id, member.staff_id, now)
