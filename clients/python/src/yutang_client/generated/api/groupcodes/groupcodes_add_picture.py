from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.body_groupcodes_add_picture import BodyGroupcodesAddPicture
from ...models.picture_list import PictureList
from typing import cast



def _get_kwargs(
    code_id: int,
    *,
    body: BodyGroupcodesAddPicture,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-codes/{code_id}/pictures".format(code_id=quote(str(code_id), safe=""),),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PictureList | None:
    if response.status_code == 201:
        response_201 = PictureList.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PictureList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyGroupcodesAddPicture,

) -> Response[PictureList]:
    """ Add Picture

     Upload a group's own code as WeCom draws it: shown where no group of the queue is open.

    It is read and drawn anew; it lasts seven days unless `expires_at` says less. After `most`
    persons who came (counted where `group_id` says whose it is, else by how often it was shown)
    the next picture takes its place. 404 `groupcodes.unknown`; 422
    `groupcodes.unreadable_picture`, `groupcodes.bad_expiry`, `groupcodes.unknown_groups`.

    Args:
        code_id (int):
        body (BodyGroupcodesAddPicture):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PictureList]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyGroupcodesAddPicture,

) -> PictureList | None:
    """ Add Picture

     Upload a group's own code as WeCom draws it: shown where no group of the queue is open.

    It is read and drawn anew; it lasts seven days unless `expires_at` says less. After `most`
    persons who came (counted where `group_id` says whose it is, else by how often it was shown)
    the next picture takes its place. 404 `groupcodes.unknown`; 422
    `groupcodes.unreadable_picture`, `groupcodes.bad_expiry`, `groupcodes.unknown_groups`.

    Args:
        code_id (int):
        body (BodyGroupcodesAddPicture):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PictureList
     """


    return sync_detailed(
        code_id=code_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyGroupcodesAddPicture,

) -> Response[PictureList]:
    """ Add Picture

     Upload a group's own code as WeCom draws it: shown where no group of the queue is open.

    It is read and drawn anew; it lasts seven days unless `expires_at` says less. After `most`
    persons who came (counted where `group_id` says whose it is, else by how often it was shown)
    the next picture takes its place. 404 `groupcodes.unknown`; 422
    `groupcodes.unreadable_picture`, `groupcodes.bad_expiry`, `groupcodes.unknown_groups`.

    Args:
        code_id (int):
        body (BodyGroupcodesAddPicture):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PictureList]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyGroupcodesAddPicture,

) -> PictureList | None:
    """ Add Picture

     Upload a group's own code as WeCom draws it: shown where no group of the queue is open.

    It is read and drawn anew; it lasts seven days unless `expires_at` says less. After `most`
    persons who came (counted where `group_id` says whose it is, else by how often it was shown)
    the next picture takes its place. 404 `groupcodes.unknown`; 422
    `groupcodes.unreadable_picture`, `groupcodes.bad_expiry`, `groupcodes.unknown_groups`.

    Args:
        code_id (int):
        body (BodyGroupcodesAddPicture):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PictureList
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
body=body,

    )).parsed
