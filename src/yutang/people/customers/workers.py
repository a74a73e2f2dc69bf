"""Tell WeCom what we decided about a relation."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.tags import jobs as tag_jobs
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    NotFriendError,
    RefusedError,
    TokenError,
    UnknownCustomerError,
)

from . import service


@handles(tag_jobs.PushTags)
async def push_tags(job: tag_jobs.PushTags, runtime: Runtime) -> None:
    """Mark the relation's waiting tags in WeCom; safe to run twice, since marking is a set.

    A refusal that a repeat cannot mend is kept beside the tag; the others raise, and the queue
    tries again.
    """
    relation = Relation(job.customer_id, job.staff_id)
    async with runtime.database.owner() as session:
        waiting = await tags.waiting_tags(session, job.corp_id, relation)
        names = await service.wecom_names(session, job.corp_id, job.customer_id, job.staff_id)
    if not waiting or names is None:
        return
    client = await corps.connect(runtime, job.corp_id)
    error = None
    try:
        await client.tags.mark(names.account, names.external_id, add=list(waiting.values()))
    except (NotFriendError, UnknownCustomerError) as refusal:
        error = f"not_friend:{refusal.errcode}"
    except (BusyError, ConcurrencyError, FrequencyError, TokenError):
        raise
    except RefusedError as refusal:
        error = f"refused:{refusal.errcode}"
    async with runtime.database.owner() as session:
        await tags.mark_pushed(
            session, job.corp_id, relation, list(waiting), runtime.clock(), error
        )
