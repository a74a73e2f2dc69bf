from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.conflict_read import ConflictRead
from ...models.decision_undo import DecisionUndo
from typing import cast



def _get_kwargs(
    conflict_id: int,
    *,
    body: DecisionUndo,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/identity-conflicts/{conflict_id}/decision/undo".format(conflict_id=quote(str(conflict_id), safe=""),),
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
    body: DecisionUndo,

) -> Response[ConflictRead]:
    """ Undo Conflict Decision

     Take a decision back: what it moved goes back, and the conflict is open again.

    A decision that it had overruled about the same id holds again. Where nothing contradicts any
    more, the conflict is gone instead. 404 `persons.unknown_conflict`, 409 `persons.not_decided`,
    `persons.decided_merge`: a merge is undone where it is, POST
    /customers/{customer_id}/merges/{merge_id}/undo.

    Args:
        conflict_id (int):
        body (DecisionUndo): Why it was wrong.

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
    body: DecisionUndo,

) -> ConflictRead | None:
    """ Undo Conflict Decision

     Take a decision back: what it moved goes back, and the conflict is open again.

    A decision that it had overruled about the same id holds again. Where nothing contradicts any
    more, the conflict is gone instead. 404 `persons.unknown_conflict`, 409 `persons.not_decided`,
    `persons.decided_merge`: a merge is undone where it is, POST
    /customers/{customer_id}/merges/{merge_id}/undo.

    Args:
        conflict_id (int):
        body (DecisionUndo): Why it was wrong.

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
    body: DecisionUndo,

) -> Response[ConflictRead]:
    """ Undo Conflict Decision

     Take a decision back: what it moved goes back, and the conflict is open again.

    A decision that it had overruled about the same id holds again. Where nothing contradicts any
    more, the conflict is gone instead. 404 `persons.unknown_conflict`, 409 `persons.not_decided`,
    `persons.decided_merge`: a merge is undone where it is, POST
    /customers/{customer_id}/merges/{merge_id}/undo.

    Args:
        conflict_id (int):
        body (DecisionUndo): Why it was wrong.

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
    body: DecisionUndo,

) -> ConflictRead | None:
    """ Undo Conflict Decision

     Take a decision back: what it moved goes back, and the conflict is open again.

    A decision that it had overruled about the same id holds again. Where nothing contradicts any
    more, the conflict is gone instead. 404 `persons.unknown_conflict`, 409 `persons.not_decided`,
    `persons.decided_merge`: a merge is undone where it is, POST
    /customers/{customer_id}/merges/{merge_id}/undo.

    Args:
        conflict_id (int):
        body (DecisionUndo): Why it was wrong.

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
