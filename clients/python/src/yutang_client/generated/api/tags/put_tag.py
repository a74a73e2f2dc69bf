from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.tag_put import TagPut
from ...models.tags_of_customer import TagsOfCustomer
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    body: TagPut,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/customers/{customer_id}/tags".format(customer_id=quote(str(customer_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TagsOfCustomer | None:
    if response.status_code == 200:
        response_200 = TagsOfCustomer.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TagsOfCustomer]:
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
    body: TagPut,

) -> Response[TagsOfCustomer]:
    """ Put Tag

     Put a tag on a customer; one of WeCom's goes on every living relation, or on those named.

    422 `tags.no_relation`, `tags.archived`, `tags.reason_needed`.

    Args:
        customer_id (int):
        body (TagPut): Put a tag on one customer by hand.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagsOfCustomer]
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
    body: TagPut,

) -> TagsOfCustomer | None:
    """ Put Tag

     Put a tag on a customer; one of WeCom's goes on every living relation, or on those named.

    422 `tags.no_relation`, `tags.archived`, `tags.reason_needed`.

    Args:
        customer_id (int):
        body (TagPut): Put a tag on one customer by hand.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagsOfCustomer
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
    body: TagPut,

) -> Response[TagsOfCustomer]:
    """ Put Tag

     Put a tag on a customer; one of WeCom's goes on every living relation, or on those named.

    422 `tags.no_relation`, `tags.archived`, `tags.reason_needed`.

    Args:
        customer_id (int):
        body (TagPut): Put a tag on one customer by hand.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagsOfCustomer]
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
    body: TagPut,

) -> TagsOfCustomer | None:
    """ Put Tag

     Put a tag on a customer; one of WeCom's goes on every living relation, or on those named.

    422 `tags.no_relation`, `tags.archived`, `tags.reason_needed`.

    Args:
        customer_id (int):
        body (TagPut): Put a tag on one customer by hand.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagsOfCustomer
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
body=body,

    )).parsed
