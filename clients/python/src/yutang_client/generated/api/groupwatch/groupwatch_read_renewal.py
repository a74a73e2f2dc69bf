from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.renewal_detail import RenewalDetail
from typing import cast



def _get_kwargs(
    renewal_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-renewals/{renewal_id}".format(renewal_id=quote(str(renewal_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RenewalDetail | None:
    if response.status_code == 200:
        response_200 = RenewalDetail.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RenewalDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    renewal_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RenewalDetail]:
    """ Read Renewal

     One renewal with who shall come and who came. 404 `groupwatch.unknown_renewal`.

    Args:
        renewal_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalDetail]
     """


    kwargs = _get_kwargs(
        renewal_id=renewal_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    renewal_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RenewalDetail | None:
    """ Read Renewal

     One renewal with who shall come and who came. 404 `groupwatch.unknown_renewal`.

    Args:
        renewal_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalDetail
     """


    return sync_detailed(
        renewal_id=renewal_id,
client=client,

    ).parsed

async def asyncio_detailed(
    renewal_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RenewalDetail]:
    """ Read Renewal

     One renewal with who shall come and who came. 404 `groupwatch.unknown_renewal`.

    Args:
        renewal_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalDetail]
     """


    kwargs = _get_kwargs(
        renewal_id=renewal_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    renewal_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RenewalDetail | None:
    """ Read Renewal

     One renewal with who shall come and who came. 404 `groupwatch.unknown_renewal`.

    Args:
        renewal_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalDetail
     """


    return (await asyncio_detailed(
        renewal_id=renewal_id,
client=client,

    )).parsed
