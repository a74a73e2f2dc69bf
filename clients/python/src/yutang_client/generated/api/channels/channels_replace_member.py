from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.member_replaced import MemberReplaced
from ...models.member_replacement import MemberReplacement
from typing import cast



def _get_kwargs(
    staff_id: int,
    *,
    body: MemberReplacement,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/channels/of-staff/{staff_id}/replace".format(staff_id=quote(str(staff_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MemberReplaced | None:
    if response.status_code == 200:
        response_200 = MemberReplaced.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[MemberReplaced]:
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
    body: MemberReplacement,

) -> Response[MemberReplaced]:
    """ Replace Member

     Put others into codes in a member's place: of who left, or does something else now.

    All of them or none; prints stay valid. 404 `channels.unknown_member`, and `channels.unknown`
    for a code he is not in; 409 `channels.list_full`; 422 `channels.unknown_staff`.

    Args:
        staff_id (int):
        body (MemberReplacement): Who takes a member's place in which of his codes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberReplaced]
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
    body: MemberReplacement,

) -> MemberReplaced | None:
    """ Replace Member

     Put others into codes in a member's place: of who left, or does something else now.

    All of them or none; prints stay valid. 404 `channels.unknown_member`, and `channels.unknown`
    for a code he is not in; 409 `channels.list_full`; 422 `channels.unknown_staff`.

    Args:
        staff_id (int):
        body (MemberReplacement): Who takes a member's place in which of his codes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberReplaced
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
    body: MemberReplacement,

) -> Response[MemberReplaced]:
    """ Replace Member

     Put others into codes in a member's place: of who left, or does something else now.

    All of them or none; prints stay valid. 404 `channels.unknown_member`, and `channels.unknown`
    for a code he is not in; 409 `channels.list_full`; 422 `channels.unknown_staff`.

    Args:
        staff_id (int):
        body (MemberReplacement): Who takes a member's place in which of his codes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberReplaced]
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
    body: MemberReplacement,

) -> MemberReplaced | None:
    """ Replace Member

     Put others into codes in a member's place: of who left, or does something else now.

    All of them or none; prints stay valid. 404 `channels.unknown_member`, and `channels.unknown`
    for a code he is not in; 409 `channels.list_full`; 422 `channels.unknown_staff`.

    Args:
        staff_id (int):
        body (MemberReplacement): Who takes a member's place in which of his codes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberReplaced
     """


    return (await asyncio_detailed(
        staff_id=staff_id,
client=client,
body=body,

    )).parsed
