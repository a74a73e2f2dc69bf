from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.person_export import PersonExport
from ...models.person_wish import PersonWish
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    body: PersonWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/privacy/customers/{customer_id}/export".format(customer_id=quote(str(customer_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PersonExport | None:
    if response.status_code == 202:
        response_202 = PersonExport.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PersonExport]:
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
    body: PersonWish,

) -> Response[PersonExport]:
    """ Hand Out

     Ask for a file of all that is known of a person. 404 `customers.unknown`.

    Args:
        customer_id (int):
        body (PersonWish): Why all that is known of somebody is asked for; `language` is the
            readable page's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PersonExport]
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
    body: PersonWish,

) -> PersonExport | None:
    """ Hand Out

     Ask for a file of all that is known of a person. 404 `customers.unknown`.

    Args:
        customer_id (int):
        body (PersonWish): Why all that is known of somebody is asked for; `language` is the
            readable page's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PersonExport
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
    body: PersonWish,

) -> Response[PersonExport]:
    """ Hand Out

     Ask for a file of all that is known of a person. 404 `customers.unknown`.

    Args:
        customer_id (int):
        body (PersonWish): Why all that is known of somebody is asked for; `language` is the
            readable page's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PersonExport]
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
    body: PersonWish,

) -> PersonExport | None:
    """ Hand Out

     Ask for a file of all that is known of a person. 404 `customers.unknown`.

    Args:
        customer_id (int):
        body (PersonWish): Why all that is known of somebody is asked for; `language` is the
            readable page's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PersonExport
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
body=body,

    )).parsed
