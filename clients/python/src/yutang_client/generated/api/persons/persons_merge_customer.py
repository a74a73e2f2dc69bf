from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.merge_wish import MergeWish
from ...models.moved import Moved
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    body: MergeWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/customers/{customer_id}/merges".format(customer_id=quote(str(customer_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Moved | None:
    if response.status_code == 200:
        response_200 = Moved.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Moved]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: MergeWish,

) -> Response[Moved]:
    """ Merge Customer

     Make another one (`from_id`) a part of this customer; `dry_run` only tells what would move.

    Who has relations in WeCom is the one that stays, whichever was named first: see `customer_id`
    of the answer. 404 `customers.unknown`, 422 `persons.same`, 409 `persons.not_mergeable`.

    Args:
        customer_id (int):
        body (MergeWish): Who is to become a part of this person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Moved]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: MergeWish,

) -> Moved | None:
    """ Merge Customer

     Make another one (`from_id`) a part of this customer; `dry_run` only tells what would move.

    Who has relations in WeCom is the one that stays, whichever was named first: see `customer_id`
    of the answer. 404 `customers.unknown`, 422 `persons.same`, 409 `persons.not_mergeable`.

    Args:
        customer_id (int):
        body (MergeWish): Who is to become a part of this person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Moved
     """


    return sync_detailed(
        customer_id=customer_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: MergeWish,

) -> Response[Moved]:
    """ Merge Customer

     Make another one (`from_id`) a part of this customer; `dry_run` only tells what would move.

    Who has relations in WeCom is the one that stays, whichever was named first: see `customer_id`
    of the answer. 404 `customers.unknown`, 422 `persons.same`, 409 `persons.not_mergeable`.

    Args:
        customer_id (int):
        body (MergeWish): Who is to become a part of this person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Moved]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: MergeWish,

) -> Moved | None:
    """ Merge Customer

     Make another one (`from_id`) a part of this customer; `dry_run` only tells what would move.

    Who has relations in WeCom is the one that stays, whichever was named first: see `customer_id`
    of the answer. 404 `customers.unknown`, 422 `persons.same`, 409 `persons.not_mergeable`.

    Args:
        customer_id (int):
        body (MergeWish): Who is to become a part of this person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Moved
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
body=body,

    )).parsed
