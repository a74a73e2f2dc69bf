from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_rules_read import GroupRulesRead
from typing import cast



def _get_kwargs(
    set_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-rules/{set_id}".format(set_id=quote(str(set_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupRulesRead | None:
    if response.status_code == 200:
        response_200 = GroupRulesRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupRulesRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[GroupRulesRead]:
    """ Read Rules

     One set of rules; 404 `grouprules.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        set_id=set_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> GroupRulesRead | None:
    """ Read Rules

     One set of rules; 404 `grouprules.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return sync_detailed(
        set_id=set_id,
client=client,

    ).parsed

async def asyncio_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[GroupRulesRead]:
    """ Read Rules

     One set of rules; 404 `grouprules.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        set_id=set_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> GroupRulesRead | None:
    """ Read Rules

     One set of rules; 404 `grouprules.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return (await asyncio_detailed(
        set_id=set_id,
client=client,

    )).parsed
