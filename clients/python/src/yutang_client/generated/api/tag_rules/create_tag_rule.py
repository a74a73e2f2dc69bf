from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rule_draft import RuleDraft
from ...models.rule_read import RuleRead
from typing import cast



def _get_kwargs(
    *,
    body: RuleDraft,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tag-rules",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleRead | None:
    if response.status_code == 201:
        response_201 = RuleRead.from_dict(response.json())



        return response_201

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
    *,
    client: AuthenticatedClient | Client,
    body: RuleDraft,

) -> Response[RuleRead]:
    """ Create Tag Rule

     Make a rule, switched off.

    409 `tag_rules.name_taken`, `tag_rules.too_many`, `tags.locked`; 422 `tag_rules.loop`,
    `tag_rules.apart`, `tag_rules.mirror_needed`, `tag_rules.condition_needed`, and what the
    condition is refused for.

    Args:
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleRead]
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
    body: RuleDraft,

) -> RuleRead | None:
    """ Create Tag Rule

     Make a rule, switched off.

    409 `tag_rules.name_taken`, `tag_rules.too_many`, `tags.locked`; 422 `tag_rules.loop`,
    `tag_rules.apart`, `tag_rules.mirror_needed`, `tag_rules.condition_needed`, and what the
    condition is refused for.

    Args:
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RuleDraft,

) -> Response[RuleRead]:
    """ Create Tag Rule

     Make a rule, switched off.

    409 `tag_rules.name_taken`, `tag_rules.too_many`, `tags.locked`; 422 `tag_rules.loop`,
    `tag_rules.apart`, `tag_rules.mirror_needed`, `tag_rules.condition_needed`, and what the
    condition is refused for.

    Args:
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleRead]
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
    body: RuleDraft,

) -> RuleRead | None:
    """ Create Tag Rule

     Make a rule, switched off.

    409 `tag_rules.name_taken`, `tag_rules.too_many`, `tags.locked`; 422 `tag_rules.loop`,
    `tag_rules.apart`, `tag_rules.mirror_needed`, `tag_rules.condition_needed`, and what the
    condition is refused for.

    Args:
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
