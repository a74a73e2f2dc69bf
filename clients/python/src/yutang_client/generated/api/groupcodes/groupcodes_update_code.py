from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_code_read import GroupCodeRead
from ...models.group_code_update import GroupCodeUpdate
from typing import cast



def _get_kwargs(
    code_id: int,
    *,
    body: GroupCodeUpdate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/group-codes/{code_id}".format(code_id=quote(str(code_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupCodeRead | None:
    if response.status_code == 200:
        response_200 = GroupCodeRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupCodeRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeUpdate,

) -> Response[GroupCodeRead]:
    """ Update Code

     Change a code; its prints stay valid. What WeCom holds is `updating` until it took it over.

    404 `groupcodes.unknown`; 409 `groupcodes.changed_meanwhile`; 422 as with a new one.

    Args:
        code_id (int):
        body (GroupCodeUpdate): A code as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeUpdate,

) -> GroupCodeRead | None:
    """ Update Code

     Change a code; its prints stay valid. What WeCom holds is `updating` until it took it over.

    404 `groupcodes.unknown`; 409 `groupcodes.changed_meanwhile`; 422 as with a new one.

    Args:
        code_id (int):
        body (GroupCodeUpdate): A code as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return sync_detailed(
        code_id=code_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeUpdate,

) -> Response[GroupCodeRead]:
    """ Update Code

     Change a code; its prints stay valid. What WeCom holds is `updating` until it took it over.

    404 `groupcodes.unknown`; 409 `groupcodes.changed_meanwhile`; 422 as with a new one.

    Args:
        code_id (int):
        body (GroupCodeUpdate): A code as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeUpdate,

) -> GroupCodeRead | None:
    """ Update Code

     Change a code; its prints stay valid. What WeCom holds is `updating` until it took it over.

    404 `groupcodes.unknown`; 409 `groupcodes.changed_meanwhile`; 422 as with a new one.

    Args:
        code_id (int):
        body (GroupCodeUpdate): A code as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
body=body,

    )).parsed
