from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.open_phones import OpenPhones
from typing import cast



def _get_kwargs(
    conflict_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/identity-conflicts/{conflict_id}/phones".format(conflict_id=quote(str(conflict_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OpenPhones | None:
    if response.status_code == 200:
        response_200 = OpenPhones.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OpenPhones]:
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

) -> Response[OpenPhones]:
    """ Open Conflict Phones

     The phone numbers of both in full; that they were opened is audited, for each of them.

    404 `persons.unknown_conflict`.

    Args:
        conflict_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OpenPhones]
     """


    kwargs = _get_kwargs(
        conflict_id=conflict_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> OpenPhones | None:
    """ Open Conflict Phones

     The phone numbers of both in full; that they were opened is audited, for each of them.

    404 `persons.unknown_conflict`.

    Args:
        conflict_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OpenPhones
     """


    return sync_detailed(
        conflict_id=conflict_id,
client=client,

    ).parsed

async def asyncio_detailed(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[OpenPhones]:
    """ Open Conflict Phones

     The phone numbers of both in full; that they were opened is audited, for each of them.

    404 `persons.unknown_conflict`.

    Args:
        conflict_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OpenPhones]
     """


    kwargs = _get_kwargs(
        conflict_id=conflict_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    conflict_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> OpenPhones | None:
    """ Open Conflict Phones

     The phone numbers of both in full; that they were opened is audited, for each of them.

    404 `persons.unknown_conflict`.

    Args:
        conflict_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OpenPhones
     """


    return (await asyncio_detailed(
        conflict_id=conflict_id,
client=client,

    )).parsed
