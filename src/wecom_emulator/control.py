"""The control API of the emulator: JSON over HTTP under /emulator."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from . import acts
from .acts import ImpossibleActError
from .populate import populate
from .state import (
    App,
    Callback,
    Corp,
    Department,
    Group,
    Message,
    Relation,
    Staff,
    Tag,
    TagGroup,
    new_id,
)
from .world import Fault, World

FAULT_KINDS = frozenset(
    {"errcode", "http", "latency", "drop_callback", "duplicate_callback", "reorder_callback"}
)
IDS_SHOWN = 10_000

Act = Callable[[World, Corp, dict[str, Any], Request], Awaitable[Any]]


class _BadRequestError(Exception):
    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.status = status


def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


async def _body(request: Request) -> dict[str, Any]:
    raw = await request.body()
    if not raw:
        return {}
    try:
        body = await request.json()
    except ValueError:
        message = "the body is not JSON"
        raise _BadRequestError(message) from None
    if not isinstance(body, dict):
        message = "the body is not a JSON object"
        raise _BadRequestError(message)
    return body


def _of_corp(act: Act) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def endpoint(request: Request) -> JSONResponse:
        world = _world(request)
        try:
            corp = world.corp(request.path_params["corpid"])
            if corp is None:
                message = f"no corp {request.path_params['corpid']}; POST /emulator/corps first"
                raise _BadRequestError(message, 404)
            return JSONResponse(await act(world, corp, await _body(request), request))
        except _BadRequestError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except ImpossibleActError as error:
            return JSONResponse({"error": str(error)}, 409)
        except (KeyError, TypeError, ValueError) as error:
            return JSONResponse({"error": f"missing or wrong: {error}"}, 400)

    return endpoint


async def make_corp(request: Request) -> JSONResponse:
    """Make a corp, or bring the callback, people and apps of one that is here up to date."""
    world = _world(request)
    try:
        body = await _body(request)
        corpid, apps = (
            str(body["corpid"]),
            [App(int(a["agentid"]), str(a["secret"])) for a in body["apps"]],
        )
        corp = world.state.corps.setdefault(corpid, Corp(corpid, str(body.get("name", "")), apps))
        corp.name, corp.apps = str(body.get("name", corp.name)), apps
        for row in body.get("departments", []):
            corp.departments[int(row["id"])] = Department(
                int(row["id"]),
                str(row["name"]),
                int(row.get("parentid", 0)),
                int(row.get("order", 0)),
            )
        for row in body.get("staff", []):
            kept = corp.staff.get(str(row["userid"]))
            corp.staff[str(row["userid"])] = Staff(
                str(row["userid"]),
                str(row.get("name", row["userid"])),
                [int(d) for d in row.get("department", [1])],
                kept.status if kept is not None else 1,
            )
        told = body.get("callback")
        if told:
            # Every app may get events; the corp of a demo has one callback for its first app.
            agentid = int(told.get("agentid", apps[0].agentid))
            callback = Callback(
                str(told["url"]), str(told["token"]), str(told["encoding_aes_key"]), agentid
            )
            if told.get("verify") and (why := await world.deliveries.verify(corp, callback)):
                return JSONResponse({"error": f"the callback failed: {why}"}, 400)
            corp.callbacks = [c for c in corp.callbacks if c.agentid != agentid] + [callback]
    except _BadRequestError as error:
        return JSONResponse({"error": str(error)}, error.status)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        return JSONResponse({"error": f"missing or wrong: {error}"}, 400)
    world.changed()
    return JSONResponse({"corpid": corpid})


def _ids(found: list[str]) -> list[str] | int:
    return found if len(found) <= IDS_SHOWN else len(found)


async def read_corp(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Counts and ids of everything in it."""
    del world
    return {
        "corpid": corp.corpid,
        "name": corp.name,
        "apps": [asdict(app) for app in corp.apps],
        "departments": list(corp.departments),
        "staff": _ids(list(corp.staff)),
        "customers": _ids(list(corp.persons)),
        "contact_ways": _ids(list(corp.contact_ways)),
        "groups": _ids(list(corp.groups)),
        "tags": _ids([tag.id for group in corp.tag_groups.values() for tag in group.tags]),
    }


def _timing(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "copies": 1 + int(body.get("duplicate") or 0),
        "delay_seconds": float(body.get("delay_ms") or 0) / 1000,
    }


def _add_answer(relation: Relation, code: Any) -> dict[str, Any]:
    return {
        "external_userid": relation.external_userid,
        "userid": relation.userid,
        "state": relation.channel,
        "welcome_code": code.code if code is not None else None,
    }


async def scan(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person scans a code: by its config_id or by what its picture holds."""
    config_id = str(body.get("config_id") or "")
    if not config_id and body.get("qr"):
        config_id = str(body["qr"]).rsplit("/vc", 1)[-1]
    way = corp.contact_ways.get(config_id)
    if way is None:
        message = f"no contact way {config_id or '(neither config_id nor qr)'}"
        raise _BadRequestError(message, 404)
    able = [u for u in way.user if (m := corp.member(u)) is not None and m.status == 1]
    able += [s.userid for s in corp.staff.values() if set(s.department) & set(way.party)]
    if not able:
        message = "nobody behind this code can be added"
        raise ImpossibleActError(message)
    person = acts.meet(corp, body.get("person") or {})
    friends = [
        u for u in able if (r := corp.relation(u, person.external_userid)) and r.state == "whole"
    ]
    userid = friends[0] if friends else world.chance.choice(able)
    relation, code = acts.befriend(
        world,
        corp,
        userid,
        person,
        half=bool(body.get("half")),
        channel=way.state,
        **_timing(body),
    )
    return _add_answer(relation, code)


async def add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member adds a person by phone."""
    member = _member(corp, body["userid"])
    person = acts.meet(corp, body.get("person") or {})
    relation, code = acts.befriend(
        world, corp, member.userid, person, add_way=2, by_staff=True, **_timing(body)
    )
    return _add_answer(relation, code)


async def half_add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person adds a member who does not confirm yet."""
    member = _member(corp, body["userid"])
    person = acts.meet(corp, body.get("person") or {})
    relation, code = acts.befriend(
        world,
        corp,
        member.userid,
        person,
        half=True,
        channel=str(body.get("state") or ""),
        **_timing(body),
    )
    return _add_answer(relation, code)


async def complete(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The member confirms a half add."""
    relation = _relation(corp, body["userid"], body["external_userid"])
    return _add_answer(relation, acts.complete(world, corp, relation, **_timing(body)))


async def unfollow(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """One side deletes the other."""
    relation = _relation(corp, body["userid"], body["external_userid"])
    acts.part(world, corp, relation, str(body.get("by", "customer")))
    return {}


async def say(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A chat message; two who talk get no welcome code any more."""
    sender, to = str(body["from"]), str(body.get("to") or body["chat_id"])
    told = {k: v for k, v in body.items() if k not in {"from", "to", "chat_id", "msgtype"}}
    corp.messages.append(Message(time.time(), sender, to, str(body.get("msgtype", "text")), told))
    for userid, external in ((sender, to), (to, sender)):
        relation = corp.relation(userid, external)
        if relation is not None:
            relation.talked = True
            if userid == sender:
                acts.receive(world, corp, userid, external, "message", {"msgtype": "text", **told})
    world.changed()
    return {}


async def read_messages(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Chat messages between two people, oldest first."""
    del world
    pair = {request.query_params["userid"], request.query_params["external_userid"]}
    return [asdict(m) for m in corp.messages if {m.sender, m.to} == pair]


async def remark(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member changes a remark in the client."""
    relation = _relation(corp, request.path_params["userid"], body["external_userid"])
    relation.remark = str(body["remark"])
    acts.edited(world, corp, relation)
    return {}


async def tag(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member sets or takes tags in the client."""
    relation = _relation(corp, request.path_params["userid"], body["external_userid"])
    gone = set(body.get("remove", []))
    relation.tags = list(
        dict.fromkeys([t for t in relation.tags if t not in gone] + list(body.get("add", [])))
    )
    acts.edited(world, corp, relation)
    return {}


async def resign(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A member leaves the corp."""
    member = _member(corp, request.path_params["userid"])
    del corp.staff[member.userid]
    world.deliveries.send(
        corp,
        {"Event": "change_contact", "ChangeType": "delete_user", "UserID": member.userid},
    )
    world.changed()
    return {}


async def console_tags(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Somebody makes a tag group in WeCom's console: one event for the group, one for each tag."""
    now = world.clock.seconds()
    group = TagGroup(new_id("et"), str(body["group_name"]), int(body.get("order", 0)), now)
    group.tags = [Tag(new_id("et"), str(name), 0, now) for name in body["tags"]]
    corp.tag_groups[group.group_id] = group
    acts.tag_changed(world, corp, group.group_id, "tag_group", "create")
    for made in group.tags:
        acts.tag_changed(world, corp, made.id, "tag", "create")
    return {"group_id": group.group_id, "tag_ids": [made.id for made in group.tags]}


async def make_group(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member opens a customer group."""
    member = _member(corp, body["owner"])
    chat_id = acts.new_chat_id()
    now = world.clock.seconds()
    corp.groups[chat_id] = Group(
        chat_id, str(body.get("name", "")), member.userid, now, {member.userid: now}
    )
    acts.chat_changed(world, corp, chat_id, "create")
    return {"chat_id": chat_id}


async def change_group(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Join, leave, rename, dismiss."""
    chat_id, verb = request.path_params["chat_id"], request.path_params["verb"]
    group = corp.groups.get(chat_id)
    if group is None:
        message = f"no group {chat_id}"
        raise _BadRequestError(message, 404)
    if verb == "join":
        group.members[str(body["external_userid"])] = world.clock.seconds()
        acts.members_changed(world, corp, chat_id, "add_member", 3, [str(body["external_userid"])])
    elif verb == "leave":
        group.members.pop(str(body["external_userid"]), None)
        acts.members_changed(world, corp, chat_id, "del_member", 0, [str(body["external_userid"])])
    elif verb == "rename":
        group.name = str(body["name"])
        acts.chat_changed(world, corp, chat_id, "update", UpdateDetail="change_name")
    elif verb == "dismiss":
        del corp.groups[chat_id]
        acts.chat_changed(world, corp, chat_id, "dismiss")
    else:
        message = f"a group can join, leave, rename or dismiss, not {verb}"
        raise _BadRequestError(message, 404)
    return {"chat_id": chat_id}


async def read_received(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """All that a person received, oldest first."""
    del world
    wanted = request.query_params.get("external_userid")
    return [asdict(r) for r in corp.received if wanted in {None, r.external_userid}]


async def read_codes(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Welcome codes after an index, oldest first, with their moments in real time."""
    del world
    after = int(request.query_params.get("after", "0"))
    rows = []
    for code in list(corp.codes.values())[after:]:
        row = asdict(code)
        row["welcome_code"] = row.pop("code")
        rows.append(row)
    return rows


async def read_callbacks(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """The log of deliveries after an index."""
    return world.deliveries.rows(corp.corpid, int(request.query_params.get("after", "0")))


async def read_people(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """The newest persons with their relations, for the phone."""
    del world
    limit = int(request.query_params.get("limit", "50"))
    people = list(corp.persons.values())[-limit:][::-1]
    return [
        {
            **asdict(person),
            "relations": [
                asdict(r) for r in corp.relations.get(person.external_userid, {}).values()
            ],
        }
        for person in people
    ]


async def read_ways(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Codes that can be scanned, newest first."""
    del world
    return [asdict(way) for way in list(corp.contact_ways.values())[::-1]]


async def read_staff(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Members by id."""
    del world
    return [asdict(member) for member in corp.staff.values()]


async def fill(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Make customers, tags and groups from a seed, without news."""
    return populate(world, corp, body)


async def oauth(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """An OAuth code for a page of staff or customers; once, 5 minutes."""
    code = new_id("", 43)
    world.oauth[code] = {
        **body,
        "corpid": corp.corpid,
        "expires_at": world.clock.now() + world.limits.code_seconds,
    }
    return {"code": code}


async def set_clock(request: Request) -> JSONResponse:
    """Time travel: `now` in unix seconds, or `advance_seconds`."""
    world = _world(request)
    body = await _body(request)
    if "now" in body:
        world.clock.offset = float(body["now"]) - time.time()
    world.clock.offset += float(body.get("advance_seconds", 0))
    world.changed()
    return JSONResponse({"now": world.clock.seconds()})


async def set_fault(request: Request) -> JSONResponse:
    """Something shall go wrong."""
    body = await _body(request)
    if body.get("kind") not in FAULT_KINDS:
        return JSONResponse({"error": f"kind is one of {sorted(FAULT_KINDS)}"}, 400)
    count = body.get("count")
    _world(request).faults.append(
        Fault(
            body["kind"], body.get("path"), body.get("value"), None if count is None else int(count)
        )
    )
    return JSONResponse({})


async def clear_faults(request: Request) -> JSONResponse:
    """All is well again."""
    _world(request).faults.clear()
    return JSONResponse({})


async def read_journal(request: Request) -> JSONResponse:
    """API calls, oldest first."""
    path = request.query_params.get("path")
    after = float(request.query_params.get("after", "0"))
    return JSONResponse(
        [e for e in _world(request).journal if path in {None, e["path"]} and e["at"] > after]
    )


async def read_corps(request: Request) -> JSONResponse:
    """Which companies are here."""
    return JSONResponse(
        [{"corpid": c.corpid, "name": c.name} for c in _world(request).state.corps.values()]
    )


async def reset(request: Request) -> JSONResponse:
    """Empty again."""
    _world(request).reset()
    return JSONResponse({})


def _member(corp: Corp, userid: object) -> Staff:
    member = corp.member(str(userid))
    if member is None:
        message = f"no member {userid}"
        raise _BadRequestError(message, 404)
    return member


def _relation(corp: Corp, userid: object, external_userid: object) -> Relation:
    relation = corp.relation(_member(corp, userid).userid, str(external_userid))
    if relation is None:
        message = f"{userid} and {external_userid} never met"
        raise _BadRequestError(message, 404)
    return relation


_CORP = "/emulator/corps/{corpid}"
_POSTS: dict[str, Act] = {
    "scan": scan,
    "add": add,
    "half_add": half_add,
    "complete": complete,
    "unfollow": unfollow,
    "say": say,
    "populate": fill,
    "oauth": oauth,
    "console/tags": console_tags,
    "groups": make_group,
    "groups/{chat_id}/{verb}": change_group,
    "staff/{userid}/remark": remark,
    "staff/{userid}/tag": tag,
    "staff/{userid}/resign": resign,
}
_GETS: dict[str, Act] = {
    "received": read_received,
    "welcome_codes": read_codes,
    "callbacks": read_callbacks,
    "people": read_people,
    "contact_ways": read_ways,
    "staff": read_staff,
    "messages": read_messages,
}
ROUTES = [
    Route("/emulator/corps", make_corp, methods=["POST"]),
    Route("/emulator/corps", read_corps, methods=["GET"]),
    Route(_CORP, _of_corp(read_corp), methods=["GET"]),
    *(Route(f"{_CORP}/{path}", _of_corp(act), methods=["POST"]) for path, act in _POSTS.items()),
    *(Route(f"{_CORP}/{path}", _of_corp(act), methods=["GET"]) for path, act in _GETS.items()),
    Route("/emulator/clock", set_clock, methods=["POST"]),
    Route("/emulator/faults", set_fault, methods=["POST"]),
    Route("/emulator/faults", clear_faults, methods=["DELETE"]),
    Route("/emulator/journal", read_journal, methods=["GET"]),
    Route("/emulator/reset", reset, methods=["POST"]),
]
