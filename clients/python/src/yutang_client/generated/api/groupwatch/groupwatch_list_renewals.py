from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.groupwatch_list_renewals_which import GroupwatchListRenewalsWhich
from ...models.renewal_list import RenewalList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    which: GroupwatchListRenewalsWhich | Unset = GroupwatchListRenewalsWhich.ALL,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_which: str | Unset = UNSET
    if not isinstance(which, Unset):
        json_which = which.value

    params["which"] = json_which


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-renewals",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RenewalList | None:
    if response.status_code == 200:
        response_200 = RenewalList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RenewalList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    which: GroupwatchListRenewalsWhich | Unset = GroupwatchListRenewalsWhich.ALL,

) -> Response[RenewalList]:
    """ List Renewals

     Renewals of groups that you see, those that run first; at most 200.

    Args:
        which (GroupwatchListRenewalsWhich | Unset):  Default: GroupwatchListRenewalsWhich.ALL.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalList]
     """


    kwargs = _get_kwargs(
        which=which,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    which: GroupwatchListRenewalsWhich | Unset = GroupwatchListRenewalsWhich.ALL,

) -> RenewalList | None:
    """ List Renewals

     Renewals of groups that you see, those that run first; at most 200.

    Args:
        which (GroupwatchListRenewalsWhich | Unset):  Default: GroupwatchListRenewalsWhich.ALL.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalList
     """


    return sync_detailed(
        client=client,
which=which,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    which: GroupwatchListRenewalsWhich | Unset = GroupwatchListRenewalsWhich.ALL,

) -> Response[RenewalList]:
    """ List Renewals

     Renewals of groups that you see, those that run first; at most 200.

    Args:
        which (GroupwatchListRenewalsWhich | Unset):  Default: GroupwatchListRenewalsWhich.ALL.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalList]
     """


    kwargs = _get_kwargs(
        which=which,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    which: GroupwatchListRenewalsWhich | Unset = GroupwatchListRenewalsWhich.ALL,

) -> RenewalList | None:
    """ List Renewals

     Renewals of groups that you see, those that run first; at most 200.

    Args:
        which (GroupwatchListRenewalsWhich | Unset):  Default: GroupwatchListRenewalsWhich.ALL.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalList
     """


    return (await asyncio_detailed(
        client=client,
which=which,

    )).parsed
