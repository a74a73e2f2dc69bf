from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.consent_list import ConsentList
from ...models.new_consent import NewConsent
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    body: NewConsent,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/customers/{customer_id}/consents".format(customer_id=quote(str(customer_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ConsentList | None:
    if response.status_code == 201:
        response_201 = ConsentList.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ConsentList]:
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
    body: NewConsent,

) -> Response[ConsentList]:
    """ Record Consent

     Record that he agreed to a purpose, where and when.

    422 `consents.future`; 404 `customers.unknown`, `consents.purpose`.

    Args:
        customer_id (int):
        body (NewConsent): A consent that the person gave; `source` says where, in words that can
            be checked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentList]
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
    body: NewConsent,

) -> ConsentList | None:
    """ Record Consent

     Record that he agreed to a purpose, where and when.

    422 `consents.future`; 404 `customers.unknown`, `consents.purpose`.

    Args:
        customer_id (int):
        body (NewConsent): A consent that the person gave; `source` says where, in words that can
            be checked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentList
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
    body: NewConsent,

) -> Response[ConsentList]:
    """ Record Consent

     Record that he agreed to a purpose, where and when.

    422 `consents.future`; 404 `customers.unknown`, `consents.purpose`.

    Args:
        customer_id (int):
        body (NewConsent): A consent that the person gave; `source` says where, in words that can
            be checked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentList]
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
    body: NewConsent,

) -> ConsentList | None:
    """ Record Consent

     Record that he agreed to a purpose, where and when.

    422 `consents.future`; 404 `customers.unknown`, `consents.purpose`.

    Args:
        customer_id (int):
        body (NewConsent): A consent that the person gave; `source` says where, in words that can
            be checked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentList
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
body=body,

    )).parsed
