from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_rules_read import GroupRulesRead
from ...models.new_group_rules import NewGroupRules
from typing import cast



def _get_kwargs(
    *,
    body: NewGroupRules,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-rules",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupRulesRead | None:
    if response.status_code == 201:
        response_201 = GroupRulesRead.from_dict(response.json())



        return response_201

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
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupRules,

) -> Response[GroupRulesRead]:
    """ Create Rules

     Make rules; owners of groups where notice or name are otherwise get one task each.

    409 `grouprules.too_many`, `grouprules.name_taken`; 422 `grouprules.empty`,
    `grouprules.bad_pattern`, `groupcare.bad_reach`.

    Args:
        body (NewGroupRules): Rules for groups. What is empty is not looked at.

            `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
            store in which the owner works.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupRules,

) -> GroupRulesRead | None:
    """ Create Rules

     Make rules; owners of groups where notice or name are otherwise get one task each.

    409 `grouprules.too_many`, `grouprules.name_taken`; 422 `grouprules.empty`,
    `grouprules.bad_pattern`, `groupcare.bad_reach`.

    Args:
        body (NewGroupRules): Rules for groups. What is empty is not looked at.

            `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
            store in which the owner works.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupRules,

) -> Response[GroupRulesRead]:
    """ Create Rules

     Make rules; owners of groups where notice or name are otherwise get one task each.

    409 `grouprules.too_many`, `grouprules.name_taken`; 422 `grouprules.empty`,
    `grouprules.bad_pattern`, `groupcare.bad_reach`.

    Args:
        body (NewGroupRules): Rules for groups. What is empty is not looked at.

            `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
            store in which the owner works.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRulesRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupRules,

) -> GroupRulesRead | None:
    """ Create Rules

     Make rules; owners of groups where notice or name are otherwise get one task each.

    409 `grouprules.too_many`, `grouprules.name_taken`; 422 `grouprules.empty`,
    `grouprules.bad_pattern`, `groupcare.bad_reach`.

    Args:
        body (NewGroupRules): Rules for groups. What is empty is not looked at.

            `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
            store in which the owner works.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRulesRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
