from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.note_page import NotePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    external_id: str,
    *,
    after: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/customers/{external_id}/notes".format(external_id=quote(str(external_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NotePage | None:
    if response.status_code == 200:
        response_200 = NotePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[NotePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,

) -> Response[NotePage]:
    """ List Own Notes

     Notes and follow-ups, 20 a page: pinned ones first, then newest first.

    Args:
        external_id (str):
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotePage]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
after=after,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,

) -> NotePage | None:
    """ List Own Notes

     Notes and follow-ups, 20 a page: pinned ones first, then newest first.

    Args:
        external_id (str):
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotePage
     """


    return sync_detailed(
        external_id=external_id,
client=client,
after=after,

    ).parsed

async def asyncio_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,

) -> Response[NotePage]:
    """ List Own Notes

     Notes and follow-ups, 20 a page: pinned ones first, then newest first.

    Args:
        external_id (str):
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotePage]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
after=after,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,

) -> NotePage | None:
    """ List Own Notes

     Notes and follow-ups, 20 a page: pinned ones first, then newest first.

    Args:
        external_id (str):
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotePage
     """


    return (await asyncio_detailed(
        external_id=external_id,
client=client,
after=after,

    )).parsed
