"""What happens in the groups of a company on their day; each act is noted with who and when."""

import random
from typing import Any

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.state import Group

from . import group_days as days
from .stage import Stage
from .stream import Act
from .words import a_name

_TRIES = 40
"""Groups that are looked at for one in which it is possible."""
_KNOWN = 0.3
"""Of those who join, people who are in another group already."""
_NAMES = ("宝妈分享群", "新品体验群", "会员福利群", "周末活动群", "门店通知群", "老友群")
_NOTICES = (
    "本周六下午两点门店活动，请接龙报名。",
    "群里不发广告，有问题随时找群主。",
    "会员日全场九折，当天有效。",
    "新品到店，先到先得。",
)


class GroupDeeds:
    """Does the acts of a group day."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._chats: list[str] | None = None
        self._blinking: dict[str, tuple[str, str]] = {}
        self.deeds = {
            days.JOIN: self._join,
            days.INVITE: self._invite,
            days.LEAVE: self._leave,
            days.KICK: self._kick,
            days.BLINK: self._blink,
            days.GONE: self._gone,
            days.RENAME: self._rename,
            days.NOTICE: self._notice,
            days.OWNER: self._owner,
            days.ADMINS: self._admins,
            days.DISMISS: self._dismiss,
            days.OPEN: self._open,
        }

    def _luck(self, act: Act) -> random.Random:
        return self._stage.luck(act.do, act.what["number"])

    def _group(self, chance: random.Random, least: int = 0) -> Group:
        """A living group with room and at least so many people beside its owner."""
        corp, most = self._stage.corp, self._stage.world.limits.group_members
        if self._chats is None:
            self._chats = list(corp.groups)
        for _ in range(_TRIES if self._chats else 0):
            group = corp.groups[chance.choice(self._chats)]
            if (
                not group.dismissed
                and group.owner in corp.staff
                and least < len(group.members) < most
            ):
                return group
        message = "no group was found in which that is possible"
        raise ImpossibleActError(message)

    def _somebody(self, group: Group, chance: random.Random) -> str:
        """A person of a group."""
        found = [who for who in group.members if who in self._stage.corp.persons]
        if not found:
            message = f"nobody but members of the company is in {group.chat_id}"
            raise ImpossibleActError(message)
        return chance.choice(found)

    async def _do(self, group: Group, verb: str, body: dict[str, Any]) -> dict[str, Any]:
        await self._stage.hands.act(f"groups/{group.chat_id}/{verb}", body)
        return {"with": group.chat_id, "clock": round(self._stage.world.clock.now(), 3)}

    def _comer(self, group: Group, act: Act, chance: random.Random) -> dict[str, Any]:
        """Somebody new, or somebody of another group."""
        if chance.random() < _KNOWN:
            who = self._somebody(self._group(chance, least=2), chance)
            if who not in group.members:
                return {"external_userid": who}
        number = f"{self._stage.seed}-{act.do}-{act.what['number']}"
        return {"person": {"unionid": f"ogroupday-{number}", "name": a_name(chance)}}

    async def _enter(
        self, act: Act, chance: random.Random, verb: str, **more: Any
    ) -> dict[str, Any]:
        group = self._group(chance)
        before = set(group.members)
        if verb == "invite":
            more = {"by": group.owner}
        done = await self._do(group, verb, self._comer(group, act, chance) | more)
        [who] = group.members.keys() - before
        return done | {"person": who}

    async def _join(self, act: Act) -> dict[str, Any]:
        return await self._enter(act, self._luck(act), "join", scene=3, state="groupday")

    async def _invite(self, act: Act) -> dict[str, Any]:
        return await self._enter(act, self._luck(act), "invite")

    async def _blink(self, act: Act) -> dict[str, Any]:
        done = await self._enter(act, self._luck(act), "join", scene=3)
        self._blinking[act.what["number"]] = (done["with"], done["person"])
        return done

    async def _gone(self, act: Act) -> dict[str, Any]:
        chat_id, who = self._blinking.pop(act.what["number"], ("", ""))
        group = self._stage.corp.groups.get(chat_id)
        if group is None or group.dismissed or who not in group.members:
            message = "is in it no more"
            raise ImpossibleActError(message)
        return await self._do(group, "leave", {"external_userid": who}) | {"person": who}

    async def _leave(self, act: Act, verb: str = "leave") -> dict[str, Any]:
        chance = self._luck(act)
        group = self._group(chance, least=3)
        who = self._somebody(group, chance)
        return await self._do(group, verb, {"external_userid": who}) | {"person": who}

    async def _kick(self, act: Act) -> dict[str, Any]:
        return await self._leave(act, "kick")

    async def _rename(self, act: Act) -> dict[str, Any]:
        chance = self._luck(act)
        name = f"{chance.choice(_NAMES)} {act.what['number'] + 1}"
        return await self._do(self._group(chance), "rename", {"name": name})

    async def _notice(self, act: Act) -> dict[str, Any]:
        chance = self._luck(act)
        return await self._do(self._group(chance), "notice", {"notice": chance.choice(_NOTICES)})

    async def _owner(self, act: Act) -> dict[str, Any]:
        group = self._group(self._luck(act))
        staff = self._stage.corp.staff
        others = [who for who in group.members if who in staff and who != group.owner]
        if not others:
            message = f"no other member is in {group.chat_id}"
            raise ImpossibleActError(message)
        return await self._do(group, "change_owner", {"userid": others[0]})

    async def _admins(self, act: Act) -> dict[str, Any]:
        chance = self._luck(act)
        group = self._group(chance, least=2)
        who = chance.choice([one for one in group.members if one != group.owner])
        return await self._do(group, "set_admin", {"userids": [who]})

    async def _dismiss(self, act: Act) -> dict[str, Any]:
        return await self._do(self._group(self._luck(act)), "dismiss", {})

    async def _open(self, act: Act) -> dict[str, Any]:
        chance = self._luck(act)
        model = self._group(chance, least=4)
        people = [who for who in model.members if who in self._stage.corp.persons][:3]
        body = {"owner": model.owner, "name": chance.choice(_NAMES), "members": people}
        made = await self._stage.hands.act("groups", body)
        return {"with": made["chat_id"], "clock": round(self._stage.world.clock.now(), 3)}
