from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rule_list import RuleList
from ...models.rule_starter_use import RuleStarterUse
from typing import cast



def _get_kwargs(
    key: str,
    *,
    body: RuleStarterUse,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tag-rules/starters/{key}".format(key=quote(str(key), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleList | None:
    if response.status_code == 201:
        response_201 = RuleList.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuleList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: RuleStarterUse,

) -> Response[RuleList]:
    """ Use Tag Rule Starter

     Make the tags and rules of a starter and switch the rules on.

    Args:
        key (str):
        body (RuleStarterUse): In which language its tags and rules are called.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleList]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: RuleStarterUse,

) -> RuleList | None:
    """ Use Tag Rule Starter

     Make the tags and rules of a starter and switch the rules on.

    Args:
        key (str):
        body (RuleStarterUse): In which language its tags and rules are called.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleList
     """


    return sync_detailed(
        key=key,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: RuleStarterUse,

) -> Response[RuleList]:
    """ Use Tag Rule Starter

     Make the tags and rules of a starter and switch the rules on.

    Args:
        key (str):
        body (RuleStarterUse): In which language its tags and rules are called.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleList]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: RuleStarterUse,

) -> RuleList | None:
    """ Use Tag Rule Starter

     Make the tags and rules of a starter and switch the rules on.

    Args:
        key (str):
        body (RuleStarterUse): In which language its tags and rules are called.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleList
     """


    return (await asyncio_detailed(
        key=key,
client=client,
body=body,

    )).parsed
