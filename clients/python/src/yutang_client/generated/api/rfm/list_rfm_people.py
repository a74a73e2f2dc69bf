from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_rfm_people_key_type_0 import ListRfmPeopleKeyType0
from ...models.rfm_people import RfmPeople
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    key: ListRfmPeopleKeyType0 | None | Unset = UNSET,
    r: int | None | Unset = UNSET,
    f: int | None | Unset = UNSET,
    m: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_key: None | str | Unset
    if isinstance(key, Unset):
        json_key = UNSET
    elif isinstance(key, ListRfmPeopleKeyType0):
        json_key = key.value
    else:
        json_key = key
    params["key"] = json_key

    json_r: int | None | Unset
    if isinstance(r, Unset):
        json_r = UNSET
    else:
        json_r = r
    params["r"] = json_r

    json_f: int | None | Unset
    if isinstance(f, Unset):
        json_f = UNSET
    else:
        json_f = f
    params["f"] = json_f

    json_m: int | None | Unset
    if isinstance(m, Unset):
        json_m = UNSET
    else:
        json_m = m
    params["m"] = json_m

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
        "url": "/api/rfm/people",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RfmPeople | None:
    if response.status_code == 200:
        response_200 = RfmPeople.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RfmPeople]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    key: ListRfmPeopleKeyType0 | None | Unset = UNSET,
    r: int | None | Unset = UNSET,
    f: int | None | Unset = UNSET,
    m: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[RfmPeople]:
    """ List Rfm People

     Buyers of a class, or with given scores, who paid most first.

    422 `rfm.bad_cursor`, 503 `audience.away`.

    Args:
        key (ListRfmPeopleKeyType0 | None | Unset):
        r (int | None | Unset):
        f (int | None | Unset):
        m (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmPeople]
     """


    kwargs = _get_kwargs(
        key=key,
r=r,
f=f,
m=m,
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
    key: ListRfmPeopleKeyType0 | None | Unset = UNSET,
    r: int | None | Unset = UNSET,
    f: int | None | Unset = UNSET,
    m: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> RfmPeople | None:
    """ List Rfm People

     Buyers of a class, or with given scores, who paid most first.

    422 `rfm.bad_cursor`, 503 `audience.away`.

    Args:
        key (ListRfmPeopleKeyType0 | None | Unset):
        r (int | None | Unset):
        f (int | None | Unset):
        m (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmPeople
     """


    return sync_detailed(
        client=client,
key=key,
r=r,
f=f,
m=m,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    key: ListRfmPeopleKeyType0 | None | Unset = UNSET,
    r: int | None | Unset = UNSET,
    f: int | None | Unset = UNSET,
    m: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[RfmPeople]:
    """ List Rfm People

     Buyers of a class, or with given scores, who paid most first.

    422 `rfm.bad_cursor`, 503 `audience.away`.

    Args:
        key (ListRfmPeopleKeyType0 | None | Unset):
        r (int | None | Unset):
        f (int | None | Unset):
        m (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmPeople]
     """


    kwargs = _get_kwargs(
        key=key,
r=r,
f=f,
m=m,
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
    key: ListRfmPeopleKeyType0 | None | Unset = UNSET,
    r: int | None | Unset = UNSET,
    f: int | None | Unset = UNSET,
    m: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> RfmPeople | None:
    """ List Rfm People

     Buyers of a class, or with given scores, who paid most first.

    422 `rfm.bad_cursor`, 503 `audience.away`.

    Args:
        key (ListRfmPeopleKeyType0 | None | Unset):
        r (int | None | Unset):
        f (int | None | Unset):
        m (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmPeople
     """


    return (await asyncio_detailed(
        client=client,
key=key,
r=r,
f=f,
m=m,
after=after,
limit=limit,

    )).parsed
