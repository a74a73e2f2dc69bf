from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.kind_detail import KindDetail
from ...models.new_kind import NewKind
from typing import cast



def _get_kwargs(
    *,
    body: NewKind,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/event-kinds",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> KindDetail | None:
    if response.status_code == 201:
        response_201 = KindDetail.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[KindDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewKind,

) -> Response[KindDetail]:
    """ Add Event Kind

     Make a kind of the corp's own: `custom.` and its name.

    404 `consents.purpose`, 409 `kinds.taken`, `kinds.too_many`.

    Args:
        body (NewKind): A kind of the corp's own: `custom.` and this name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KindDetail]
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
    body: NewKind,

) -> KindDetail | None:
    """ Add Event Kind

     Make a kind of the corp's own: `custom.` and its name.

    404 `consents.purpose`, 409 `kinds.taken`, `kinds.too_many`.

    Args:
        body (NewKind): A kind of the corp's own: `custom.` and this name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KindDetail
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewKind,

) -> Response[KindDetail]:
    """ Add Event Kind

     Make a kind of the corp's own: `custom.` and its name.

    404 `consents.purpose`, 409 `kinds.taken`, `kinds.too_many`.

    Args:
        body (NewKind): A kind of the corp's own: `custom.` and this name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KindDetail]
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
    body: NewKind,

) -> KindDetail | None:
    """ Add Event Kind

     Make a kind of the corp's own: `custom.` and its name.

    404 `consents.purpose`, 409 `kinds.taken`, `kinds.too_many`.

    Args:
        body (NewKind): A kind of the corp's own: `custom.` and this name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KindDetail
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
