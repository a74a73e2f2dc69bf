"""People scan codes and open links, and what somebody does with links in WeCom's console."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from starlette.requests import Request

from wecom_emulator import acts, fields, group_codes
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.areas.acquisition_links.checks import OF_THE_CORP
from wecom_emulator.areas.acquisition_links.state import Link, Links, Moment
from wecom_emulator.areas.contact_ways import state as ways
from wecom_emulator.areas.join_ways.state import JoinWays, come_in
from wecom_emulator.capacity import corp_is_full
from wecom_emulator.state import ContactWay, Corp, Person, Staff
from wecom_emulator.world import World

from . import meeting
from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError
from .shapes import Met, Timed, Whom

BY_LINK = 16
"""The add_way of whom a link brought."""
MOST_USES, MOST_SECONDS = 10**9, 100 * 366 * 24 * 3600
SCHEME = "weixin://biz/ww/profile/"


def _config_id(body: dict[str, Any]) -> str:
    given = str(body.get("config_id") or "")
    held = str(body.get("qr") or "")
    return given or held.rsplit("/vc", 1)[-1].rsplit("/gm/", 1)[-1]


class Opening(Timed):
    """Which link is opened, by whom."""

    link_id: str | None = None
    url: str | None = None
    """In place of the link_id; may hold customer_channel, or be the `weixin://` form."""
    customer_channel: str | None = None
    person: Whom | None = None
    apply: bool = True
    half: bool | None = None


class Scan(Opening):
    """Which code is scanned, by whom."""

    config_id: str | None = None
    qr: str | None = None
    """What the picture of the code holds, in place of the config_id."""
    person: Whom | None = None
    half: bool | None = None
    """The person is added at once, the member confirms later."""


class Purchase(Body):
    """What is bought."""

    uses: int
    expire_date: float
    """Unix seconds; of its day the midnight counts."""
    set: bool | None = None


class Came(Answer):
    """Into which group he came."""

    chat_id: str
    external_userid: str


class Opened(Met):
    """Whom the link brought."""

    link_id: str


class LinkId(Answer):
    """Which link."""

    link_id: str


class Balance(Answer):
    """What is left."""

    balance: int


class LinkRow(Answer):
    """A link."""

    link_id: str
    link_name: str
    url: str
    available: bool


@declare(
    takes=Scan,
    answers=Met | Came | Opened,
    tells=("add_external_contact", "add_half_external_contact", "add_member", "create"),
)
async def scan(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A person scans a code: by its config_id or by what its picture holds.

    Without skip_verify he asks, and the member confirms with `complete`; `half` is an add at once
    that the member still has to confirm. A code of a group answers the chat_id he came into, and
    so does the group's own one that its members save, for seven days.
    """
    if "link_id" in body:
        return await open_link(world, corp, body, request)
    saved = group_codes.group_behind(world, corp, str(body.get("qr") or ""))
    if saved is not None:
        with meeting.introduced(corp, body) as person:
            group_codes.come_in(world, corp, saved, person)
        return {"chat_id": saved.chat_id, "external_userid": person.external_userid}
    config_id = _config_id(body)
    join_way = corp.of(JoinWays).ways.get(config_id)
    if join_way is not None:
        with meeting.introduced(corp, body) as person:
            group = come_in(world, corp, join_way, person)
        return {"chat_id": group.chat_id, "external_userid": person.external_userid}
    way = corp.contact_ways.get(config_id)
    if way is None:
        message = f"no contact way {config_id or '(neither config_id nor qr)'}"
        raise BadRequestError(message, 404)
    timing = meeting.timing(body)
    with meeting.introduced(corp, body) as person:
        return _befriended(world, corp, body, way, person, timing)


def _befriended(
    world: World,
    corp: Corp,
    body: dict[str, Any],
    way: ContactWay,
    person: Person,
    timing: dict[str, Any],
) -> dict[str, Any]:
    if ways.is_expired(world, corp, way):
        message = "this temporary code is expired"
        raise ImpossibleActError(message)
    if way.unionid and person.unionid != way.unionid:
        message = "this temporary code is somebody else's"
        raise ImpossibleActError(message)
    member = _routed(world, corp, way, person)
    known = corp.relation(member.userid, person.external_userid)
    relation, code = acts.befriend(
        world,
        corp,
        member.userid,
        person,
        half=bool(body.get("half")) or (way.skip_verify and corp.switches.half_add_first),
        asks=not way.skip_verify,
        channel=way.state,
        **timing,
    )
    if relation is not known and way.is_temp:
        ways.expect_chat(world, corp, way, relation)
    return meeting.answer(relation, code)


def _routed(world: World, corp: Corp, way: ContactWay, person: Person) -> Staff:
    """Who meets the person: of an exclusive code the same for all of an enterprise."""
    members = ways.behind(corp, way.user, way.party)
    if not (way.is_exclusive and person.corp_name):
        return ways.choose(world, corp, members, person)
    routed = corp.of(ways.Ways).routed
    key = f"{way.config_id} {person.corp_name}"
    served = [
        member for member in members if member.userid == routed.get(key) and ways.is_able(member)
    ]
    chosen = ways.choose(world, corp, served or members, person)
    routed[key] = chosen.userid
    return chosen


def _link(corp: Corp, body: dict[str, Any]) -> tuple[Link, str]:
    """The link of a request and the channel it was opened with."""
    url, channel = str(body.get("url") or ""), str(body.get("customer_channel") or "")
    link_id = str(body.get("link_id") or "")
    if url:
        parts = urlsplit(unquote(url[len(SCHEME) :]) if url.startswith(SCHEME) else url)
        link_id = parts.path.rsplit("/", 1)[-1]
        channel = parse_qs(parts.query).get("customer_channel", [channel])[0]
    link = corp.of(Links).links.get(link_id)
    if link is None:
        message = f"no link {link_id or '(neither link_id nor url)'}"
        raise BadRequestError(message, 404)
    return link, links.cut(channel)


def _preferred(corp: Corp, link: Link, person: Person) -> list[Staff]:
    if link.priority is None:
        return []
    known = corp.between(person.external_userid)
    wanted = (
        known if link.priority.priority_type == OF_THE_CORP else link.priority.priority_userid_list
    )
    members = [corp.staff[userid] for userid in wanted if userid in corp.staff]
    return ways.friends(corp, members, person)


@declare(
    takes=Opening,
    answers=Opened,
    tells=("open_profile", "friend_request", "add_external_contact", "add_half_external_contact"),
)
async def open_link(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person opens a link, sees the member's card and applies; with `apply` false he only looks.

    `customer_channel` stands in the url or beside the link_id.
    """
    link, channel = _link(corp, body)
    timing = meeting.timing(body)
    members = links.members_of(corp, link)
    if not any(map(ways.is_able, members)):
        links.lose(world, corp, link)
    if not link.available:
        message = f"link {link.link_id} is unavailable"
        raise ImpossibleActError(message)
    with meeting.introduced(corp, body) as person:
        if not body.get("apply", True):
            _look(world, corp, link, person, channel)
            seen = {"userid": None, "state": channel, "relation": None, "welcome_code": None}
            return {"external_userid": person.external_userid, "link_id": link.link_id, **seen}
        preferred = _preferred(corp, link, person)
        member = preferred[0] if preferred else ways.choose(world, corp, members, person)
        known = corp.relation(member.userid, person.external_userid)
        new = known is None or known.state not in acts.MET
        if new:
            _check_room(world, corp, person)
        _look(world, corp, link, person, channel)
        if new:
            links.tell(world, corp, "friend_request", LinkId=link.link_id, State=channel)
        relation, code = acts.befriend(
            world,
            corp,
            member.userid,
            person,
            half=bool(body.get("half")) or (link.skip_verify and corp.switches.half_add_first),
            asks=not link.skip_verify,
            channel=channel,
            add_way=BY_LINK,
            **timing,
        )
    if new:
        links.applied(corp, link, relation, channel)
        meeting.settle(world, corp, relation)
    return {**meeting.answer(relation, code), "link_id": link.link_id}


def _look(world: World, corp: Corp, link: Link, person: Person, channel: str) -> None:
    """He sees the member's card."""
    link.clicks.append(Moment(world.clock.now(), person.external_userid))
    if corp.switches.business_category:
        links.tell(world, corp, "open_profile", LinkId=link.link_id, State=channel)
    world.changed()


def _check_room(world: World, corp: Corp, person: Person) -> None:
    if not links.balance(world, corp):
        message = "no acquisition quota is left"
        raise ImpossibleActError(message)
    if corp_is_full(world, corp, person.external_userid):
        message = "the contact scale of the company has no room"
        raise ImpossibleActError(message)


@declare(answers=LinkId, tells=("delete_link",))
def _delete(world: World, corp: Corp, link: Link) -> None:
    """Somebody deletes a link in WeCom's console."""
    del corp.of(Links).links[link.link_id]
    links.tell(world, corp, "delete_link", LinkId=link.link_id)


@declare(answers=LinkId, tells=("link_unavailable",))
def _fail(world: World, corp: Corp, link: Link) -> None:
    """Nobody behind a link can be added any more, as happens by itself when members leave."""
    links.lose(world, corp, link)


_VERBS = {"delete": _delete, "fail": _fail}


@declare(answers=LinkId, verbs=_VERBS)
async def change_link(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Somebody deletes a link in WeCom's console, or all behind it become unfit."""
    link, verb = _link(corp, request.path_params)[0], request.path_params["verb"]
    act = _VERBS.get(verb)
    if act is None:
        message = f"a link can fail or be deleted (delete), not {verb}"
        raise BadRequestError(message, 404)
    act(world, corp, link)
    return {"link_id": link.link_id}


@declare(
    takes=Purchase,
    answers=Balance,
    tells=("balance_increased", "balance_low", "balance_exhausted", "quota_expire_soon"),
)
async def give_quota(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The company buys `uses` that end at the midnight that begins the day of `expire_date`.

    With `set` true they replace all it has, and what falls is told as if it was used.
    """
    uses, until = int(body["uses"]), float(body["expire_date"])
    now = world.clock.now()
    if not 0 <= uses <= MOST_USES or not now < fields.midnight(until) < now + MOST_SECONDS:
        message = f"uses are 0 to {MOST_USES} and end at a midnight of the next hundred years"
        raise BadRequestError(message)
    if body.get("set"):
        links.keep_only(world, corp, uses, until)
    else:
        links.quotas(world, corp)
        links.give(world, corp, uses, until)
    return {"balance": links.balance(world, corp)}


@declare(answers=list[LinkRow])
async def read_links(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Links that can be opened, newest first."""
    del world
    return [
        {
            "link_id": link.link_id,
            "link_name": link.link_name,
            "url": links.url_of(link),
            "available": link.available,
        }
        for link in reversed(corp.of(Links).links.values())
    ]


ACTS: dict[str, Act] = {
    "scan": scan,
    "open": open_link,
    "links/{link_id}/{verb}": change_link,
    "acquisition_quota": give_quota,
}
VIEWS: dict[str, Act] = {"acquisition_links": read_links}
