from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.merge_plan import MergePlan
from typing import cast



def _get_kwargs(
    tag_id: int,
    *,
    into: int,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["into"] = into


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tags/{tag_id}/merge".format(tag_id=quote(str(tag_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MergePlan | None:
    if response.status_code == 200:
        response_200 = MergePlan.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[MergePlan]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    tag_id: int,
    *,
    client: AuthenticatedClient | Client,
    into: int,

) -> Response[MergePlan]:
    """ Plan Merge

     How many customers a merge touches, how many wear both, and what it costs in WeCom.

    Args:
        tag_id (int):
        into (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MergePlan]
     """


    kwargs = _get_kwargs(
        tag_id=tag_id,
into=into,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    tag_id: int,
    *,
    client: AuthenticatedClient | Client,
    into: int,

) -> MergePlan | None:
    """ Plan Merge

     How many customers a merge touches, how many wear both, and what it costs in WeCom.

    Args:
        tag_id (int):
        into (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MergePlan
     """


    return sync_detailed(
        tag_id=tag_id,
client=client,
into=into,

    ).parsed

async def asyncio_detailed(
    tag_id: int,
    *,
    client: AuthenticatedClient | Client,
    into: int,

) -> Response[MergePlan]:
    """ Plan Merge

     How many customers a merge touches, how many wear both, and what it costs in WeCom.

    Args:
        tag_id (int):
        into (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MergePlan]
     """


    kwargs = _get_kwargs(
        tag_id=tag_id,
into=into,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    tag_id: int,
    *,
    client: AuthenticatedClient | Client,
    into: int,

) -> MergePlan | None:
    """ Plan Merge

     How many customers a merge touches, how many wear both, and what it costs in WeCom.

    Args:
        tag_id (int):
        into (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MergePlan
     """


    return (await asyncio_detailed(
        tag_id=tag_id,
client=client,
into=into,

    )).parsed
