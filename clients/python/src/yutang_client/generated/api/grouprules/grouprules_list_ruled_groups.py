from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.grouprules_list_ruled_groups_notice_type_0 import GrouprulesListRuledGroupsNoticeType0
from ...models.grouprules_list_ruled_groups_wrong_type_0 import GrouprulesListRuledGroupsWrongType0
from ...models.ruled_group_page import RuledGroupPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    set_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,
    wrong: GrouprulesListRuledGroupsWrongType0 | None | Unset = UNSET,
    notice: GrouprulesListRuledGroupsNoticeType0 | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    json_set_id: int | None | Unset
    if isinstance(set_id, Unset):
        json_set_id = UNSET
    else:
        json_set_id = set_id
    params["set_id"] = json_set_id

    json_owner_id: int | None | Unset
    if isinstance(owner_id, Unset):
        json_owner_id = UNSET
    else:
        json_owner_id = owner_id
    params["owner_id"] = json_owner_id

    json_wrong: None | str | Unset
    if isinstance(wrong, Unset):
        json_wrong = UNSET
    elif isinstance(wrong, GrouprulesListRuledGroupsWrongType0):
        json_wrong = wrong.value
    else:
        json_wrong = wrong
    params["wrong"] = json_wrong

    json_notice: None | str | Unset
    if isinstance(notice, Unset):
        json_notice = UNSET
    elif isinstance(notice, GrouprulesListRuledGroupsNoticeType0):
        json_notice = notice.value
    else:
        json_notice = notice
    params["notice"] = json_notice


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-rules/groups",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuledGroupPage | None:
    if response.status_code == 200:
        response_200 = RuledGroupPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuledGroupPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    set_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,
    wrong: GrouprulesListRuledGroupsWrongType0 | None | Unset = UNSET,
    notice: GrouprulesListRuledGroupsNoticeType0 | None | Unset = UNSET,

) -> Response[RuledGroupPage]:
    """ List Ruled Groups

     Groups beside their rules, by owner; `wrong` finds those in which something is otherwise.

    The narrowest rules hold: picked groups before owners, these before kinds and tiers, these
    before all; of equals the newest. 404 `grouprules.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        set_id (int | None | Unset):
        owner_id (int | None | Unset):
        wrong (GrouprulesListRuledGroupsWrongType0 | None | Unset):
        notice (GrouprulesListRuledGroupsNoticeType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuledGroupPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
set_id=set_id,
owner_id=owner_id,
wrong=wrong,
notice=notice,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    set_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,
    wrong: GrouprulesListRuledGroupsWrongType0 | None | Unset = UNSET,
    notice: GrouprulesListRuledGroupsNoticeType0 | None | Unset = UNSET,

) -> RuledGroupPage | None:
    """ List Ruled Groups

     Groups beside their rules, by owner; `wrong` finds those in which something is otherwise.

    The narrowest rules hold: picked groups before owners, these before kinds and tiers, these
    before all; of equals the newest. 404 `grouprules.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        set_id (int | None | Unset):
        owner_id (int | None | Unset):
        wrong (GrouprulesListRuledGroupsWrongType0 | None | Unset):
        notice (GrouprulesListRuledGroupsNoticeType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuledGroupPage
     """


    return sync_detailed(
        client=client,
after=after,
limit=limit,
set_id=set_id,
owner_id=owner_id,
wrong=wrong,
notice=notice,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    set_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,
    wrong: GrouprulesListRuledGroupsWrongType0 | None | Unset = UNSET,
    notice: GrouprulesListRuledGroupsNoticeType0 | None | Unset = UNSET,

) -> Response[RuledGroupPage]:
    """ List Ruled Groups

     Groups beside their rules, by owner; `wrong` finds those in which something is otherwise.

    The narrowest rules hold: picked groups before owners, these before kinds and tiers, these
    before all; of equals the newest. 404 `grouprules.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        set_id (int | None | Unset):
        owner_id (int | None | Unset):
        wrong (GrouprulesListRuledGroupsWrongType0 | None | Unset):
        notice (GrouprulesListRuledGroupsNoticeType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuledGroupPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
set_id=set_id,
owner_id=owner_id,
wrong=wrong,
notice=notice,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    set_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,
    wrong: GrouprulesListRuledGroupsWrongType0 | None | Unset = UNSET,
    notice: GrouprulesListRuledGroupsNoticeType0 | None | Unset = UNSET,

) -> RuledGroupPage | None:
    """ List Ruled Groups

     Groups beside their rules, by owner; `wrong` finds those in which something is otherwise.

    The narrowest rules hold: picked groups before owners, these before kinds and tiers, these
    before all; of equals the newest. 404 `grouprules.unknown`, 422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        set_id (int | None | Unset):
        owner_id (int | None | Unset):
        wrong (GrouprulesListRuledGroupsWrongType0 | None | Unset):
        notice (GrouprulesListRuledGroupsNoticeType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuledGroupPage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
limit=limit,
set_id=set_id,
owner_id=owner_id,
wrong=wrong,
notice=notice,

    )).parsed
