"""One call, made once, told as it was: for a person who wants to know why calls fail.

Every call here only reads.

The transport keeps tokens, tries again and turns refusals into errors. A check must do none of
that: a kept token would hide a wrong secret, and the caller's address as WeCom saw it stands only
in the text of a refusal.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2

from yutang.wecom.errors import UnexpectedStatusError, UnreachableError, UnreadableAnswerError
from yutang.wecom.tokens import Credentials
from yutang.wecom.wire import redacted

_FROM_IP: Final = re.compile(r"from ip: ?([0-9a-fA-F.:]+?)(?=[,\s]|$)")
_TEXT_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer: 0 or a refusal's code, its text without secrets, whom and when WeCom saw."""

    errcode: int
    errmsg: str
    from_ip: str | None
    """The caller's address as WeCom saw it; it names it only when it refuses."""
    dated: datetime | None
    """The Date header, exact to a second."""
    payload: dict[str, Any]


class Probe:
    """Asks WeCom as one app; ``seconds`` bounds each call."""

    def __init__(
        self,
        base_url: str,
        http: httpx2.AsyncClient,
        credentials: Credentials,
        *,
        seconds: float = 8.0,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = http
        self._credentials = credentials
        self._timeout = httpx2.Timeout(seconds)

    async def token(self) -> Seen:
        """Ask for a token; ``payload["access_token"]`` holds it when errcode is 0.

        Raises UnreachableError when no answer came, UnexpectedStatusError and
        UnreadableAnswerError when what answered is not WeCom.
        """
        who: dict[str, str | int] = {
            "corpid": self._credentials.corpid,
            "corpsecret": self._credentials.secret,
        }
        seen = await self._ask("/cgi-bin/gettoken", who)
        if seen.errcode == 0 and not seen.payload.get("access_token"):
            path = "/cgi-bin/gettoken"
            raise UnreadableAnswerError(path, "no token in the answer")
        return seen

    async def follow_users(self, token: str) -> Seen:
        """Ask who has customer contact in the app's visible range; raises as ``token`` does."""
        return await self._ask(
            "/cgi-bin/externalcontact/get_follow_user_list", {"access_token": token}
        )

    async def callback_addresses(self, token: str) -> Seen:
        """Ask for what any app may know, from a trusted address; raises as ``token`` does."""
        return await self._ask("/cgi-bin/getcallbackip", {"access_token": token})

    async def app(self, token: str, agent_id: int) -> Seen:
        """Read the app's card: range, trusted domain, whether it is stopped.

        301002 when the token is another app's; raises as ``token`` does.
        """
        return await self._ask("/cgi-bin/agent/get", {"access_token": token, "agentid": agent_id})

    async def departments(self, token: str) -> Seen:
        """Ask for the ids of all departments the app sees; raises as ``token`` does."""
        return await self._ask("/cgi-bin/department/simplelist", {"access_token": token})

    async def members(self, token: str, department_id: int) -> Seen:
        """Ask for the names in a department and all below it; raises as ``token`` does.

        45029 when there are too many.
        """
        return await self._ask(
            "/cgi-bin/user/simplelist",
            {"access_token": token, "department_id": department_id, "fetch_child": 1},
        )

    async def tag(self, token: str, tag_id: int) -> Seen:
        """Ask for the members and departments of a contact tag; raises as ``token`` does."""
        return await self._ask("/cgi-bin/tag/get", {"access_token": token, "tagid": tag_id})

    async def app_ticket(self, token: str) -> Seen:
        """Ask for the app's JS ticket: 100 an hour and app; raises as ``token`` does."""
        query = {"access_token": token, "type": "agent_config"}
        return await self._ask("/cgi-bin/ticket/get", query)

    async def contact_ways(self, token: str, since: int, cursor: str) -> Seen:
        """Ask for up to 1,000 contact ways made after ``since`` (document 92228).

        ``payload["next_cursor"]`` is empty on the last page; raises as ``token`` does.
        """
        body = {"start_time": since, "limit": 1000, "cursor": cursor}
        path = "/cgi-bin/externalcontact/list_contact_way"
        return await self._ask(path, {"access_token": token}, body)

    async def corp_tags(self, token: str) -> Seen:
        """Ask for all corp tags (document 92117); raises as ``token`` does."""
        path = "/cgi-bin/externalcontact/get_corp_tag_list"
        return await self._ask(path, {"access_token": token}, {})

    async def _ask(
        self, path: str, query: Mapping[str, str | int], body: dict[str, Any] | None = None
    ) -> Seen:
        try:
            response = await self._http.request(
                "GET" if body is None else "POST",
                self._base_url + path,
                params=query,
                json=body,
                timeout=self._timeout,
                follow_redirects=False,
            )
        except httpx2.HTTPError as error:
            # The cause holds the request and so the secret: it must not reach a traceback.
            raise UnreachableError(path, type(error).__name__) from None
        if response.status_code != httpx2.codes.OK:
            raise UnexpectedStatusError(path, response.status_code)
        try:
            payload = json.loads(response.content)
            errcode = int(payload.get("errcode") or 0)
        except (ValueError, AttributeError, TypeError):
            raise UnreadableAnswerError(path, "not WeCom's JSON") from None
        errmsg = str(payload.get("errmsg", ""))
        found = _FROM_IP.search(errmsg)
        return Seen(
            errcode=errcode,
            errmsg=redacted(errmsg.partition(", hint:")[0], self._credentials.secret)[
                :_TEXT_CHARACTERS
            ],
            from_ip=found[1] if found else None,
            dated=_moment(response.headers.get("date")),
            payload=payload,
        )


def _moment(text: str | None) -> datetime | None:
    """The moment of a Date header, None for one that is missing or no date."""
    try:
        found = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
