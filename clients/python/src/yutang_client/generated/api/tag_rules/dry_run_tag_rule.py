from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rule_draft import RuleDraft
from ...models.rule_dry_run import RuleDryRun
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: RuleDraft,
    rule_id: int | Unset = 0,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    params["rule_id"] = rule_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tag-rules/dry-run",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleDryRun | None:
    if response.status_code == 200:
        response_200 = RuleDryRun.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuleDryRun]:
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
    rule_id: int | Unset = 0,

) -> Response[RuleDryRun]:
    """ Dry Run Tag Rule

     Whom a rule would be about now and what it would do; nothing is changed.

    It is counted over the whole company, as the rule acts; named are those one may see. `rule_id`:
    the rule that is being changed. Errors as for making one; 503 `audience.away`.

    Args:
        rule_id (int | Unset):  Default: 0.
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleDryRun]
     """


    kwargs = _get_kwargs(
        body=body,
rule_id=rule_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: RuleDraft,
    rule_id: int | Unset = 0,

) -> RuleDryRun | None:
    """ Dry Run Tag Rule

     Whom a rule would be about now and what it would do; nothing is changed.

    It is counted over the whole company, as the rule acts; named are those one may see. `rule_id`:
    the rule that is being changed. Errors as for making one; 503 `audience.away`.

    Args:
        rule_id (int | Unset):  Default: 0.
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleDryRun
     """


    return sync_detailed(
        client=client,
body=body,
rule_id=rule_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RuleDraft,
    rule_id: int | Unset = 0,

) -> Response[RuleDryRun]:
    """ Dry Run Tag Rule

     Whom a rule would be about now and what it would do; nothing is changed.

    It is counted over the whole company, as the rule acts; named are those one may see. `rule_id`:
    the rule that is being changed. Errors as for making one; 503 `audience.away`.

    Args:
        rule_id (int | Unset):  Default: 0.
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleDryRun]
     """


    kwargs = _get_kwargs(
        body=body,
rule_id=rule_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: RuleDraft,
    rule_id: int | Unset = 0,

) -> RuleDryRun | None:
    """ Dry Run Tag Rule

     Whom a rule would be about now and what it would do; nothing is changed.

    It is counted over the whole company, as the rule acts; named are those one may see. `rule_id`:
    the rule that is being changed. Errors as for making one; 503 `audience.away`.

    Args:
        rule_id (int | Unset):  Default: 0.
        body (RuleDraft): A rule as somebody writes it: when, if, then.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleDryRun
     """


    return (await asyncio_detailed(
        client=client,
body=body,
rule_id=rule_id,

    )).parsed
