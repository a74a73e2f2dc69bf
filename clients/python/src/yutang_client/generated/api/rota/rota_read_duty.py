from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.duty_read import DutyRead
from typing import cast



def _get_kwargs(
    staff_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/duties/{staff_id}".format(staff_id=quote(str(staff_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DutyRead | None:
    if response.status_code == 200:
        response_200 = DutyRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DutyRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[DutyRead]:
    """ Read Duty

     Whether a member takes new customers. 404 `rota.unknown_member`.

    Args:
        staff_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DutyRead]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> DutyRead | None:
    """ Read Duty

     Whether a member takes new customers. 404 `rota.unknown_member`.

    Args:
        staff_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DutyRead
     """


    return sync_detailed(
        staff_id=staff_id,
client=client,

    ).parsed

async def asyncio_detailed(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[DutyRead]:
    """ Read Duty

     Whether a member takes new customers. 404 `rota.unknown_member`.

    Args:
        staff_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DutyRead]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> DutyRead | None:
    """ Read Duty

     Whether a member takes new customers. 404 `rota.unknown_member`.

    Args:
        staff_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DutyRead
     """


    return (await asyncio_detailed(
        staff_id=staff_id,
client=client,

    )).parsed
