from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.import_read import ImportRead
from ...models.mapping import Mapping
from typing import cast



def _get_kwargs(
    import_id: int,
    *,
    body: Mapping,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/imports/{import_id}/check".format(import_id=quote(str(import_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ImportRead | None:
    if response.status_code == 202:
        response_202 = ImportRead.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ImportRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Mapping,

) -> Response[ImportRead]:
    """ Check

     Ask for a dry run: it reads every row and changes nothing.

    422 `imports.mapping`, `imports.consent` (phone numbers without source, purpose and date), 409
    `imports.state`, 410 `imports.gone`.

    Args:
        import_id (int):
        body (Mapping): What a file's columns mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRead]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Mapping,

) -> ImportRead | None:
    """ Check

     Ask for a dry run: it reads every row and changes nothing.

    422 `imports.mapping`, `imports.consent` (phone numbers without source, purpose and date), 409
    `imports.state`, 410 `imports.gone`.

    Args:
        import_id (int):
        body (Mapping): What a file's columns mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRead
     """


    return sync_detailed(
        import_id=import_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Mapping,

) -> Response[ImportRead]:
    """ Check

     Ask for a dry run: it reads every row and changes nothing.

    422 `imports.mapping`, `imports.consent` (phone numbers without source, purpose and date), 409
    `imports.state`, 410 `imports.gone`.

    Args:
        import_id (int):
        body (Mapping): What a file's columns mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRead]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Mapping,

) -> ImportRead | None:
    """ Check

     Ask for a dry run: it reads every row and changes nothing.

    422 `imports.mapping`, `imports.consent` (phone numbers without source, purpose and date), 409
    `imports.state`, 410 `imports.gone`.

    Args:
        import_id (int):
        body (Mapping): What a file's columns mean.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRead
     """


    return (await asyncio_detailed(
        import_id=import_id,
client=client,
body=body,

    )).parsed
