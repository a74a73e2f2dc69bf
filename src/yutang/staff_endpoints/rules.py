"""Rules of the groups a member owns or sits in, and who broke them."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, StringConstraints

from yutang.act.grouprules import service as rules
from yutang.act.grouprules.schemas import (
    NOTE_CHARACTERS,
    BreachKind,
    BreachRead,
    ChatMembers,
    GroupRulesOfGroup,
    NewBreach,
    OwnRuledGroups,
)
from yutang.kernel.web import CurrentRuntime

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])

ChatId = Annotated[str, Query(min_length=1, max_length=100)]


class OwnBreach(BaseModel):
    """Somebody broke the rules of the group beside whose chat the member is."""

    chat_id: str = Field(min_length=1, max_length=100)
    customer_id: int = Field(ge=1)
    kind: BreachKind
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE_CHARACTERS)] = ""


@router.get("/group-rules")
async def list_own_rules(member: CurrentMember, session: MemberSession) -> OwnRuledGroups:
    """Groups the member owns whose notice or name is otherwise than the rules say, at most 100."""
    return await rules.list_own(session, member.corp_id, member.staff_id)


@router.get("/chats/group/rules")
async def read_own_rules(
    chat_id: ChatId, member: CurrentMember, session: MemberSession
) -> GroupRulesOfGroup:
    """Rules of the group that the member owns or sits in; 404 `groups.unknown`."""
    return await rules.read_of_chat(session, member.corp_id, chat_id)


@router.get("/chats/group/members")
async def find_own_members(
    chat_id: ChatId,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=60)] = "",
) -> ChatMembers:
    """Persons in the group by part of a name, at most 30, with how often each broke rules.

    404 `groups.unknown`.
    """
    return await rules.find_members(session, member.corp_id, chat_id, q.strip(), runtime.clock())


@router.post("/chats/group/breaches", status_code=201)
async def record_own_breach(
    body: OwnBreach, member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> BreachRead:
    """Write down a breach; answers with the word to say, or how to remove him.

    404 `groups.unknown`, `grouprules.unknown_person`.
    """
    new = NewBreach(
        group_id=await rules.find_chat(session, member.corp_id, body.chat_id),
        customer_id=body.customer_id,
        kind=body.kind,
        note=body.note,
    )
    made = await rules.record_breach(
        session, member.corp_id, new, f"staff:{member.staff_id}", runtime.clock()
    )
    return await rules.read_breach(session, runtime, member.corp_id, made)
