"""What people and the company do, act by act, and what a life notes of it."""

import asyncio
from typing import Any

from wecom_emulator import fields
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.acquisition_links.state import Links
from wecom_emulator.areas.contact_ways.state import is_expired
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Relation

from .group_deeds import GroupDeeds
from .ledger import DONE, MISSED, REFUSED, Visitor
from .members import Members
from .stage import Reaction, Stage
from .stream import Act

WAITING = frozenset({"asked", "half"})
_BATCH = 20
"""Calls after which others are served."""


class NotNowError(Exception):
    """There is nothing to do any more: who should do it never came, or has gone."""


class Deeds:
    """Does the acts of a stream and what follows from them."""

    def __init__(self, stage: Stage, members: Members) -> None:
        self._stage = stage
        self._members = members
        self._corp = stage.corp
        self._answers: dict[str, Any] = {}
        self._deeds = {
            "arrive": self._arrive,
            "say": self._say,
            "join": self._join,
            "speak": self._speak,
            "leave": self._leave,
            "delete": self._delete,
            "resign": self._resign,
            "broadcast": self._broadcast,
            "moment": self._moment,
            "script": self._script,
            **GroupDeeds(stage).deeds,
        }

    async def do(self, act: Act) -> None:
        """Do it, or note why not."""
        stage, more = self._stage, {}
        try:
            more = await self._deeds[act.do](act)
            outcome = DONE
        except NotNowError as error:
            outcome, more = MISSED, {"why": str(error)}
        except (ImpossibleActError, RefusalError) as error:
            outcome, more = REFUSED, {"why": str(error)}
        if act.do == "script":
            more["row"] = act.what["row"]
        stage.ledger.write(act.at, act.do, act.who, outcome, **more)
        self._members.watch()

    async def react(self, reaction: Reaction) -> None:
        """Do what follows from something, or note why not."""
        stage, outcome, why = self._stage, DONE, ""
        try:
            if reaction.do != "like" and reaction.who not in self._corp.staff:
                outcome, why = MISSED, "has left the company"
            else:
                before = stage.world.clock.now()
                await stage.hands.act(reaction.path, reaction.body)
                self._follow(reaction, before)
        except (ImpossibleActError, RefusalError) as error:
            outcome, why = REFUSED, str(error)
        about = reaction.about or str(reaction.body.get("external_userid") or "")
        more = {"with": about, "why": why}
        stage.ledger.write(stage.at, reaction.do, reaction.who, outcome, **more)

    def _follow(self, reaction: Reaction, before: float) -> None:
        if reaction.do == "accept":
            relation = self._corp.relation(reaction.who, reaction.body["external_userid"])
            if relation is not None:
                self._note_add(relation, before)
        elif reaction.do == "post":
            self._members.posted(reaction.who, reaction.body["moment_id"])

    def _visitor(self, act: Act) -> Visitor:
        visitor = self._stage.visitors.get(act.who)
        if visitor is None:
            message = "never came"
            raise NotNowError(message)
        return visitor

    def _friend(self, act: Act) -> Visitor:
        """A person who is his member's friend."""
        visitor = self._visitor(act)
        relation = self._stage.relation_with(visitor)
        if relation is None or relation.state != "whole":
            message = "is nobody's friend" if relation is None else f"is {relation.state}"
            raise NotNowError(message)
        return visitor

    async def _arrive(self, act: Act) -> dict[str, Any]:
        stage, what = self._stage, act.what
        person = {"unionid": act.who, "name": what["name"]}
        before = stage.world.clock.now()
        answer = await stage.hands.act(*self._way_in(act, person))
        external = str(answer["external_userid"])
        if answer.get("userid") is None:
            # The code that was found leads into a group.
            return {"with": answer.get("chat_id")}
        visitor = stage.visitors.get(act.who)
        if visitor is None:
            place = stage.store_of(what["code"], what["place"])
            visitor = stage.visitors[act.who] = Visitor(external, what["kind"], place)
            stage.known[external] = visitor
        visitor.met = str(answer["userid"])
        relation = self._corp.relation(visitor.met, external)
        if relation is not None and relation.state in WAITING:
            self._members.asked(relation)
        elif relation is not None:
            self._note_add(relation, before)
        return {"with": visitor.met}

    def _way_in(self, act: Act, person: dict[str, str]) -> tuple[str, dict[str, Any]]:
        """The act of the control API by which he comes."""
        what = act.what
        code = self._stage.scenario.codes[what["code"]]
        half = {"half": True} if what.get("half") else {}
        if code.kind == "existing":
            return self._any_way(act, {"person": person, **half})
        found = self._stage.codes[what["code"], what["place"]]
        if code.kind == "phone":
            return "add", {"userid": found, "person": person}
        if code.kind == "link":
            channel = {"customer_channel": code.state} if code.state else {}
            return "open", {"link_id": found, "person": person, **half, **channel}
        return "scan", {"config_id": found, "person": person, **half}

    def _any_way(self, act: Act, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        stage, corp = self._stage, self._corp
        ways = [way for way in corp.contact_ways.values() if not way.unionid]
        found = [
            ("scan", {"config_id": way.config_id})
            for way in ways
            if not is_expired(stage.world, corp, way)
        ]
        found += [
            ("open", {"link_id": link.link_id})
            for link in corp.of(Links).links.values()
            if link.available
        ]
        if not found:
            message = "the company has no code yet"
            raise NotNowError(message)
        path, which = stage.luck("existing", act.who).choice(found)
        return path, {**body, **which}

    def _note_add(self, relation: Relation, before: float) -> None:
        """A friendship that began just now is an add; an older one is none."""
        if relation.state != "whole" or relation.began_at < before:
            return
        ledger = self._stage.ledger
        ledger.adds[fields.midnight(relation.began_at), relation.userid] += 1
        ledger.meet(relation.userid, relation.external_userid, len(self._corp.received))

    async def _say(self, act: Act) -> dict[str, Any]:
        visitor, text = self._friend(act), act.what["text"]
        body = {"from": visitor.external_userid, "to": visitor.met, "msgtype": "text", "text": text}
        await self._stage.hands.act("say", body)
        self._members.heard(visitor, act.what["about"])
        return {"with": visitor.met, "about": act.what["about"]}

    async def _join(self, act: Act) -> dict[str, Any]:
        visitor, key, stage = self._visitor(act), act.what["group"], self._stage
        if key in visitor.groups:
            message = "is in it"
            raise NotNowError(message)
        group = stage.scenario.groups[key]
        if group.existing:
            chat_id = await self._join_any(visitor, act.who)
        else:
            chat_id = await self._join_by_code(visitor, act.who, key)
        visitor.groups[key] = chat_id
        stage.ledger.seat(chat_id, "joined")
        return {"with": chat_id}

    async def _join_any(self, visitor: Visitor, who: str) -> str:
        stage, external = self._stage, visitor.external_userid
        most = stage.world.limits.group_members
        open_to_him = [
            group.chat_id
            for group in self._corp.groups.values()
            if not group.dismissed and external not in group.members and len(group.members) < most
        ]
        if not open_to_him:
            message = "the company has no group for him"
            raise NotNowError(message)
        chat_id = stage.luck("group", who).choice(open_to_him)
        await stage.hands.act(f"groups/{chat_id}/join", {"external_userid": external})
        return chat_id

    async def _join_by_code(self, visitor: Visitor, who: str, key: str) -> str:
        stage = self._stage
        each = stage.scenario.groups[key].each
        config_id = stage.join_ways[key, visitor.place if each == "store" else 0]
        person = {"unionid": who}
        began = stage.world.clock.seconds()
        answer = await stage.hands.act("scan", {"config_id": config_id, "person": person})
        chat_id = str(answer["chat_id"])
        if self._corp.groups[chat_id].members[visitor.external_userid] < began:
            message = "was in it before this life"
            raise NotNowError(message)
        return chat_id

    def _seat(self, act: Act) -> tuple[Visitor, str]:
        visitor = self._visitor(act)
        chat_id = visitor.groups.get(act.what["group"])
        if chat_id is None:
            message = "is not in it"
            raise NotNowError(message)
        return visitor, chat_id

    async def _speak(self, act: Act) -> dict[str, Any]:
        visitor, chat_id = self._seat(act)
        said = {"msgtype": "text", "text": act.what["text"]}
        body = {"from": visitor.external_userid, "chat_id": chat_id, **said}
        await self._stage.hands.act("say", body)
        return {"with": chat_id}

    async def _leave(self, act: Act) -> dict[str, Any]:
        visitor, chat_id = self._seat(act)
        body = {"external_userid": visitor.external_userid}
        await self._stage.hands.act(f"groups/{chat_id}/leave", body)
        del visitor.groups[act.what["group"]]
        self._stage.ledger.seat(chat_id, "left")
        return {"with": chat_id}

    async def _delete(self, act: Act) -> dict[str, Any]:
        visitor, stage = self._friend(act), self._stage
        pair = {"userid": visitor.met, "external_userid": visitor.external_userid}
        await stage.hands.act("unfollow", {**pair, "by": "customer"})
        stage.ledger.part(visitor.met, visitor.external_userid, len(self._corp.received))
        stage.ledger.losses[fields.midnight(stage.world.clock.now()), visitor.met] += 1
        return {"with": visitor.met}

    async def _resign(self, act: Act) -> dict[str, Any]:
        members = self._stage.members
        userid = members[int(act.who)]
        if userid not in self._corp.staff or len(self._corp.staff) == 1:
            message = "has left already, or would leave nobody behind"
            raise NotNowError(message)
        await self._stage.hands.act(f"staff/{userid}/resign", {})
        return {"with": userid}

    async def _broadcast(self, act: Act) -> dict[str, Any]:
        stage, text = self._stage, {"content": act.what["text"]}
        name, made = "externalcontact/add_msg_template", 0
        if act.what["to"] == "groups":
            owned: dict[str, list[str]] = {}
            for chat_id in stage.groups.values():
                group = self._corp.groups[chat_id]
                if group.owner in self._corp.staff and not group.dismissed:
                    owned.setdefault(group.owner, []).append(chat_id)
            for owner, chats in owned.items():
                body = {"chat_type": "group", "sender": owner, "chat_id_list": chats, "text": text}
                await stage.hands.call(name, body)
                made += 1
                if made % _BATCH == 0:
                    await asyncio.sleep(0)
            return {"with": f"{made} owners"}
        people, most = list(stage.known), stage.world.limits.broadcast_customers
        if not people:
            message = "nobody has come yet"
            raise NotNowError(message)
        for place in range(0, len(people), most):
            body = {"chat_type": "single", "external_userid": people[place : place + most]}
            await stage.hands.call(name, {**body, "text": text})
        return {"with": f"{len(people)} customers"}

    async def _moment(self, act: Act) -> dict[str, Any]:
        body = {"text": {"content": act.what["text"]}}
        await self._stage.hands.call("externalcontact/add_moment_task", body)
        return {}

    async def _script(self, act: Act) -> dict[str, Any]:
        place = int(act.what["row"])
        row = self._stage.scenario.script[place]
        body = dict(row.body)
        if row.of:
            if row.of not in self._answers:
                message = f"{row.of} was not done"
                raise NotNowError(message)
            earlier = self._answers[row.of]
            body |= {name: earlier[name] for name in ("userid", "external_userid")}
        answer = await self._stage.hands.act(row.do, body)
        if row.id:
            self._answers[row.id] = answer
        return {"answer": answer, "id": row.id}
