from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_order import NewOrder
from ...models.new_orders import NewOrders
from ...models.taken_list import TakenList
from typing import cast



def _get_kwargs(
    *,
    body: NewOrder | NewOrders,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/orders",
    }

    
    if isinstance(body, NewOrders):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()


    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TakenList | None:
    if response.status_code == 200:
        response_200 = TakenList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TakenList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewOrder | NewOrders,

) -> Response[TakenList]:
    """ Take Orders

     Tell of one order or up to 1,000: their state, lines and refunds; from systems, by token.

    Send as often and in whatever order you like: of an order's news the one with the newest `at`
    counts, and each transition is in the customer's life once. What cannot be is refused by itself
    with the `reason`; the others are taken. A buyer whose ids nobody has is new here: a lead by
    phone or member number, else a visitor. An order that names none stands without a customer
    until news of it name one. They are written 250 at a time: who got no answer sends all again.

    Args:
        body (NewOrder | NewOrders):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TakenList]
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
    body: NewOrder | NewOrders,

) -> TakenList | None:
    """ Take Orders

     Tell of one order or up to 1,000: their state, lines and refunds; from systems, by token.

    Send as often and in whatever order you like: of an order's news the one with the newest `at`
    counts, and each transition is in the customer's life once. What cannot be is refused by itself
    with the `reason`; the others are taken. A buyer whose ids nobody has is new here: a lead by
    phone or member number, else a visitor. An order that names none stands without a customer
    until news of it name one. They are written 250 at a time: who got no answer sends all again.

    Args:
        body (NewOrder | NewOrders):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TakenList
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewOrder | NewOrders,

) -> Response[TakenList]:
    """ Take Orders

     Tell of one order or up to 1,000: their state, lines and refunds; from systems, by token.

    Send as often and in whatever order you like: of an order's news the one with the newest `at`
    counts, and each transition is in the customer's life once. What cannot be is refused by itself
    with the `reason`; the others are taken. A buyer whose ids nobody has is new here: a lead by
    phone or member number, else a visitor. An order that names none stands without a customer
    until news of it name one. They are written 250 at a time: who got no answer sends all again.

    Args:
        body (NewOrder | NewOrders):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TakenList]
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
    body: NewOrder | NewOrders,

) -> TakenList | None:
    """ Take Orders

     Tell of one order or up to 1,000: their state, lines and refunds; from systems, by token.

    Send as often and in whatever order you like: of an order's news the one with the newest `at`
    counts, and each transition is in the customer's life once. What cannot be is refused by itself
    with the `reason`; the others are taken. A buyer whose ids nobody has is new here: a lead by
    phone or member number, else a visitor. An order that names none stands without a customer
    until news of it name one. They are written 250 at a time: who got no answer sends all again.

    Args:
        body (NewOrder | NewOrders):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TakenList
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
