from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.unknown_adds import UnknownAdds
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    from_: datetime.date,
    to: datetime.date,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/attribution/unknown",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> UnknownAdds | None:
    if response.status_code == 200:
        response_200 = UnknownAdds.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[UnknownAdds]:
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
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[UnknownAdds]:
    """ List Unknown Adds

     Adds of which neither channel nor way is known, each with why; the newest first.

    422 `growth.bad_span`, `growth.bad_cursor`.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UnknownAdds]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
after=after,
limit=limit,

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
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> UnknownAdds | None:
    """ List Unknown Adds

     Adds of which neither channel nor way is known, each with why; the newest first.

    422 `growth.bad_span`, `growth.bad_cursor`.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        UnknownAdds
     """


    return sync_detailed(
        client=client,
from_=from_,
to=to,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[UnknownAdds]:
    """ List Unknown Adds

     Adds of which neither channel nor way is known, each with why; the newest first.

    422 `growth.bad_span`, `growth.bad_cursor`.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UnknownAdds]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
after=after,
limit=limit,

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
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> UnknownAdds | None:
    """ List Unknown Adds

     Adds of which neither channel nor way is known, each with why; the newest first.

    422 `growth.bad_span`, `growth.bad_cursor`.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        UnknownAdds
     """


    return (await asyncio_detailed(
        client=client,
from_=from_,
to=to,
after=after,
limit=limit,

    )).parsed
