from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_rules_change import GroupRulesChange
from ...models.group_rules_read import GroupRulesRead
from typing import cast



def _get_kwargs(
    set_id: int,
    *,
    body: GroupRulesChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/group-rules/{set_id}".format(set_id=quote(str(set_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: GroupRulesChange,

) -> Response[GroupRulesRead]:
    """ Change Rules

     Change rules; another notice or pattern of names drops the tasks before it and asks anew.

    404 `grouprules.unknown`; 409 `grouprules.changed_meanwhile`, `grouprules.name_taken`.

    Args:
        set_id (int):
        body (GroupRulesChange): Rules as they shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        set_id=set_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRulesChange,

) -> GroupRulesRead | None:
    """ Change Rules

     Change rules; another notice or pattern of names drops the tasks before it and asks anew.

    404 `grouprules.unknown`; 409 `grouprules.changed_meanwhile`, `grouprules.name_taken`.

    Args:
        set_id (int):
        body (GroupRulesChange): Rules as they shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return sync_detailed(
        set_id=set_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRulesChange,

) -> Response[GroupRulesRead]:
    """ Change Rules

     Change rules; another notice or pattern of names drops the tasks before it and asks anew.

    404 `grouprules.unknown`; 409 `grouprules.changed_meanwhile`, `grouprules.name_taken`.

    Args:
        set_id (int):
        body (GroupRulesChange): Rules as they shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        set_id=set_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRulesChange,

) -> GroupRulesRead | None:
    """ Change Rules

     Change rules; another notice or pattern of names drops the tasks before it and asks anew.

    404 `grouprules.unknown`; 409 `grouprules.changed_meanwhile`, `grouprules.name_taken`.

    Args:
        set_id (int):
        body (GroupRulesChange): Rules as they shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return (await asyncio_detailed(
        set_id=set_id,
client=client,
body=body,

    )).parsed
