from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.grouprules_list_nicknames_fit_item import GrouprulesListNicknamesFitItem
from ...models.nickname_page import NicknamePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    fit: list[GrouprulesListNicknamesFitItem] | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_fit: list[str] | Unset = UNSET
    if not isinstance(fit, Unset):
        json_fit = []
        for fit_item_data in fit:
            fit_item = fit_item_data.value
            json_fit.append(fit_item)


    params["fit"] = json_fit

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
        "url": "/api/groups/{group_id}/nicknames".format(group_id=quote(str(group_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NicknamePage | None:
    if response.status_code == 200:
        response_200 = NicknamePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[NicknamePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    fit: list[GrouprulesListNicknamesFitItem] | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[NicknamePage]:
    """ List Nicknames

     Persons of a group by whether their nickname has the form that is asked for.

    404 `groups.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        group_id (int):
        fit (list[GrouprulesListNicknamesFitItem] | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NicknamePage]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
fit=fit,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    fit: list[GrouprulesListNicknamesFitItem] | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> NicknamePage | None:
    """ List Nicknames

     Persons of a group by whether their nickname has the form that is asked for.

    404 `groups.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        group_id (int):
        fit (list[GrouprulesListNicknamesFitItem] | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NicknamePage
     """


    return sync_detailed(
        group_id=group_id,
client=client,
fit=fit,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    fit: list[GrouprulesListNicknamesFitItem] | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[NicknamePage]:
    """ List Nicknames

     Persons of a group by whether their nickname has the form that is asked for.

    404 `groups.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        group_id (int):
        fit (list[GrouprulesListNicknamesFitItem] | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NicknamePage]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
fit=fit,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    fit: list[GrouprulesListNicknamesFitItem] | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> NicknamePage | None:
    """ List Nicknames

     Persons of a group by whether their nickname has the form that is asked for.

    404 `groups.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        group_id (int):
        fit (list[GrouprulesListNicknamesFitItem] | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NicknamePage
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
fit=fit,
after=after,
limit=limit,

    )).parsed
