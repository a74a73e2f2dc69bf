from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_webhook import NewWebhook
from ...models.webhook_made import WebhookMade
from typing import cast



def _get_kwargs(
    *,
    body: NewWebhook,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/notices/webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> WebhookMade | None:
    if response.status_code == 201:
        response_201 = WebhookMade.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[WebhookMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,

) -> Response[WebhookMade]:
    """ Add Webhook

     Tell an address of yours each notice once, as signed JSON; `secret` is shown here only.

    422 `fetch.refused` for an address inside a private network, `notices.unknown_kind`; 409
    `notices.too_many_webhooks`.

    Args:
        body (NewWebhook): An address of yours that is told of notices; `kinds` null: of all, also
            those to come.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WebhookMade]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,

) -> WebhookMade | None:
    """ Add Webhook

     Tell an address of yours each notice once, as signed JSON; `secret` is shown here only.

    422 `fetch.refused` for an address inside a private network, `notices.unknown_kind`; 409
    `notices.too_many_webhooks`.

    Args:
        body (NewWebhook): An address of yours that is told of notices; `kinds` null: of all, also
            those to come.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WebhookMade
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,

) -> Response[WebhookMade]:
    """ Add Webhook

     Tell an address of yours each notice once, as signed JSON; `secret` is shown here only.

    422 `fetch.refused` for an address inside a private network, `notices.unknown_kind`; 409
    `notices.too_many_webhooks`.

    Args:
        body (NewWebhook): An address of yours that is told of notices; `kinds` null: of all, also
            those to come.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WebhookMade]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,

) -> WebhookMade | None:
    """ Add Webhook

     Tell an address of yours each notice once, as signed JSON; `secret` is shown here only.

    422 `fetch.refused` for an address inside a private network, `notices.unknown_kind`; 409
    `notices.too_many_webhooks`.

    Args:
        body (NewWebhook): An address of yours that is told of notices; `kinds` null: of all, also
            those to come.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WebhookMade
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
