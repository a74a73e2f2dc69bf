"""One customer over HTTP: who he is (people) and by which codes he came (act)."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field, StringConstraints

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.decide.autotags import service as autotags
from yutang.kernel.access import service as access
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.activation import service as activation
from yutang.people.activation.schemas import ActivationRead
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldCell
from yutang.people.consents import service as consents
from yutang.people.consents.schemas import ConsentRead, NewConsent, Purpose
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Happening, HappeningKind, ProfileRead, Watcher
from yutang.people.privacy import service as privacy
from yutang.people.stages.schemas import StageKey, Why
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import PrivateTag

router = APIRouter(
    prefix="/customers/{customer_id}",
    tags=["customers"],
    dependencies=[Depends(needs("customers.read"))],
)
WRITES = [Depends(needs("customers.write"))]


class ChannelOfState(BaseModel):
    """Which of our codes a relation's `channel` stands for."""

    state: str
    channel: ChannelRef


class CustomerProfile(ProfileRead):
    """One customer, whole, with the codes his relations came by."""

    channels: list[ChannelOfState]
    private_tags: list[PrivateTag]
    """What members wrote for themselves; only they change it, in WeCom."""
    activation: ActivationRead
    as_of: datetime


class LifeEntry(Happening):
    """One thing that happened, with the code where one of ours was in it."""

    channel: ChannelRef | None


class LifePage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[LifeEntry]
    next: str | None
    cold_before: date | None
    """On the last page: what is older than this day may lie in cold storage; null: all is here."""


class GivenValues(BaseModel):
    """Values by field id as somebody typed them; null, blank and [] take away."""

    values: Annotated[
        dict[int, str | float | bool | list[str] | None], Field(min_length=1, max_length=200)
    ]


class NewStage(BaseModel):
    """The stage he is at now; null for none."""

    stage: StageKey | None
    why: Why = ""


class Refusal(BaseModel):
    """Whether he refuses marketing, and why that is written down by hand."""

    refused: bool
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class ConsentList(BaseModel):
    """What a person agrees to now."""

    items: list[ConsentRead]


class FieldSheet(BaseModel):
    """Every field that the reader sees with the person's value."""

    items: list[FieldCell]


class PhoneList(BaseModel):
    """Numbers in full."""

    phones: list[str]


@router.get("")
async def read_customer(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> CustomerProfile:
    """One customer, whole: relations, tags, fields, notes, tasks, consents, first add, activation.

    404 `customers.unknown` for an id of another corp as for one that does not exist.
    """
    now = runtime.clock()
    read = await customers.read_profile(
        session, runtime.vault, principal.corp_id, customer_id, Watcher(principal.role), now
    )
    states = {follow.channel for follow in read.follows} | {
        read.first_added_channel,
        *((read.credit.first.channel, read.credit.last.channel) if read.credit else ()),
    }
    names = await acquisition.channels_by_state(
        session, principal.corp_id, {state for state in states if state}
    )
    return CustomerProfile(
        **dict(read),
        channels=[ChannelOfState(state=state, channel=ref) for state, ref in names.items()],
        private_tags=await tags.private_tags(session, principal.corp_id, customer_id),
        activation=(await activation.of(session, principal.corp_id, [customer_id]))[customer_id],
        as_of=now,
    )


@router.get("/timeline")
async def read_timeline(
    customer_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    kind: Annotated[list[HappeningKind] | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> LifePage:
    """What happened between him and us, newest first; one or several `kind` narrow it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.
    """
    corp_id = principal.corp_id
    page = await customers.read_timeline(
        session, corp_id, customer_id, Watcher(principal.role), kind or [], after, limit
    )
    by_state = await acquisition.channels_by_state(
        session, corp_id, {entry.carried for entry in page.items if entry.carried}
    )
    labels = {entry.by: acquisition.labelled(entry.by) for entry in page.items if entry.by}
    by_id = await acquisition.channels_by_id(
        session, corp_id, {found for found in labels.values() if found is not None}
    )
    users = {by: int(by.removeprefix("user:")) for by in labels if by.startswith("user:")}
    called: dict[int, str] = {}
    if users:
        async with runtime.database.owner() as owner:
            called = await access.names_of(owner, corp_id, set(users.values()))
    rules = {by: int(by.removeprefix("rule:")) for by in labels if by.startswith("rule:")}
    ruled = await autotags.names_of(session, corp_id, set(rules.values())) if rules else {}
    return LifePage(
        items=[
            LifeEntry(
                **dict(entry)
                | {
                    "who": entry.who
                    or called.get(users.get(entry.by or "", 0))
                    or ruled.get(rules.get(entry.by or "", 0))
                },
                channel=by_state.get(entry.carried or "")
                or by_id.get(labels.get(entry.by or "") or 0),
            )
            for entry in page.items
        ],
        next=page.next,
        cold_before=page.cold_before,
    )


@router.get("/activation")
async def read_activation(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession
) -> ActivationRead:
    """Whether he is activated; `activated` is null with the reason where nobody tells.

    404 `customers.unknown`.
    """
    await customers.demand_known(session, principal.corp_id, customer_id)
    return (await activation.of(session, principal.corp_id, [customer_id]))[customer_id]


@router.patch("/values", dependencies=WRITES)
async def write_values(
    customer_id: int,
    given: GivenValues,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> FieldSheet:
    """Write values of custom fields; the others stay. All are written or none.

    Money is in yuan. 404 `customers.unknown`, `attributes.unknown`, 403
    `attributes.not_editable`, 409 `attributes.consent_missing` (a sensitive field without the
    person's consent), 422 `attributes.bad_value`.
    """
    corp_id = principal.corp_id
    await customers.demand_known(session, corp_id, customer_id)
    await attributes.edit_values(
        session,
        corp_id,
        customer_id,
        given.values,
        role=principal.role,
        by=principal.actor,
        now=runtime.clock(),
    )
    items = await attributes.sheet_of(session, corp_id, customer_id, principal.role)
    return FieldSheet(items=items)


@router.put("/stage", status_code=204, dependencies=WRITES)
async def set_stage(
    customer_id: int,
    wanted: NewStage,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Move him to a stage by hand, or to none; who, when and why stays in his timeline.

    404 `customers.unknown`.
    """
    await customers.demand_known(session, principal.corp_id, customer_id)
    await customers.move_by_hand(
        session,
        principal.corp_id,
        customer_id,
        wanted.stage,
        principal.actor,
        wanted.why,
        runtime.clock(),
    )


@router.put("/refusal", status_code=204, dependencies=WRITES)
async def set_refusal(
    customer_id: int,
    refusal: Refusal,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Write down by hand that he refuses marketing, or allows it again; audited with the reason.

    404 `customers.unknown`.
    """
    await customers.set_refusal(
        session,
        principal.corp_id,
        customer_id,
        refused=refusal.refused,
        reason=refusal.reason,
        by=principal.actor,
        now=runtime.clock(),
    )


@router.post("/phone", dependencies=[Depends(needs("customers.phones"))])
async def open_phones(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PhoneList:
    """His phone numbers in full; that they were opened is audited. 404 `customers.unknown`."""
    phones = await customers.open_phones(
        session, runtime.vault, principal.corp_id, customer_id, principal.actor
    )
    return PhoneList(phones=phones)


@router.post("/consents", status_code=201, dependencies=WRITES)
async def record_consent(
    customer_id: int,
    consent: NewConsent,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ConsentList:
    """Record that he agreed to a purpose, where and when.

    422 `consents.future`; 404 `customers.unknown`, `consents.purpose`.
    """
    corp_id = principal.corp_id
    await privacy.record_consent(
        session, corp_id, customer_id, consent, principal.actor, runtime.clock()
    )
    return ConsentList(items=await consents.living_of(session, corp_id, customer_id))


@router.delete("/consents/{purpose}", dependencies=WRITES)
async def withdraw_consent(
    customer_id: int,
    purpose: Purpose,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ConsentList:
    """Record that he takes a consent back, and end what it allowed.

    Values of sensitive fields and phone numbers are deleted; without his consent to marketing he
    counts as one who refused it.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    await privacy.end_consent(session, corp_id, customer_id, purpose, principal.actor, now)
    return ConsentList(items=await consents.living_of(session, corp_id, customer_id))
