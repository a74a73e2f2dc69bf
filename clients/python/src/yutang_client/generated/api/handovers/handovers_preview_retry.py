from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handover_preview import HandoverPreview
from ...models.retry_wish import RetryWish
from typing import cast



def _get_kwargs(
    handover_id: int,
    *,
    body: RetryWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/handovers/{handover_id}/retry/preview".format(handover_id=quote(str(handover_id), safe=""),),
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
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RetryWish,

) -> Response[HandoverPreview]:
    """ Preview Retry

     Who of this handover would be tried again, with whom, and who cannot and why.

    Nothing is changed and WeCom is not asked. 404 `handovers.unknown`, `handovers.unknown_giver`;
    409 `handovers.not_now`, `handovers.nothing_to_retry`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.

    Args:
        handover_id (int):
        body (RetryWish): Who failed or found no room once more: to the same takers, or to these.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPreview]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RetryWish,

) -> HandoverPreview | None:
    """ Preview Retry

     Who of this handover would be tried again, with whom, and who cannot and why.

    Nothing is changed and WeCom is not asked. 404 `handovers.unknown`, `handovers.unknown_giver`;
    409 `handovers.not_now`, `handovers.nothing_to_retry`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.

    Args:
        handover_id (int):
        body (RetryWish): Who failed or found no room once more: to the same takers, or to these.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPreview
     """


    return sync_detailed(
        handover_id=handover_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RetryWish,

) -> Response[HandoverPreview]:
    """ Preview Retry

     Who of this handover would be tried again, with whom, and who cannot and why.

    Nothing is changed and WeCom is not asked. 404 `handovers.unknown`, `handovers.unknown_giver`;
    409 `handovers.not_now`, `handovers.nothing_to_retry`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.

    Args:
        handover_id (int):
        body (RetryWish): Who failed or found no room once more: to the same takers, or to these.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPreview]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RetryWish,

) -> HandoverPreview | None:
    """ Preview Retry

     Who of this handover would be tried again, with whom, and who cannot and why.

    Nothing is changed and WeCom is not asked. 404 `handovers.unknown`, `handovers.unknown_giver`;
    409 `handovers.not_now`, `handovers.nothing_to_retry`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.

    Args:
        handover_id (int):
        body (RetryWish): Who failed or found no room once more: to the same takers, or to these.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPreview
     """


    return (await asyncio_detailed(
        handover_id=handover_id,
client=client,
body=body,

    )).parsed
