"""Mail and webhooks, the further doors of notices."""

from datetime import timedelta

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .addresses import confirm_address, forget_address, set_address
from .hooks import (
    add_webhook,
    change_webhook,
    list_deliveries,
    list_webhooks,
    remove_webhook,
    renew_secret,
)
from .mailing import deliver_mail
from .posting import deliver_webhooks, send_test

__all__ = (
    "add_webhook",
    "change_webhook",
    "confirm_address",
    "deliver_mail",
    "deliver_webhooks",
    "forget_address",
    "forget_old",
    "list_deliveries",
    "list_webhooks",
    "remove_webhook",
    "renew_secret",
    "send_test",
    "set_address",
)

KEPT = timedelta(days=30)
"""As notices themselves."""


async def forget_old(runtime: Runtime) -> None:
    """Delete what is too old to be asked about."""
    before = runtime.clock() - KEPT
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        for statement in repository.FORGET:
            more = repository.FORGET_ROWS
            while more == repository.FORGET_ROWS:
                async with runtime.database.owner() as session:
                    gone = await session.scalars(
                        statement,
                        {"corp_id": corp_id, "before": before, "rows": repository.FORGET_ROWS},
                    )
                    more = len(gone.all())
