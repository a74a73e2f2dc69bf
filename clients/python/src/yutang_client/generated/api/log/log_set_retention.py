from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.family_wish import FamilyWish
from typing import cast



def _get_kwargs(
    family: str,
    *,
    body: FamilyWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/log/retention/{family}".format(family=quote(str(family), safe=""),),
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
    family: str,
    *,
    client: AuthenticatedClient | Client,
    body: FamilyWish,

) -> Response[Any]:
    """ Set Retention

     Keep a family of kinds, or one kind, for so many months.

    The running month counts besides. What is older goes in the next night, from the database and
    from files of cold months, and does not come back.

    Args:
        family (str): `page`, or one kind: `page.viewed`.
        body (FamilyWish): Null: for good.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        family=family,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    family: str,
    *,
    client: AuthenticatedClient | Client,
    body: FamilyWish,

) -> Response[Any]:
    """ Set Retention

     Keep a family of kinds, or one kind, for so many months.

    The running month counts besides. What is older goes in the next night, from the database and
    from files of cold months, and does not come back.

    Args:
        family (str): `page`, or one kind: `page.viewed`.
        body (FamilyWish): Null: for good.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        family=family,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

