"""Rules of groups and the book of breaches over HTTP."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    BreachKind,
    BreachPage,
    BreachRead,
    BreachSettingsRead,
    BreachState,
    Fit,
    GroupRulesList,
    GroupRulesOfGroup,
    GroupRulesRead,
    NewBreach,
    NicknamePage,
    NoticeState,
    RuledGroupPage,
    RulesOwners,
    Skeletons,
    Wrong,
)
from .wishes import BreachSettingsChange, Forgiving, GroupRulesChange, NewGroupRules

router = APIRouter(tags=["grouprules"], dependencies=[Depends(needs("groups.read"))])
_RULES = [Depends(needs("groupcare.write"))]
_BOOK = [Depends(needs("groups.write"))]

Id = Annotated[int | None, Query(ge=1)]
After = Annotated[str | None, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=200)]


@dataclass(frozen=True, slots=True)
class AskedGroups:
    """Which groups; every given condition holds."""

    set_id: Id = None
    owner_id: Id = None
    wrong: Wrong | None = None
    notice: NoticeState | None = None


@dataclass(frozen=True, slots=True)
class AskedBreaches:
    """Which breaches; every given condition holds."""

    state: Annotated[tuple[BreachState, ...], Query(max_length=4)] = ()
    kind: Annotated[tuple[BreachKind, ...], Query(max_length=7)] = ()
    group_id: Id = None
    customer_id: Id = None
    owner_id: Id = None


@router.get("/group-rules")
async def list_rules(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupRulesList:
    """All rules, the newest first, with what WeCom shows of the groups you see."""
    return await service.list_rules(session, principal.corp_id, runtime.clock())


@router.get("/group-rules/skeletons")
async def read_skeletons() -> Skeletons:
    """Texts and forms to begin with, in Chinese and English: welcome, rules, notice, nicknames."""
    return service.read_skeletons()


@router.get("/group-rules/groups")
async def list_ruled_groups(
    asked: Annotated[AskedGroups, Depends(AskedGroups)],
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Limit = 50,
) -> RuledGroupPage:
    """Groups beside their rules, by owner; `wrong` finds those in which something is otherwise.

    The narrowest rules hold: picked groups before owners, these before kinds and tiers, these
    before all; of equals the newest. 404 `grouprules.unknown`, 422 `grouprules.bad_cursor`.
    """
    wanted = service.AskedGroups(asked.set_id, asked.owner_id, asked.wrong, asked.notice)
    return await service.list_groups(session, principal.corp_id, wanted, after, limit)


@router.post("/group-rules", status_code=201, dependencies=_RULES)
async def create_rules(
    body: NewGroupRules, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupRulesRead:
    """Make rules; owners of groups where notice or name are otherwise get one task each.

    409 `grouprules.too_many`, `grouprules.name_taken`; 422 `grouprules.empty`,
    `grouprules.bad_pattern`, `groupcare.bad_reach`.
    """
    made = await service.create_rules(
        session, principal.corp_id, body, principal.actor, runtime.clock()
    )
    return await service.read_rules(session, principal.corp_id, made)


@router.get("/group-rules/{set_id}")
async def read_rules(
    set_id: int, principal: CurrentPrincipal, session: CorpSession
) -> GroupRulesRead:
    """One set of rules; 404 `grouprules.unknown`."""
    return await service.read_rules(session, principal.corp_id, set_id)


@router.get("/group-rules/{set_id}/owners")
async def list_rule_owners(
    set_id: int, principal: CurrentPrincipal, session: CorpSession
) -> RulesOwners:
    """Each owner you see with what is left for him and his task; 404 `grouprules.unknown`."""
    return await service.list_owners(session, principal.corp_id, set_id)


@router.put("/group-rules/{set_id}", dependencies=_RULES)
async def change_rules(
    set_id: int,
    body: GroupRulesChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupRulesRead:
    """Change rules; another notice or pattern of names drops the tasks before it and asks anew.

    404 `grouprules.unknown`; 409 `grouprules.changed_meanwhile`, `grouprules.name_taken`.
    """
    await service.change_rules(
        session, principal.corp_id, set_id, body, principal.actor, runtime.clock()
    )
    return await service.read_rules(session, principal.corp_id, set_id)


@router.delete("/group-rules/{set_id}", status_code=204, dependencies=_RULES)
async def delete_rules(
    set_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Delete rules: open tasks are dropped; numbers that were given are never given again."""
    await service.delete_rules(session, principal.corp_id, set_id, principal.actor, runtime.clock())


@router.get("/groups/{group_id}/rules")
async def read_rules_of_group(
    group_id: int, principal: CurrentPrincipal, session: CorpSession
) -> GroupRulesOfGroup:
    """Which rules hold for a group and why, and what WeCom shows; 404 `groups.unknown`."""
    return await service.read_of_group(session, principal.corp_id, group_id)


@router.get("/groups/{group_id}/nicknames")
async def list_nicknames(
    group_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    fit: Annotated[tuple[Fit, ...], Query(max_length=3)] = ("differs",),
    after: After = None,
    limit: Limit = 50,
) -> NicknamePage:
    """Persons of a group by whether their nickname has the form that is asked for.

    404 `groups.unknown`, 422 `grouprules.bad_cursor`.
    """
    return await service.list_nicknames(session, principal.corp_id, group_id, fit, after, limit)


@router.get("/group-breaches")
async def list_breaches(
    asked: Annotated[AskedBreaches, Depends(AskedBreaches)],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: After = None,
    limit: Limit = 50,
) -> BreachPage:
    """Breaches in the groups you see, the newest first, with what is to be said or done.

    422 `grouprules.bad_cursor`.
    """
    wanted = service.AskedBreaches(
        asked.state, asked.kind, asked.group_id, asked.customer_id, asked.owner_id
    )
    return await service.list_breaches(session, runtime, principal.corp_id, wanted, after, limit)


@router.post("/group-breaches", status_code=201, dependencies=_BOOK)
async def record_breach(
    body: NewBreach, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BreachRead:
    """Write down a breach: the first is `told`, from the second on (settings) `to_remove`.

    Counted over all groups of the company; the group's owner gets a task. 404 `groups.unknown`,
    `grouprules.unknown_person`.
    """
    made = await service.record_breach(
        session, principal.corp_id, body, principal.actor, runtime.clock()
    )
    return await service.read_breach(session, runtime, principal.corp_id, made)


@router.get("/group-breaches/settings")
async def read_breach_settings(
    principal: CurrentPrincipal, session: CorpSession
) -> BreachSettingsRead:
    """From which breach on, within how many days, a person is to be removed."""
    return await service.read_settings(session, principal.corp_id)


@router.put("/group-breaches/settings", dependencies=_RULES)
async def change_breach_settings(
    body: BreachSettingsChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BreachSettingsRead:
    """Change them for what is written down from now on."""
    return await service.change_settings(
        session, principal.corp_id, body, principal.actor, runtime.clock()
    )


@router.get("/group-breaches/{breach_id}")
async def read_breach(
    breach_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BreachRead:
    """One breach; 404 `grouprules.unknown_breach`."""
    return await service.read_breach(session, runtime, principal.corp_id, breach_id)


@router.post("/group-breaches/{breach_id}/forgive", dependencies=_BOOK)
async def forgive_breach(
    breach_id: int,
    body: Forgiving,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BreachRead:
    """Let it count no more; later ones of his are judged anew, and open tasks for it dropped.

    404 `grouprules.unknown_breach`, 409 `grouprules.wrong_state`.
    """
    await service.forgive_breach(
        session, principal.corp_id, breach_id, body.reason, principal.actor, runtime.clock()
    )
    return await service.read_breach(session, runtime, principal.corp_id, breach_id)
