from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.activation_report import ActivationReport
from ...models.customers_summarise_activation_by import CustomersSummariseActivationBy
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    from_: datetime.date,
    to: datetime.date,
    by: CustomersSummariseActivationBy | Unset = CustomersSummariseActivationBy.DAY,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_by: str | Unset = UNSET
    if not isinstance(by, Unset):
        json_by = by.value

    params["by"] = json_by


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/activation",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ActivationReport | None:
    if response.status_code == 200:
        response_200 = ActivationReport.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ActivationReport]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    by: CustomersSummariseActivationBy | Unset = CustomersSummariseActivationBy.DAY,

) -> Response[ActivationReport]:
    """ Summarise Activation

     How many of those added in a span sent the corp's number of messages, by day or otherwise.

    What WeCom does not tell is neither: `adds` less `known`. 422 `activation.bad_span` for more
    than 92 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        by (CustomersSummariseActivationBy | Unset):  Default: CustomersSummariseActivationBy.DAY.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ActivationReport]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
by=by,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    by: CustomersSummariseActivationBy | Unset = CustomersSummariseActivationBy.DAY,

) -> ActivationReport | None:
    """ Summarise Activation

     How many of those added in a span sent the corp's number of messages, by day or otherwise.

    What WeCom does not tell is neither: `adds` less `known`. 422 `activation.bad_span` for more
    than 92 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        by (CustomersSummariseActivationBy | Unset):  Default: CustomersSummariseActivationBy.DAY.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ActivationReport
     """


    return sync_detailed(
        client=client,
from_=from_,
to=to,
by=by,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    by: CustomersSummariseActivationBy | Unset = CustomersSummariseActivationBy.DAY,

) -> Response[ActivationReport]:
    """ Summarise Activation

     How many of those added in a span sent the corp's number of messages, by day or otherwise.

    What WeCom does not tell is neither: `adds` less `known`. 422 `activation.bad_span` for more
    than 92 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        by (CustomersSummariseActivationBy | Unset):  Default: CustomersSummariseActivationBy.DAY.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ActivationReport]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
by=by,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    by: CustomersSummariseActivationBy | Unset = CustomersSummariseActivationBy.DAY,

) -> ActivationReport | None:
    """ Summarise Activation

     How many of those added in a span sent the corp's number of messages, by day or otherwise.

    What WeCom does not tell is neither: `adds` less `known`. 422 `activation.bad_span` for more
    than 92 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        by (CustomersSummariseActivationBy | Unset):  Default: CustomersSummariseActivationBy.DAY.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ActivationReport
     """


    return (await asyncio_detailed(
        client=client,
from_=from_,
to=to,
by=by,

    )).parsed
