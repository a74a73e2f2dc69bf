"""How far a member has come with his own targets."""

from fastapi import APIRouter

from yutang.feedback.targets import service as targets
from yutang.feedback.targets.schemas import OwnTargets
from yutang.kernel.web import CurrentRuntime

from .members import CurrentMember

router = APIRouter(prefix="/staff", tags=["staff pages"])


@router.get("/targets")
async def read_own_targets(member: CurrentMember, runtime: CurrentRuntime) -> OwnTargets:
    """The member's targets of today: his number, his place, and the two who are just ahead."""
    return await targets.read_own(runtime, member.corp_id, member.staff_id)
