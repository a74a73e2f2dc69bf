from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.grouptiers_set_rule_tier import GrouptiersSetRuleTier
from ...models.tier_rule import TierRule
from typing import cast



def _get_kwargs(
    tier: GrouptiersSetRuleTier,
    *,
    body: TierRule,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/group-tiers/{tier}/rule".format(tier=quote(str(tier), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 204:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    tier: GrouptiersSetRuleTier,
    *,
    client: AuthenticatedClient | Client,
    body: TierRule,

) -> Response[Any]:
    """ Set Rule

     Say who belongs into transit or core; null for nobody in particular.

    409 `grouptiers.changed_meanwhile`; 422 `grouptiers.no_rule_for_pond`, `views.bad_filters` and
    what a list of customers refuses.

    Args:
        tier (GrouptiersSetRuleTier):
        body (TierRule): Who belongs into a tier, null for no rule; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        tier=tier,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    tier: GrouptiersSetRuleTier,
    *,
    client: AuthenticatedClient | Client,
    body: TierRule,

) -> Response[Any]:
    """ Set Rule

     Say who belongs into transit or core; null for nobody in particular.

    409 `grouptiers.changed_meanwhile`; 422 `grouptiers.no_rule_for_pond`, `views.bad_filters` and
    what a list of customers refuses.

    Args:
        tier (GrouptiersSetRuleTier):
        body (TierRule): Who belongs into a tier, null for no rule; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        tier=tier,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

