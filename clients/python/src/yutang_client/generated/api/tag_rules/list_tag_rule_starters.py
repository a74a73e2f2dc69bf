from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_tag_rule_starters_language import ListTagRuleStartersLanguage
from ...models.rule_starter_list import RuleStarterList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    language: ListTagRuleStartersLanguage | Unset = ListTagRuleStartersLanguage.ZH,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language.value

    params["language"] = json_language


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tag-rules/starters",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleStarterList | None:
    if response.status_code == 200:
        response_200 = RuleStarterList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuleStarterList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    language: ListTagRuleStartersLanguage | Unset = ListTagRuleStartersLanguage.ZH,

) -> Response[RuleStarterList]:
    """ List Tag Rule Starters

     Ready-made rules with the tags that they put.

    Args:
        language (ListTagRuleStartersLanguage | Unset):  Default: ListTagRuleStartersLanguage.ZH.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleStarterList]
     """


    kwargs = _get_kwargs(
        language=language,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    language: ListTagRuleStartersLanguage | Unset = ListTagRuleStartersLanguage.ZH,

) -> RuleStarterList | None:
    """ List Tag Rule Starters

     Ready-made rules with the tags that they put.

    Args:
        language (ListTagRuleStartersLanguage | Unset):  Default: ListTagRuleStartersLanguage.ZH.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleStarterList
     """


    return sync_detailed(
        client=client,
language=language,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    language: ListTagRuleStartersLanguage | Unset = ListTagRuleStartersLanguage.ZH,

) -> Response[RuleStarterList]:
    """ List Tag Rule Starters

     Ready-made rules with the tags that they put.

    Args:
        language (ListTagRuleStartersLanguage | Unset):  Default: ListTagRuleStartersLanguage.ZH.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleStarterList]
     """


    kwargs = _get_kwargs(
        language=language,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    language: ListTagRuleStartersLanguage | Unset = ListTagRuleStartersLanguage.ZH,

) -> RuleStarterList | None:
    """ List Tag Rule Starters

     Ready-made rules with the tags that they put.

    Args:
        language (ListTagRuleStartersLanguage | Unset):  Default: ListTagRuleStartersLanguage.ZH.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleStarterList
     """


    return (await asyncio_detailed(
        client=client,
language=language,

    )).parsed
