from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.answer_list import AnswerList
from ...models.given_answers import GivenAnswers
from typing import cast



def _get_kwargs(
    customer_id: int,
    set_id: int,
    *,
    body: GivenAnswers,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/customers/{customer_id}/answers/{set_id}".format(customer_id=quote(str(customer_id), safe=""),set_id=quote(str(set_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> AnswerList | None:
    if response.status_code == 201:
        response_201 = AnswerList.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[AnswerList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenAnswers,

) -> Response[AnswerList]:
    """ Answer Questions

     Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.unknown`, `questions.unknown`, 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`, 422 `questions.bad_answer`.

    Args:
        customer_id (int):
        set_id (int):
        body (GivenAnswers): Answers by the question's key, as somebody typed them; `version` is
            the set's as read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AnswerList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
set_id=set_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenAnswers,

) -> AnswerList | None:
    """ Answer Questions

     Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.unknown`, `questions.unknown`, 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`, 422 `questions.bad_answer`.

    Args:
        customer_id (int):
        set_id (int):
        body (GivenAnswers): Answers by the question's key, as somebody typed them; `version` is
            the set's as read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AnswerList
     """


    return sync_detailed(
        customer_id=customer_id,
set_id=set_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenAnswers,

) -> Response[AnswerList]:
    """ Answer Questions

     Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.unknown`, `questions.unknown`, 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`, 422 `questions.bad_answer`.

    Args:
        customer_id (int):
        set_id (int):
        body (GivenAnswers): Answers by the question's key, as somebody typed them; `version` is
            the set's as read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AnswerList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
set_id=set_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenAnswers,

) -> AnswerList | None:
    """ Answer Questions

     Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.unknown`, `questions.unknown`, 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`, 422 `questions.bad_answer`.

    Args:
        customer_id (int):
        set_id (int):
        body (GivenAnswers): Answers by the question's key, as somebody typed them; `version` is
            the set's as read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AnswerList
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
set_id=set_id,
client=client,
body=body,

    )).parsed
