from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.webhook_change import WebhookChange
from ...models.webhook_read import WebhookRead
from typing import cast



def _get_kwargs(
    webhook_id: int,
    *,
    body: WebhookChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/notices/webhooks/{webhook_id}".format(webhook_id=quote(str(webhook_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> WebhookRead | None:
    if response.status_code == 200:
        response_200 = WebhookRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[WebhookRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: WebhookChange,

) -> Response[WebhookRead]:
    """ Change Webhook

     Change what is given; turned on, it begins without failures.

    404 `notices.unknown_webhook`, 422 `fetch.refused`, `notices.unknown_kind`.

    Args:
        webhook_id (int):
        body (WebhookChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WebhookRead]
     """


    kwargs = _get_kwargs(
        webhook_id=webhook_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: WebhookChange,

) -> WebhookRead | None:
    """ Change Webhook

     Change what is given; turned on, it begins without failures.

    404 `notices.unknown_webhook`, 422 `fetch.refused`, `notices.unknown_kind`.

    Args:
        webhook_id (int):
        body (WebhookChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WebhookRead
     """


    return sync_detailed(
        webhook_id=webhook_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: WebhookChange,

) -> Response[WebhookRead]:
    """ Change Webhook

     Change what is given; turned on, it begins without failures.

    404 `notices.unknown_webhook`, 422 `fetch.refused`, `notices.unknown_kind`.

    Args:
        webhook_id (int):
        body (WebhookChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WebhookRead]
     """


    kwargs = _get_kwargs(
        webhook_id=webhook_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: WebhookChange,

) -> WebhookRead | None:
    """ Change Webhook

     Change what is given; turned on, it begins without failures.

    404 `notices.unknown_webhook`, 422 `fetch.refused`, `notices.unknown_kind`.

    Args:
        webhook_id (int):
        body (WebhookChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WebhookRead
     """


    return (await asyncio_detailed(
        webhook_id=webhook_id,
client=client,
body=body,

    )).parsed
