from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_code_read import GroupCodeRead
from typing import cast



def _get_kwargs(
    code_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-codes/{code_id}/retry".format(code_id=quote(str(code_id), safe=""),),
    }


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

) -> Response[GroupCodeRead]:
    """ Retry Code

     Ask WeCom once more for what it refused. 409 `groupcodes.nothing_to_retry`.

    Args:
        code_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        code_id=code_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> GroupCodeRead | None:
    """ Retry Code

     Ask WeCom once more for what it refused. 409 `groupcodes.nothing_to_retry`.

    Args:
        code_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return sync_detailed(
        code_id=code_id,
client=client,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[GroupCodeRead]:
    """ Retry Code

     Ask WeCom once more for what it refused. 409 `groupcodes.nothing_to_retry`.

    Args:
        code_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        code_id=code_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> GroupCodeRead | None:
    """ Retry Code

     Ask WeCom once more for what it refused. 409 `groupcodes.nothing_to_retry`.

    Args:
        code_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,

    )).parsed
