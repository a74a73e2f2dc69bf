from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.conflict_decision import ConflictDecision
from ...models.conflict_read import ConflictRead
from typing import cast



def _get_kwargs(
    conflict_id: int,
    *,
    body: ConflictDecision,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/identity-conflicts/{conflict_id}/decision".format(conflict_id=quote(str(conflict_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ConflictRead | None:
    if response.status_code == 200:
        response_200 = ConflictRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ConflictRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ConflictDecision,

) -> Response[ConflictRead]:
    """ Decide Conflict

     Say whose the id is, that both share it, or that the two are one person.

    `claimed`: the claimant's; `stays`: the holder's; `shared`: both have it and it ties nobody any
    more; `merged`: one person. It is kept to for good: the same message decides nothing again. 404
    `persons.unknown_conflict`, 409 `persons.conflict_ended`, `persons.not_mergeable`.

    Args:
        conflict_id (int):
        body (ConflictDecision): What is right: the claimant's, the holder's, both share it, or
            they are one person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConflictRead]
     """


    kwargs = _get_kwargs(
        conflict_id=conflict_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ConflictDecision,

) -> ConflictRead | None:
    """ Decide Conflict

     Say whose the id is, that both share it, or that the two are one person.

    `claimed`: the claimant's; `stays`: the holder's; `shared`: both have it and it ties nobody any
    more; `merged`: one person. It is kept to for good: the same message decides nothing again. 404
    `persons.unknown_conflict`, 409 `persons.conflict_ended`, `persons.not_mergeable`.

    Args:
        conflict_id (int):
        body (ConflictDecision): What is right: the claimant's, the holder's, both share it, or
            they are one person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConflictRead
     """


    return sync_detailed(
        conflict_id=conflict_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ConflictDecision,

) -> Response[ConflictRead]:
    """ Decide Conflict

     Say whose the id is, that both share it, or that the two are one person.

    `claimed`: the claimant's; `stays`: the holder's; `shared`: both have it and it ties nobody any
    more; `merged`: one person. It is kept to for good: the same message decides nothing again. 404
    `persons.unknown_conflict`, 409 `persons.conflict_ended`, `persons.not_mergeable`.

    Args:
        conflict_id (int):
        body (ConflictDecision): What is right: the claimant's, the holder's, both share it, or
            they are one person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConflictRead]
     """


    kwargs = _get_kwargs(
        conflict_id=conflict_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ConflictDecision,

) -> ConflictRead | None:
    """ Decide Conflict

     Say whose the id is, that both share it, or that the two are one person.

    `claimed`: the claimant's; `stays`: the holder's; `shared`: both have it and it ties nobody any
    more; `merged`: one person. It is kept to for good: the same message decides nothing again. 404
    `persons.unknown_conflict`, 409 `persons.conflict_ended`, `persons.not_mergeable`.

    Args:
        conflict_id (int):
        body (ConflictDecision): What is right: the claimant's, the holder's, both share it, or
            they are one person.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConflictRead
     """


    return (await asyncio_detailed(
        conflict_id=conflict_id,
client=client,
body=body,

    )).parsed
