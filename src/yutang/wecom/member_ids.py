"""Members' ids of the corp and of providers' apps (document 95884)."""

from collections.abc import Sequence
from typing import Final

from yutang.wecom.answers import Answer, Lenient
from yutang.wecom.measuring import check_count
from yutang.wecom.transport import Repeat, Transport

MAX_IDS: Final = 1000


class IdPair(Lenient):
    """A member's userid in the corp, and the one that providers see."""

    userid: str = ""
    open_userid: str = ""


class ProviderIds(Answer):
    """Ids that providers see, and userids without one."""

    open_userid_list: tuple[IdPair, ...] = ()
    invalid_userid_list: tuple[str, ...] = ()


class CorpIds(Answer):
    """Userids of the corp, and providers' ids without one."""

    userid_list: tuple[IdPair, ...] = ()
    invalid_open_userid_list: tuple[str, ...] = ()


class MemberIds:
    """Verbs that turn members' ids, up to 1,000 in a call."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def to_provider(self, userids: Sequence[str]) -> ProviderIds:
        """Turn userids into those that providers see; raises TooManyError."""
        check_count("userids", userids, MAX_IDS, 1)
        path = "/cgi-bin/batch/userid_to_openuserid"
        body = {"userid_list": [*userids]}
        return await self._transport.post(path, ProviderIds, body, repeat=Repeat.READ)

    async def from_provider(self, open_userids: Sequence[str], source_agent_id: int) -> CorpIds:
        """Turn the ids that a provider's app knows into userids; raises TooManyError."""
        check_count("ids", open_userids, MAX_IDS, 1)
        path = "/cgi-bin/batch/openuserid_to_userid"
        body = {"open_userid_list": [*open_userids], "source_agentid": source_agent_id}
        return await self._transport.post(path, CorpIds, body, repeat=Repeat.READ)
