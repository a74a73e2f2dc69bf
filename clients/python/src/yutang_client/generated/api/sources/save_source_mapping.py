from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.source_made import SourceMade
from ...models.source_mapping import SourceMapping
from typing import cast



def _get_kwargs(
    source_id: int,
    *,
    body: SourceMapping,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/sources/{source_id}/mapping".format(source_id=quote(str(source_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SourceMade | None:
    if response.status_code == 200:
        response_200 = SourceMade.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SourceMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SourceMapping,

) -> Response[SourceMade]:
    """ Save Source Mapping

     Say what stands where in the body of a webhook.

    404 `collect.unknown_source`; 409 `collect.wrong_kind`; 422 `collect.bad_mapping`.

    Args:
        source_id (int):
        body (SourceMapping): Where in a webhook's body what stands; paths as
            `data.orders[0].number`.

            `each`: the list of which every entry is one event; empty: the body is one. A path is
            looked
            up in the entry first, then in the body. `kinds` turns what the sender calls an event into
            ours; `fixed_kind` is for senders that do not say.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
     """


    kwargs = _get_kwargs(
        source_id=source_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SourceMapping,

) -> SourceMade | None:
    """ Save Source Mapping

     Say what stands where in the body of a webhook.

    404 `collect.unknown_source`; 409 `collect.wrong_kind`; 422 `collect.bad_mapping`.

    Args:
        source_id (int):
        body (SourceMapping): Where in a webhook's body what stands; paths as
            `data.orders[0].number`.

            `each`: the list of which every entry is one event; empty: the body is one. A path is
            looked
            up in the entry first, then in the body. `kinds` turns what the sender calls an event into
            ours; `fixed_kind` is for senders that do not say.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return sync_detailed(
        source_id=source_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SourceMapping,

) -> Response[SourceMade]:
    """ Save Source Mapping

     Say what stands where in the body of a webhook.

    404 `collect.unknown_source`; 409 `collect.wrong_kind`; 422 `collect.bad_mapping`.

    Args:
        source_id (int):
        body (SourceMapping): Where in a webhook's body what stands; paths as
            `data.orders[0].number`.

            `each`: the list of which every entry is one event; empty: the body is one. A path is
            looked
            up in the entry first, then in the body. `kinds` turns what the sender calls an event into
            ours; `fixed_kind` is for senders that do not say.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
     """


    kwargs = _get_kwargs(
        source_id=source_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SourceMapping,

) -> SourceMade | None:
    """ Save Source Mapping

     Say what stands where in the body of a webhook.

    404 `collect.unknown_source`; 409 `collect.wrong_kind`; 422 `collect.bad_mapping`.

    Args:
        source_id (int):
        body (SourceMapping): Where in a webhook's body what stands; paths as
            `data.orders[0].number`.

            `each`: the list of which every entry is one event; empty: the body is one. A path is
            looked
            up in the entry first, then in the body. `kinds` turns what the sender calls an event into
            ours; `fixed_kind` is for senders that do not say.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return (await asyncio_detailed(
        source_id=source_id,
client=client,
body=body,

    )).parsed
