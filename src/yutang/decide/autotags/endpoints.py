"""Rules that tag people by themselves, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.languages import Language
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    RuleChange,
    RuleDraft,
    RuleDryRun,
    RuleEffectPage,
    RuleList,
    RuleRead,
    RuleRunDetail,
    RuleRunPage,
    RuleStarterList,
    RuleStarterUse,
    RuleSwitch,
)

router = APIRouter(prefix="/tag-rules", tags=["tag rules"])
_READ = [Depends(needs("tags.read"))]
_WRITE = [Depends(needs("tags.write"))]
After = Annotated[str | None, Query(max_length=20)]


@router.get("", dependencies=_READ)
async def list_tag_rules(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleList:
    """All rules, the newest first, each with its last run."""
    return await service.list_rules(session, runtime, principal.corp_id)


@router.post("", status_code=201, dependencies=_WRITE)
async def create_tag_rule(
    body: RuleDraft, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRead:
    """Make a rule, switched off.

    409 `tag_rules.name_taken`, `tag_rules.too_many`, `tags.locked`; 422 `tag_rules.loop`,
    `tag_rules.apart`, `tag_rules.mirror_needed`, `tag_rules.condition_needed`, and what the
    condition is refused for.
    """
    rule = await service.create(session, principal.corp_id, body, principal.actor, runtime.clock())
    return await service.read_rule(session, runtime, principal.corp_id, rule.id)


@router.post("/dry-run", dependencies=_WRITE)
async def dry_run_tag_rule(
    body: RuleDraft,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    rule_id: Annotated[int, Query(ge=0, le=2**53)] = 0,
) -> RuleDryRun:
    """Whom a rule would be about now and what it would do; nothing is changed.

    It is counted over the whole company, as the rule acts; named are those one may see. `rule_id`:
    the rule that is being changed. Errors as for making one; 503 `audience.away`.
    """
    return await service.dry_run(runtime, principal.corp_id, principal.seer, body, rule_id)


@router.get("/starters", dependencies=_READ)
async def list_tag_rule_starters(
    principal: CurrentPrincipal, session: CorpSession, language: Language = "zh"
) -> RuleStarterList:
    """Ready-made rules with the tags that they put."""
    return await service.list_starters(session, principal.corp_id, language)


@router.post("/starters/{key}", status_code=201, dependencies=_WRITE)
async def use_tag_rule_starter(
    key: str, body: RuleStarterUse, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RuleList:
    """Make the tags and rules of a starter and switch the rules on."""
    made = await service.use_starter(
        runtime, principal.corp_id, key, body.language, principal.actor
    )
    async with runtime.database.corp(principal.corp_id) as session:
        every = await service.list_rules(session, runtime, principal.corp_id)
    return RuleList(items=[one for one in every.items if one.id in made], limit=every.limit)


@router.get("/runs/{run_id}", dependencies=_READ)
async def read_tag_rule_run(
    run_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRunDetail:
    """One run: how many, why others not."""
    return await service.read_run(session, runtime, principal.corp_id, run_id)


@router.get("/runs/{run_id}/changes", dependencies=_READ)
async def list_tag_rule_changes(
    run_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> RuleEffectPage:
    """What a run changed of whom, of the people one may see."""
    return await service.list_changes(session, principal.corp_id, run_id, after, limit)


@router.post("/runs/{run_id}/stop", dependencies=_WRITE)
async def stop_tag_rule_run(
    run_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRunDetail:
    """Let a run end where it stands; what it changed stays until it is taken back."""
    await service.stop_run(session, principal.corp_id, run_id, principal.actor, runtime.clock())
    return await _run(session, runtime, principal.corp_id, run_id)


@router.post("/runs/{run_id}/undo", status_code=202, dependencies=_WRITE)
async def undo_tag_rule_run(
    run_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRunDetail:
    """Take back what a run changed, where nobody changed the same thing since; in the background.

    409 `tag_rules.running`; 409 `tag_rules.undone`: it was, or 30 days are over.
    """
    await service.begin_undo(session, principal.corp_id, run_id, principal.actor, runtime.clock())
    return await _run(session, runtime, principal.corp_id, run_id)


@router.get("/{rule_id}", dependencies=_READ)
async def read_tag_rule(
    rule_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRead:
    """A rule with its last run."""
    return await service.read_rule(session, runtime, principal.corp_id, rule_id)


@router.put("/{rule_id}", dependencies=_WRITE)
async def change_tag_rule(
    rule_id: int,
    body: RuleChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RuleRead:
    """Write a rule anew; errors as for making one, 409 `tag_rules.changed`."""
    corp_id = principal.corp_id
    await service.change(session, corp_id, rule_id, body, principal.actor, runtime.clock())
    return await service.read_rule(session, runtime, corp_id, rule_id)


@router.delete("/{rule_id}", status_code=204, dependencies=_WRITE)
async def delete_tag_rule(
    rule_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Delete a rule; the tags that it put stay."""
    await service.remove(session, principal.corp_id, rule_id, principal.actor, runtime.clock())


@router.put("/{rule_id}/state", dependencies=_WRITE)
async def switch_tag_rule(
    rule_id: int,
    body: RuleSwitch,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RuleRead:
    """Switch a rule on, for what happens from now on, or off; checked as if it were made."""
    corp_id = principal.corp_id
    await service.switch(
        session, corp_id, rule_id, principal.actor, runtime.clock(), on=body.enabled
    )
    return await service.read_rule(session, runtime, corp_id, rule_id)


@router.post("/{rule_id}/run", status_code=202, dependencies=_WRITE)
async def run_tag_rule(
    rule_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RuleRunDetail:
    """Run a rule now for everybody who fits its condition, whatever else sets it off.

    409 `tag_rules.running`; 422 `tag_rules.condition_needed`.
    """
    corp_id = principal.corp_id
    run = await service.begin_run(session, corp_id, rule_id, principal.actor, runtime.clock())
    return await _run(session, runtime, corp_id, run.id)


@router.get("/{rule_id}/runs", dependencies=_READ)
async def list_tag_rule_runs(
    rule_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> RuleRunPage:
    """Runs of a rule, newest first; those by events hold an hour each."""
    return await service.list_runs(session, runtime, principal.corp_id, rule_id, after, limit)


async def _run(session: AsyncSession, runtime: Runtime, corp_id: int, run_id: int) -> RuleRunDetail:
    return await service.read_run(session, runtime, corp_id, run_id)
