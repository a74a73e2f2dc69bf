from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.invited import Invited
from ...models.new_person import NewPerson
from typing import cast



def _get_kwargs(
    *,
    body: NewPerson,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/users",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Invited | None:
    if response.status_code == 201:
        response_201 = Invited.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Invited]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewPerson,

) -> Response[Invited]:
    """ Invite Person

     Make an account; answers its first password, this once.

    409 `access.login_taken`, `access.member_taken`; 422 `access.unknown_member`,
    `access.unknown_scope`, `access.no_door`; 404 `access.unknown_role`.

    Args:
        body (NewPerson): Somebody to invite: a built-in `role` or a custom one's `role_id`.

            Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you
            see it
            yourself; others see their own customers and those whom they lead in WeCom.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Invited]
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
    body: NewPerson,

) -> Invited | None:
    """ Invite Person

     Make an account; answers its first password, this once.

    409 `access.login_taken`, `access.member_taken`; 422 `access.unknown_member`,
    `access.unknown_scope`, `access.no_door`; 404 `access.unknown_role`.

    Args:
        body (NewPerson): Somebody to invite: a built-in `role` or a custom one's `role_id`.

            Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you
            see it
            yourself; others see their own customers and those whom they lead in WeCom.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Invited
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewPerson,

) -> Response[Invited]:
    """ Invite Person

     Make an account; answers its first password, this once.

    409 `access.login_taken`, `access.member_taken`; 422 `access.unknown_member`,
    `access.unknown_scope`, `access.no_door`; 404 `access.unknown_role`.

    Args:
        body (NewPerson): Somebody to invite: a built-in `role` or a custom one's `role_id`.

            Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you
            see it
            yourself; others see their own customers and those whom they lead in WeCom.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Invited]
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
    body: NewPerson,

) -> Invited | None:
    """ Invite Person

     Make an account; answers its first password, this once.

    409 `access.login_taken`, `access.member_taken`; 422 `access.unknown_member`,
    `access.unknown_scope`, `access.no_door`; 404 `access.unknown_role`.

    Args:
        body (NewPerson): Somebody to invite: a built-in `role` or a custom one's `role_id`.

            Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you
            see it
            yourself; others see their own customers and those whom they lead in WeCom.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Invited
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
