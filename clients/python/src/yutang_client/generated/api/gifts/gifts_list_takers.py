from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.gifts_list_takers_reason_type_0 import GiftsListTakersReasonType0
from ...models.taker_page import TakerPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    reason: GiftsListTakersReasonType0 | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_reason: None | str | Unset
    if isinstance(reason, Unset):
        json_reason = UNSET
    elif isinstance(reason, GiftsListTakersReasonType0):
        json_reason = reason.value
    else:
        json_reason = reason
    params["reason"] = json_reason

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/gifts/takers",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TakerPage | None:
    if response.status_code == 200:
        response_200 = TakerPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TakerPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    reason: GiftsListTakersReasonType0 | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[TakerPage]:
    """ List Takers

     Who only takes, with the reason, as last night found it. 422 `gifts.bad_cursor`.

    Args:
        reason (GiftsListTakersReasonType0 | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TakerPage]
     """


    kwargs = _get_kwargs(
        reason=reason,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    reason: GiftsListTakersReasonType0 | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> TakerPage | None:
    """ List Takers

     Who only takes, with the reason, as last night found it. 422 `gifts.bad_cursor`.

    Args:
        reason (GiftsListTakersReasonType0 | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TakerPage
     """


    return sync_detailed(
        client=client,
reason=reason,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    reason: GiftsListTakersReasonType0 | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[TakerPage]:
    """ List Takers

     Who only takes, with the reason, as last night found it. 422 `gifts.bad_cursor`.

    Args:
        reason (GiftsListTakersReasonType0 | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TakerPage]
     """


    kwargs = _get_kwargs(
        reason=reason,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    reason: GiftsListTakersReasonType0 | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> TakerPage | None:
    """ List Takers

     Who only takes, with the reason, as last night found it. 422 `gifts.bad_cursor`.

    Args:
        reason (GiftsListTakersReasonType0 | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TakerPage
     """


    return (await asyncio_detailed(
        client=client,
reason=reason,
after=after,
limit=limit,

    )).parsed
