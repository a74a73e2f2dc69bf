from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.sub_owners import SubOwners
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    head_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_head_id: int | None | Unset
    if isinstance(head_id, Unset):
        json_head_id = UNSET
    else:
        json_head_id = head_id
    params["head_id"] = json_head_id

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
        "url": "/api/groups/sub-owners",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SubOwners | None:
    if response.status_code == 200:
        response_200 = SubOwners.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SubOwners]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    head_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SubOwners]:
    """ List Sub Owners

     Sub-owners of groups that you see, who holds most first: 3 or 4 groups each is the rule.

    With `head_id` those of groups that he heads. 422 `groups.bad_cursor`.

    Args:
        head_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SubOwners]
     """


    kwargs = _get_kwargs(
        head_id=head_id,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    head_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SubOwners | None:
    """ List Sub Owners

     Sub-owners of groups that you see, who holds most first: 3 or 4 groups each is the rule.

    With `head_id` those of groups that he heads. 422 `groups.bad_cursor`.

    Args:
        head_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SubOwners
     """


    return sync_detailed(
        client=client,
head_id=head_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    head_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SubOwners]:
    """ List Sub Owners

     Sub-owners of groups that you see, who holds most first: 3 or 4 groups each is the rule.

    With `head_id` those of groups that he heads. 422 `groups.bad_cursor`.

    Args:
        head_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SubOwners]
     """


    kwargs = _get_kwargs(
        head_id=head_id,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    head_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SubOwners | None:
    """ List Sub Owners

     Sub-owners of groups that you see, who holds most first: 3 or 4 groups each is the rule.

    With `head_id` those of groups that he heads. 422 `groups.bad_cursor`.

    Args:
        head_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SubOwners
     """


    return (await asyncio_detailed(
        client=client,
head_id=head_id,
after=after,
limit=limit,

    )).parsed
