"""The lanes of mail and webhooks, and forgetting."""

from yutang.kernel.jobs import clocked
from yutang.kernel.lanes import Lane
from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime

from . import service


def mail_lane(runtime: Runtime) -> Lane:
    """Woken when something is told; looks each second for what waited."""
    return Lane("notices:mail", notices.SIGNAL, lambda: service.deliver_mail(runtime))


def webhook_lane(runtime: Runtime) -> Lane:
    """As the mail's."""
    return Lane("notices:webhooks", notices.SIGNAL, lambda: service.deliver_webhooks(runtime))


@clocked("47 * * * *", "notices.forget_doors")
async def forget_old(runtime: Runtime) -> None:
    """Once an hour: mails and deliveries of a month ago."""
    await service.forget_old(runtime)
