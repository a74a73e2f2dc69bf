"""Who belongs into a tier and who is invited, over HTTP: what a list is asked says it."""

from datetime import datetime

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
from yutang.customer_questions import kept_filter
from yutang.kernel.access.schemas import Principal
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.groups.schemas import Tier
from yutang.people.views import service as views
from yutang.people.views.errors import UnknownViewError

router = APIRouter(tags=["grouptiers"], dependencies=[Depends(needs("groups.read"))])
_WRITES = [Depends(needs("groupcare.write"))]
_PAGE = "customers"


@router.put("/group-tiers/{tier}/rule", status_code=204, dependencies=_WRITES)
async def set_rule(
    tier: Tier,
    body: TierRule,
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
    body: RuleAsked, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleCount:
    """How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.
    """
    rule = await _resolved(session, runtime, principal, body.rule, runtime.clock())
    return await tiers.count(session, runtime.vault, principal.corp_id, rule)


@router.post("/group-invitations/preview")
async def preview_invitation(
    body: InvitationCandidates,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> InvitationPreview:
    """Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.
    """
    now = runtime.clock()
    _, asked = await _asked(session, runtime, principal, body, now)
    return await tiers.preview(session, runtime.vault, principal.corp_id, body, asked, now)


@router.post("/group-invitations", status_code=201, dependencies=_WRITES)
async def start_invitation(
    body: NewInvitation, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> InvitationDetail:
    """Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    rule, asked = await _asked(session, runtime, principal, body, now)
    made = await tiers.create(session, corp_id, body, rule, asked, principal.actor, now)
    return await tiers.read_invitation(session, corp_id, made)


async def _asked(
    session: AsyncSession,
    runtime: Runtime,
    principal: Principal,
    body: InvitationCandidates,
    now: datetime,
) -> tuple[EntryRule, Asked]:
    if body.view_id is not None:
        seen = await views.list_views(session, principal, _PAGE)
        found = next((one for one in seen.items if one.id == body.view_id), None)
        if found is None:
            raise UnknownViewError(body.view_id)
        # A view without conditions is everybody.
        body = body.model_copy(update={"rule": EntryRule(include=[found.filters])})
    rule, back_after_days = await tiers.rule_of(session, principal.corp_id, body)
    return rule, Asked(
        tier=body.tier,
        who=body.who,
        rule=await _resolved(session, runtime, principal, rule, now),
        group_ids=tuple(body.group_ids),
        again_days=body.again_days,
        back_after_days=back_after_days,
    )


async def _resolved(
    session: AsyncSession, runtime: Runtime, principal: Principal, rule: EntryRule, now: datetime
) -> RuleFilter:
    include = [await kept_filter(session, runtime, principal, one, now) for one in rule.include]
    exclude = [await kept_filter(session, runtime, principal, one, now) for one in rule.exclude]
    return RuleFilter(match=rule.match, include=tuple(include), exclude=tuple(exclude))
