from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.join_page import JoinPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    code_id: int,
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-codes/{code_id}/joins".format(code_id=quote(str(code_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> JoinPage | None:
    if response.status_code == 200:
        response_200 = JoinPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[JoinPage]:
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
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[JoinPage]:
    """ List Joins

     Who came, newest first. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JoinPage]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> JoinPage | None:
    """ List Joins

     Who came, newest first. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JoinPage
     """


    return sync_detailed(
        code_id=code_id,
client=client,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[JoinPage]:
    """ List Joins

     Who came, newest first. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JoinPage]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> JoinPage | None:
    """ List Joins

     Who came, newest first. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JoinPage
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
after=after,
limit=limit,

    )).parsed
