from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.consent_list import ConsentList
from typing import cast



def _get_kwargs(
    customer_id: int,
    purpose: str,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/customers/{customer_id}/consents/{purpose}".format(customer_id=quote(str(customer_id), safe=""),purpose=quote(str(purpose), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ConsentList | None:
    if response.status_code == 200:
        response_200 = ConsentList.from_dict(response.json())



        return response_200

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
    purpose: str,
    *,
    client: AuthenticatedClient | Client,

) -> Response[ConsentList]:
    """ Withdraw Consent

     Record that he takes a consent back, and end what it allowed.

    Values of sensitive fields and phone numbers are deleted; without his consent to marketing he
    counts as one who refused it.

    Args:
        customer_id (int):
        purpose (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
purpose=purpose,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    purpose: str,
    *,
    client: AuthenticatedClient | Client,

) -> ConsentList | None:
    """ Withdraw Consent

     Record that he takes a consent back, and end what it allowed.

    Values of sensitive fields and phone numbers are deleted; without his consent to marketing he
    counts as one who refused it.

    Args:
        customer_id (int):
        purpose (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentList
     """


    return sync_detailed(
        customer_id=customer_id,
purpose=purpose,
client=client,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    purpose: str,
    *,
    client: AuthenticatedClient | Client,

) -> Response[ConsentList]:
    """ Withdraw Consent

     Record that he takes a consent back, and end what it allowed.

    Values of sensitive fields and phone numbers are deleted; without his consent to marketing he
    counts as one who refused it.

    Args:
        customer_id (int):
        purpose (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
purpose=purpose,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    purpose: str,
    *,
    client: AuthenticatedClient | Client,

) -> ConsentList | None:
    """ Withdraw Consent

     Record that he takes a consent back, and end what it allowed.

    Values of sensitive fields and phone numbers are deleted; without his consent to marketing he
    counts as one who refused it.

    Args:
        customer_id (int):
        purpose (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentList
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
purpose=purpose,
client=client,

    )).parsed
