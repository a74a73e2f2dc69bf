"""What a member does with the customer of the chat: stage, tags, facts, notes, tasks, questions."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from yutang.kernel.web import CurrentRuntime
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldCell
from yutang.people.customers import service as customers
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import Author, NewFollowUp, NewNote, NotePage, NoteRead
from yutang.people.privacy import service as privacy
from yutang.people.questions import service as questions
from yutang.people.questions.schemas import Asker, GivenAnswers, SetList
from yutang.people.staff_sessions.schemas import SignedInMember
from yutang.people.stages.schemas import StageKey, Why
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagPut

from .customers import ROLE, OwnCustomer
from .members import CurrentMember, MemberSession

# ruff: noqa: FAST003 - the customer in the path is read by `OwnCustomer`.
router = APIRouter(prefix="/staff", tags=["staff pages"])


def _actor(member: SignedInMember) -> str:
    return f"staff:{member.staff_id}"


def _author(member: SignedInMember) -> Author:
    return Author(_actor(member), member.name)


class OwnStage(BaseModel):
    """The stage he is at now; null for none."""

    stage: StageKey | None
    why: Why = ""


class OwnTagPut(BaseModel):
    """A tag to put; a sensitive one needs its reason."""

    tag_id: Annotated[int, Field(ge=1)]
    why: Why = ""


class OwnValues(BaseModel):
    """Values by field id as typed; null, blank and [] take away."""

    values: Annotated[
        dict[int, str | float | bool | list[str] | None], Field(min_length=1, max_length=200)
    ]


class OwnSheet(BaseModel):
    """Every field that members see with the person's value."""

    items: list[FieldCell]


class OwnRefusal(BaseModel):
    """Whether he refuses marketing, and where and how he said so."""

    refused: bool
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class OwnRefuseLink(BaseModel):
    """The customer's own address, under which he refuses marketing himself."""

    refuse_link: str


@router.put("/customers/{external_id}/stage", status_code=204)
async def set_own_stage(
    customer_id: OwnCustomer,
    wanted: OwnStage,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Move the customer to a stage, or to none. 404 `customers.not_yours`."""
    await customers.move_by_hand(
        session,
        member.corp_id,
        customer_id,
        wanted.stage,
        _actor(member),
        wanted.why,
        runtime.clock(),
    )


@router.put("/customers/{external_id}/refusal", status_code=204)
async def set_own_refusal(
    customer_id: OwnCustomer,
    refusal: OwnRefusal,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Write down that he refuses marketing, or allows it again; audited with the reason.

    404 `customers.not_yours`.
    """
    await customers.set_refusal(
        session,
        member.corp_id,
        customer_id,
        refused=refusal.refused,
        reason=refusal.reason,
        by=_actor(member),
        now=runtime.clock(),
    )


@router.get("/customers/{external_id}/refuse-link")
async def read_own_refuse_link(
    customer_id: OwnCustomer, member: CurrentMember, runtime: CurrentRuntime
) -> OwnRefuseLink:
    """The address to send to the customer; there he refuses marketing or allows it again.

    404 `customers.not_yours`.
    """
    link = privacy.refusal_link(runtime.settings, runtime.vault, member.corp_id, customer_id)
    return OwnRefuseLink(refuse_link=link)


@router.post("/customers/{external_id}/tags", status_code=204)
async def put_own_tag(
    customer_id: OwnCustomer,
    put: OwnTagPut,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Put a tag: WeCom's on the member's own relation, one of ours on the person.

    404 `customers.not_yours`, `tags.unknown`; 422 `tags.archived`, `tags.reason_needed`,
    `tags.no_relation`.
    """
    await tags.put_by_hand(
        session,
        member.corp_id,
        customer_id,
        TagPut(tag_id=put.tag_id, why=put.why, staff_ids=[member.staff_id]),
        _actor(member),
        runtime.clock(),
    )


@router.delete("/customers/{external_id}/tags/{tag_id}", status_code=204)
async def take_own_tag(
    customer_id: OwnCustomer,
    tag_id: int,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Take a tag off: WeCom's from the member's own relation only.

    404 `customers.not_yours`, `tags.unknown`.
    """
    await tags.take_by_hand(
        session,
        member.corp_id,
        customer_id,
        tag_id,
        _actor(member),
        runtime.clock(),
        staff_ids=[member.staff_id],
    )


@router.patch("/customers/{external_id}/values")
async def write_own_values(
    customer_id: OwnCustomer,
    given: OwnValues,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> OwnSheet:
    """Write values of fields that members may write; the others stay. All are written or none.

    404 `customers.not_yours`, `attributes.unknown`; 403 `attributes.not_editable`; 409
    `attributes.consent_missing`; 422 `attributes.bad_value`.
    """
    await attributes.edit_values(
        session,
        member.corp_id,
        customer_id,
        given.values,
        role=ROLE,
        by=_actor(member),
        now=runtime.clock(),
    )
    return OwnSheet(items=await attributes.sheet_of(session, member.corp_id, customer_id, ROLE))


@router.get("/customers/{external_id}/notes")
async def list_own_notes(
    customer_id: OwnCustomer,
    member: CurrentMember,
    session: MemberSession,
    after: int | None = None,
) -> NotePage:
    """Notes and follow-ups, 20 a page: pinned ones first, then newest first."""
    return await notes.list_notes(session, member.corp_id, customer_id, after, 20)


@router.post("/customers/{external_id}/notes", status_code=201)
async def add_own_note(
    customer_id: OwnCustomer,
    new: NewNote,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> NoteRead:
    """Write a note. 404 `customers.not_yours`, 409 `notes.too_many_pins`."""
    return await notes.add_note(
        session, member.corp_id, customer_id, new, _author(member), runtime.clock()
    )


@router.post("/customers/{external_id}/follow-ups", status_code=201)
async def record_own_follow_up(
    customer_id: OwnCustomer,
    new: NewFollowUp,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> NoteRead:
    """Write down a follow-up; `next_at` gives the member himself a task, whoever is named.

    404 `customers.not_yours`, `tasks.unknown`; 409 `tasks.closed`; 422 `tasks.bad_due_time`.
    """
    return await notes.record_follow_up(
        session,
        member.corp_id,
        customer_id,
        new.model_copy(update={"staff_id": member.staff_id}),
        _author(member),
        runtime.clock(),
    )


@router.get("/question-sets")
async def list_askable_sets(member: CurrentMember, session: MemberSession) -> SetList:
    """Question sets in their order, with the fields that members see."""
    items = await questions.list_sets(session, member.corp_id, ROLE)
    return SetList(items=items, limit=questions.SETS)


@router.post("/customers/{external_id}/answers/{set_id}", status_code=204)
async def answer_own_questions(
    customer_id: OwnCustomer,
    set_id: int,
    given: GivenAnswers,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.not_yours`, `questions.unknown`; 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`; 422 `questions.bad_answer`.
    """
    await questions.answer(
        session,
        member.corp_id,
        customer_id,
        set_id,
        given,
        Asker(ROLE, _actor(member), member.name),
        runtime.clock(),
    )
