from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.customers_list_silences_which import CustomersListSilencesWhich
from ...models.silence_page import SilencePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    customer: int | None | Unset = UNSET,
    which: CustomersListSilencesWhich | Unset = CustomersListSilencesWhich.OPEN,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_customer: int | None | Unset
    if isinstance(customer, Unset):
        json_customer = UNSET
    else:
        json_customer = customer
    params["customer"] = json_customer

    json_which: str | Unset = UNSET
    if not isinstance(which, Unset):
        json_which = which.value

    params["which"] = json_which

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
        "url": "/api/silences",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SilencePage | None:
    if response.status_code == 200:
        response_200 = SilencePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SilencePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    customer: int | None | Unset = UNSET,
    which: CustomersListSilencesWhich | Unset = CustomersListSilencesWhich.OPEN,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SilencePage]:
    """ List Silences

     Times of silence, the newest first; `customer` asks for one customer's history.

    Args:
        customer (int | None | Unset):
        which (CustomersListSilencesWhich | Unset):  Default: CustomersListSilencesWhich.OPEN.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SilencePage]
     """


    kwargs = _get_kwargs(
        customer=customer,
which=which,
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
    customer: int | None | Unset = UNSET,
    which: CustomersListSilencesWhich | Unset = CustomersListSilencesWhich.OPEN,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SilencePage | None:
    """ List Silences

     Times of silence, the newest first; `customer` asks for one customer's history.

    Args:
        customer (int | None | Unset):
        which (CustomersListSilencesWhich | Unset):  Default: CustomersListSilencesWhich.OPEN.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SilencePage
     """


    return sync_detailed(
        client=client,
customer=customer,
which=which,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    customer: int | None | Unset = UNSET,
    which: CustomersListSilencesWhich | Unset = CustomersListSilencesWhich.OPEN,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SilencePage]:
    """ List Silences

     Times of silence, the newest first; `customer` asks for one customer's history.

    Args:
        customer (int | None | Unset):
        which (CustomersListSilencesWhich | Unset):  Default: CustomersListSilencesWhich.OPEN.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SilencePage]
     """


    kwargs = _get_kwargs(
        customer=customer,
which=which,
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
    customer: int | None | Unset = UNSET,
    which: CustomersListSilencesWhich | Unset = CustomersListSilencesWhich.OPEN,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SilencePage | None:
    """ List Silences

     Times of silence, the newest first; `customer` asks for one customer's history.

    Args:
        customer (int | None | Unset):
        which (CustomersListSilencesWhich | Unset):  Default: CustomersListSilencesWhich.OPEN.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SilencePage
     """


    return (await asyncio_detailed(
        client=client,
customer=customer,
which=which,
after=after,
limit=limit,

    )).parsed
