"""Who belongs into a tier and who is invited, over HTTP: what a list is asked says it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Generic, TypeVar

from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.grouptiers import service as tiers
from yutang.act.grouptiers.schemas import (
    Asked,
    EntryRule,
    InvitationCandidates,
    InvitationDetail,
    InvitationPreview,
    NewInvitation,
    RuleAsked,
    RuleCount,
    RuleFilter,
    TierRule,
)
from yutang.customer_questions import kept_filter, make_kept_ready
from yutang.kernel.access.schemas import Principal
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.groups.schemas import Tier
from yutang.people.views import service as views
from yutang.people.views.errors import UnknownViewError

router = APIRouter(tags=["grouptiers"], dependencies=[Depends(needs("groups.read"))])
_WRITES = [Depends(needs("groupcare.write"))]
_PAGE = "customers"


Body = TypeVar("Body", bound=InvitationCandidates)


@dataclass(frozen=True, slots=True)
class _Round(Generic[Body]):
    """What was sent, and the rule that it means."""

    body: Body
    rule: EntryRule
    back_after_days: int


# Segments that a rule names are asked before the endpoint's transaction is open.


async def _rule_kept(
    body: TierRule, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TierRule:
    if body.rule is not None:
        await _make_ready(runtime, principal, body.rule)
    return body


async def _rule_asked(
    body: RuleAsked, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RuleAsked:
    await _make_ready(runtime, principal, body.rule)
    return body


async def _round_asked(
    body: InvitationCandidates, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> _Round[InvitationCandidates]:
    return await _round(runtime, principal, body)


async def _round_new(
    body: NewInvitation, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> _Round[NewInvitation]:
    return await _round(runtime, principal, body)


@router.put("/group-tiers/{tier}/rule", status_code=204, dependencies=_WRITES)
async def set_rule(
    tier: Tier,
    body: Annotated[TierRule, Depends(_rule_kept)],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Say who belongs into transit or core; null for nobody in particular.

    409 `grouptiers.changed_meanwhile`; 422 `grouptiers.no_rule_for_pond`, `views.bad_filters` and
    what a list of customers refuses.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    if body.rule is not None:
        # What nobody could ask is not kept.
        await _resolved(session, runtime, principal, body.rule, now)
    await tiers.set_rule(session, corp_id, tier, body, principal.actor, now)


@router.post("/group-tiers/count")
async def count_rule(
    body: Annotated[RuleAsked, Depends(_rule_asked)],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RuleCount:
    """How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.
    """
    rule = await _resolved(session, runtime, principal, body.rule, runtime.clock())
    return await tiers.count(session, runtime.vault, principal.corp_id, rule)


@router.post("/group-invitations/preview")
async def preview_invitation(
    told: Annotated[_Round[InvitationCandidates], Depends(_round_asked)],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> InvitationPreview:
    """Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.
    """
    now = runtime.clock()
    asked = await _asked(session, runtime, principal, told, now)
    return await tiers.preview(session, runtime.vault, principal.corp_id, told.body, asked, now)


@router.post("/group-invitations", status_code=201, dependencies=_WRITES)
async def start_invitation(
    told: Annotated[_Round[NewInvitation], Depends(_round_new)],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> InvitationDetail:
    """Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    asked = await _asked(session, runtime, principal, told, now)
    made = await tiers.create(session, corp_id, told.body, told.rule, asked, principal.actor, now)
    return await tiers.read_invitation(session, corp_id, made)


async def _make_ready(runtime: Runtime, principal: Principal, rule: EntryRule) -> None:
    await make_kept_ready(runtime, principal, [*rule.include, *rule.exclude])


async def _round(runtime: Runtime, principal: Principal, body: Body) -> _Round[Body]:
    """The rule that is meant, ready to be asked. Raises UnknownViewError, NoRuleError."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        # A view without conditions is everybody.
        viewed = await _viewed(session, principal, body.view_id) if body.view_id else body.rule
        meant = body.model_copy(update={"rule": viewed})
        rule, back_after_days = await tiers.rule_of(session, principal.corp_id, meant)
    await _make_ready(runtime, principal, rule)
    return _Round(body, rule, back_after_days)


async def _viewed(session: AsyncSession, principal: Principal, view_id: int) -> EntryRule:
    seen = await views.list_views(session, principal, _PAGE)
    found = next((one for one in seen.items if one.id == view_id), None)
    if found is None:
        raise UnknownViewError(view_id)
    return EntryRule(include=[found.filters])


async def _asked(
    session: AsyncSession,
    runtime: Runtime,
    principal: Principal,
    told: _Round[Body],
    now: datetime,
) -> Asked:
    return Asked(
        tier=told.body.tier,
        who=told.body.who,
        rule=await _resolved(session, runtime, principal, told.rule, now),
        group_ids=tuple(told.body.group_ids),
        again_days=told.body.again_days,
        back_after_days=told.back_after_days,
    )


async def _resolved(
    session: AsyncSession, runtime: Runtime, principal: Principal, rule: EntryRule, now: datetime
) -> RuleFilter:
    vault = runtime.vault
    include = [await kept_filter(session, vault, principal, one, now) for one in rule.include]
    exclude = [await kept_filter(session, vault, principal, one, now) for one in rule.exclude]
    return RuleFilter(match=rule.match, include=tuple(include), exclude=tuple(exclude))
