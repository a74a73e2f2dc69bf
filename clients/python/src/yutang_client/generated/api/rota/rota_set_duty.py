from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.duty_read import DutyRead
from ...models.duty_wish import DutyWish
from typing import cast



def _get_kwargs(
    staff_id: int,
    *,
    body: DutyWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/duties/{staff_id}".format(staff_id=quote(str(staff_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: DutyWish,

) -> Response[DutyRead]:
    """ Set Duty

     Put a member off duty in all codes, until a moment or until back; or on again.

    404 `rota.unknown_member`; 422 `rota.past`.

    Args:
        staff_id (int):
        body (DutyWish): On duty, or off until a moment; off without one is until somebody says
            otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DutyRead]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: DutyWish,

) -> DutyRead | None:
    """ Set Duty

     Put a member off duty in all codes, until a moment or until back; or on again.

    404 `rota.unknown_member`; 422 `rota.past`.

    Args:
        staff_id (int):
        body (DutyWish): On duty, or off until a moment; off without one is until somebody says
            otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DutyRead
     """


    return sync_detailed(
        staff_id=staff_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: DutyWish,

) -> Response[DutyRead]:
    """ Set Duty

     Put a member off duty in all codes, until a moment or until back; or on again.

    404 `rota.unknown_member`; 422 `rota.past`.

    Args:
        staff_id (int):
        body (DutyWish): On duty, or off until a moment; off without one is until somebody says
            otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DutyRead]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    staff_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: DutyWish,

) -> DutyRead | None:
    """ Set Duty

     Put a member off duty in all codes, until a moment or until back; or on again.

    404 `rota.unknown_member`; 422 `rota.past`.

    Args:
        staff_id (int):
        body (DutyWish): On duty, or off until a moment; off without one is until somebody says
            otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DutyRead
     """


    return (await asyncio_detailed(
        staff_id=staff_id,
client=client,
body=body,

    )).parsed
