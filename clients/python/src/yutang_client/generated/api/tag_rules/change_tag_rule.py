from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rule_change import RuleChange
from ...models.rule_read import RuleRead
from typing import cast



def _get_kwargs(
    rule_id: int,
    *,
    body: RuleChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/tag-rules/{rule_id}".format(rule_id=quote(str(rule_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleRead | None:
    if response.status_code == 200:
        response_200 = RuleRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuleRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    rule_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RuleChange,

) -> Response[RuleRead]:
    """ Change Tag Rule

     Write a rule anew; errors as for making one, 409 `tag_rules.changed`.

    Args:
        rule_id (int):
        body (RuleChange): The whole rule anew; `version` is that which was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleRead]
     """


    kwargs = _get_kwargs(
        rule_id=rule_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    rule_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RuleChange,

) -> RuleRead | None:
    """ Change Tag Rule

     Write a rule anew; errors as for making one, 409 `tag_rules.changed`.

    Args:
        rule_id (int):
        body (RuleChange): The whole rule anew; `version` is that which was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleRead
     """


    return sync_detailed(
        rule_id=rule_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    rule_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RuleChange,

) -> Response[RuleRead]:
    """ Change Tag Rule

     Write a rule anew; errors as for making one, 409 `tag_rules.changed`.

    Args:
        rule_id (int):
        body (RuleChange): The whole rule anew; `version` is that which was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleRead]
     """


    kwargs = _get_kwargs(
        rule_id=rule_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    rule_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RuleChange,

) -> RuleRead | None:
    """ Change Tag Rule

     Write a rule anew; errors as for making one, 409 `tag_rules.changed`.

    Args:
        rule_id (int):
        body (RuleChange): The whole rule anew; `version` is that which was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleRead
     """


    return (await asyncio_detailed(
        rule_id=rule_id,
client=client,
body=body,

    )).parsed
