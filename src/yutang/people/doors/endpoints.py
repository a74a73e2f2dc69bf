"""One's own mail address, and the corp's webhooks."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from yutang.kernel.notices import service as notices
from yutang.kernel.web import CorpSession, CurrentPerson, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    AddressConfirmation,
    DeliveryList,
    DeliveryRead,
    NewAddress,
    NewWebhook,
    WebhookChange,
    WebhookList,
    WebhookMade,
    WebhookRead,
)

router = APIRouter(prefix="/notices", tags=["notices"])
READS = [Depends(needs("settings.read"))]
WRITES = [Depends(needs("settings.write"))]
WebhookId = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.put("/mail", status_code=204)
async def set_mail_address(
    body: NewAddress, person: CurrentPerson, runtime: CurrentRuntime
) -> None:
    """Give your own address: a link goes there, and nothing else before you opened it.

    409 `mail.not_set_up`, 422 `mail.refused`, 429 `notices.too_many_mails` after five within an
    hour, 502 `mail.failed`.
    """
    own = notices.receivers(person.user_id, person.staff_id)
    await service.set_address(runtime, person.corp_id, own, body, person.actor)


@router.post("/mail/confirm", status_code=204)
async def confirm_mail_address(
    body: AddressConfirmation, person: CurrentPerson, runtime: CurrentRuntime
) -> None:
    """Confirm it by the token of the link, within a day, signed in as who asked for it.

    422 `notices.bad_confirmation`.
    """
    own = notices.receivers(person.user_id, person.staff_id)
    async with runtime.database.owner() as session:
        await service.confirm_address(
            session, person.corp_id, own, body.token, person.actor, runtime.clock()
        )


@router.delete("/mail", status_code=204)
async def forget_mail_address(person: CurrentPerson, runtime: CurrentRuntime) -> None:
    """Forget your address, and of which kinds you wanted mail."""
    own = notices.receivers(person.user_id, person.staff_id)
    async with runtime.database.owner() as session:
        await service.forget_address(session, person.corp_id, own, person.actor)


@router.get("/webhooks", dependencies=READS)
async def list_webhooks(principal: CurrentPrincipal, session: CorpSession) -> WebhookList:
    """The company's webhooks with their last outcome."""
    return await service.list_webhooks(session, principal.corp_id)


@router.post("/webhooks", status_code=201, dependencies=WRITES)
async def add_webhook(
    body: NewWebhook, response: Response, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> WebhookMade:
    """Tell an address of yours each notice once, as signed JSON; `secret` is shown here only.

    422 `fetch.refused` for an address inside a private network, `notices.unknown_kind`; 409
    `notices.too_many_webhooks`.
    """
    response.headers["Cache-Control"] = "no-store"
    return await service.add_webhook(runtime, principal.corp_id, body, principal.actor)


@router.patch("/webhooks/{webhook_id}", dependencies=WRITES)
async def change_webhook(
    webhook_id: WebhookId,
    body: WebhookChange,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
) -> WebhookRead:
    """Change what is given; turned on, it begins without failures.

    404 `notices.unknown_webhook`, 422 `fetch.refused`, `notices.unknown_kind`.
    """
    return await service.change_webhook(
        runtime, principal.corp_id, webhook_id, body, principal.actor
    )


@router.delete("/webhooks/{webhook_id}", status_code=204, dependencies=WRITES)
async def remove_webhook(
    webhook_id: WebhookId, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Delete it with what it was told. 404 `notices.unknown_webhook`."""
    async with runtime.database.owner() as session:
        await service.remove_webhook(session, principal.corp_id, webhook_id, principal.actor)


@router.post("/webhooks/{webhook_id}/secret", dependencies=WRITES)
async def renew_webhook_secret(
    webhook_id: WebhookId,
    response: Response,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
) -> WebhookMade:
    """Another secret, from the next call on; shown here only. 404 `notices.unknown_webhook`."""
    response.headers["Cache-Control"] = "no-store"
    return await service.renew_secret(runtime, principal.corp_id, webhook_id, principal.actor)


@router.post("/webhooks/{webhook_id}/test", dependencies=WRITES)
async def send_test(
    webhook_id: WebhookId, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> DeliveryRead:
    """Tell it something harmless now and say what came of it; also one that is off.

    404 `notices.unknown_webhook`.
    """
    return await service.send_test(runtime, principal.corp_id, webhook_id, principal.actor)


@router.get("/webhooks/{webhook_id}/deliveries", dependencies=READS)
async def list_deliveries(
    webhook_id: WebhookId, principal: CurrentPrincipal, session: CorpSession
) -> DeliveryList:
    """Its last twenty deliveries. 404 `notices.unknown_webhook`."""
    return await service.list_deliveries(session, principal.corp_id, webhook_id)
