from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handover_read import HandoverRead
from ...models.new_handover import NewHandover
from typing import cast



def _get_kwargs(
    *,
    body: NewHandover,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/handovers",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HandoverRead | None:
    if response.status_code == 201:
        response_201 = HandoverRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HandoverRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewHandover,

) -> Response[HandoverRead]:
    """ Begin Handover

     Hand over what the preview of the same body shows, planned anew.

    WeCom is asked in the background, 100 customers a call; each goes over after 24 hours unless he
    refuses. 404 `handovers.unknown_giver`; 409 `handovers.nobody`, `handovers.too_many`; 422
    `handovers.message_on_job_only`, `handovers.unknown_taker`, `handovers.same_member`,
    `handovers.double_taker`, `handovers.no_share`, `handovers.nothing_chosen`.

    Args:
        body (NewHandover): The same with a name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverRead]
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
    body: NewHandover,

) -> HandoverRead | None:
    """ Begin Handover

     Hand over what the preview of the same body shows, planned anew.

    WeCom is asked in the background, 100 customers a call; each goes over after 24 hours unless he
    refuses. 404 `handovers.unknown_giver`; 409 `handovers.nobody`, `handovers.too_many`; 422
    `handovers.message_on_job_only`, `handovers.unknown_taker`, `handovers.same_member`,
    `handovers.double_taker`, `handovers.no_share`, `handovers.nothing_chosen`.

    Args:
        body (NewHandover): The same with a name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewHandover,

) -> Response[HandoverRead]:
    """ Begin Handover

     Hand over what the preview of the same body shows, planned anew.

    WeCom is asked in the background, 100 customers a call; each goes over after 24 hours unless he
    refuses. 404 `handovers.unknown_giver`; 409 `handovers.nobody`, `handovers.too_many`; 422
    `handovers.message_on_job_only`, `handovers.unknown_taker`, `handovers.same_member`,
    `handovers.double_taker`, `handovers.no_share`, `handovers.nothing_chosen`.

    Args:
        body (NewHandover): The same with a name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverRead]
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
    body: NewHandover,

) -> HandoverRead | None:
    """ Begin Handover

     Hand over what the preview of the same body shows, planned anew.

    WeCom is asked in the background, 100 customers a call; each goes over after 24 hours unless he
    refuses. 404 `handovers.unknown_giver`; 409 `handovers.nobody`, `handovers.too_many`; 422
    `handovers.message_on_job_only`, `handovers.unknown_taker`, `handovers.same_member`,
    `handovers.double_taker`, `handovers.no_share`, `handovers.nothing_chosen`.

    Args:
        body (NewHandover): The same with a name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
