from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handover_preview import HandoverPreview
from ...models.handover_wish import HandoverWish
from typing import cast



def _get_kwargs(
    *,
    body: HandoverWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/handovers/preview",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HandoverPreview | None:
    if response.status_code == 200:
        response_200 = HandoverPreview.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HandoverPreview]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HandoverWish,

) -> Response[HandoverPreview]:
    """ Preview Handover

     Who would go to whom, who cannot and why; nothing is changed and WeCom is not asked.

    404 `handovers.unknown_giver`; 409 `handovers.too_many`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`,
    `handovers.nothing_chosen`.

    Args:
        body (HandoverWish): What shall be handed over, to whom, split how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPreview]
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
    body: HandoverWish,

) -> HandoverPreview | None:
    """ Preview Handover

     Who would go to whom, who cannot and why; nothing is changed and WeCom is not asked.

    404 `handovers.unknown_giver`; 409 `handovers.too_many`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`,
    `handovers.nothing_chosen`.

    Args:
        body (HandoverWish): What shall be handed over, to whom, split how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPreview
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HandoverWish,

) -> Response[HandoverPreview]:
    """ Preview Handover

     Who would go to whom, who cannot and why; nothing is changed and WeCom is not asked.

    404 `handovers.unknown_giver`; 409 `handovers.too_many`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`,
    `handovers.nothing_chosen`.

    Args:
        body (HandoverWish): What shall be handed over, to whom, split how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPreview]
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
    body: HandoverWish,

) -> HandoverPreview | None:
    """ Preview Handover

     Who would go to whom, who cannot and why; nothing is changed and WeCom is not asked.

    404 `handovers.unknown_giver`; 409 `handovers.too_many`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`,
    `handovers.nothing_chosen`.

    Args:
        body (HandoverWish): What shall be handed over, to whom, split how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPreview
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
