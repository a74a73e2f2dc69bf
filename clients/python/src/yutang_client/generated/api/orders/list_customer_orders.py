from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.customer_orders import CustomerOrders
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    limit: int | Unset = 20,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/customers/{customer_id}/orders".format(customer_id=quote(str(customer_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CustomerOrders | None:
    if response.status_code == 200:
        response_200 = CustomerOrders.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CustomerOrders]:
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
    limit: int | Unset = 20,

) -> Response[CustomerOrders]:
    """ List Customer Orders

     What a customer bought, what it came to, and what may suit him, with the reason.

    `known` is false where nobody ever told of orders: then nothing can be said. 404
    `customers.unknown`.

    Args:
        customer_id (int):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerOrders]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 20,

) -> CustomerOrders | None:
    """ List Customer Orders

     What a customer bought, what it came to, and what may suit him, with the reason.

    `known` is false where nobody ever told of orders: then nothing can be said. 404
    `customers.unknown`.

    Args:
        customer_id (int):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerOrders
     """


    return sync_detailed(
        customer_id=customer_id,
client=client,
limit=limit,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 20,

) -> Response[CustomerOrders]:
    """ List Customer Orders

     What a customer bought, what it came to, and what may suit him, with the reason.

    `known` is false where nobody ever told of orders: then nothing can be said. 404
    `customers.unknown`.

    Args:
        customer_id (int):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerOrders]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 20,

) -> CustomerOrders | None:
    """ List Customer Orders

     What a customer bought, what it came to, and what may suit him, with the reason.

    `known` is false where nobody ever told of orders: then nothing can be said. 404
    `customers.unknown`.

    Args:
        customer_id (int):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerOrders
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
limit=limit,

    )).parsed
