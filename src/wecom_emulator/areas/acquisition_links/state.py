"""Acquisition links, whom they brought, and what is left of the quota they use."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wecom_emulator import fields
from wecom_emulator.areas.contact_ways.state import behind, is_able, pair_of
from wecom_emulator.state import Corp, Relation, Staff
from wecom_emulator.timers import set_timer
from wecom_emulator.world import World

EVENT = "customer_acquisition"
LOW = 20
"""Fewer uses than this are told as low."""
DAY = 24 * 3600
FIRST_QUOTA_SECONDS = 365 * DAY
KEY_SECONDS = 30 * 60
TOLD_DAYS_BEFORE = (14, 7, 3, 2, 1)
TOLD_MESSAGES = frozenset({3, 5, 10})
CHANNEL_BYTES = 64
EXPIRES_SOON, EXPIRES = "acquisition_links.expires_soon", "acquisition_links.expires"
ON_WECHAT = 1


@dataclass(slots=True)
class Priority:
    """Which existing friend a person meets before others."""

    priority_type: int
    priority_userid_list: list[str]


@dataclass(slots=True)
class Customer:
    """A person who applied through a link to one member; `added_at` is 0 until they are friends."""

    external_userid: str
    userid: str
    state: str
    added_at: float = 0.0
    began_at: float = 0.0
    """Of the friendship that the link made: a later one is none of its."""
    messages: int = 0


@dataclass(slots=True)
class Moment:
    """A person opened the link, or became a friend through it."""

    at: float
    external_userid: str


@dataclass(slots=True)
class Link:
    """One link."""

    link_id: str
    agentid: int
    link_name: str
    create_time: int
    user_list: list[str]
    department_list: list[int]
    skip_verify: bool
    mark_source: bool
    priority: Priority | None
    available: bool = True
    customers: dict[str, Customer] = field(default_factory=dict)
    """By the pair, oldest first."""
    clicks: list[Moment] = field(default_factory=list)
    adds: list[Moment] = field(default_factory=list)


@dataclass(slots=True)
class Quota:
    """Uses that end together at a midnight."""

    expire_date: int
    balance: int


@dataclass(slots=True)
class ChatKey:
    """What a message_from_customer may be redeemed for."""

    userid: str
    external_userid: str
    link_id: str
    agentid: int
    state: str
    count: int
    expires_at: float


@dataclass(slots=True)
class Links:
    """All of a corp."""

    links: dict[str, Link] = field(default_factory=dict)
    by_pair: dict[str, str] = field(default_factory=dict)
    """Which link brought the two together."""
    keys: dict[str, ChatKey] = field(default_factory=dict)
    quotas: list[Quota] = field(default_factory=list)
    timed: list[int] = field(default_factory=list)
    """Days whose end is waited for."""
    used: int = 0
    begun: bool = False
    """Whether the corp got its first quota."""

    def link_of(self, relation: Relation) -> Link | None:
        """The link that brought the two together, if it still is."""
        pair = pair_of(relation.userid, relation.external_userid)
        return self.links.get(self.by_pair.get(pair, ""))


def url_of(link: Link) -> str:
    """Where it is opened."""
    return f"https://work.weixin.qq.com/ca/{link.link_id}"


def cut(channel: str) -> str:
    """A customer_channel as WeCom keeps it."""
    return channel.encode()[:CHANNEL_BYTES].decode(errors="ignore")


def tell(world: World, corp: Corp, change: str, **more: object) -> None:
    """News of a link or of the quota."""
    told = {name: value for name, value in more.items() if value not in {"", None}}
    world.deliveries.send(corp, {"Event": EVENT, "ChangeType": change, **told})
    world.changed()


def quotas(world: World, corp: Corp) -> list[Quota]:
    """What is left, by the day it ends; a corp begins with some for a year."""
    kept = corp.of(Links)
    if not kept.begun:
        kept.begun = True
        give(
            world,
            corp,
            world.limits.acquisition_quota,
            world.clock.now() + FIRST_QUOTA_SECONDS,
            told=False,
        )
    return kept.quotas


def balance(world: World, corp: Corp) -> int:
    """How many uses are left."""
    return sum(quota.balance for quota in quotas(world, corp))


def give(world: World, corp: Corp, uses: int, until: float, *, told: bool = True) -> None:
    """More uses until the midnight that begins the day of `until`."""
    kept = corp.of(Links)
    day = fields.midnight(until)
    before = sum(quota.balance for quota in kept.quotas)
    same = next((quota for quota in kept.quotas if quota.expire_date == day), None)
    if same is not None:
        same.balance += uses
    else:
        kept.quotas.append(Quota(day, uses))
        kept.quotas.sort(key=lambda quota: quota.expire_date)
    if day not in kept.timed:
        kept.timed.append(day)
        for days in TOLD_DAYS_BEFORE:
            if day - days * DAY > world.clock.now():
                set_timer(corp, day - days * DAY, EXPIRES_SOON, str(day))
        set_timer(corp, day, EXPIRES, str(day))
    if told and before == 0 and uses:
        tell(world, corp, "balance_increased")
    world.changed()


def keep_only(world: World, corp: Corp, uses: int, until: float) -> None:
    """So many uses and no others, told as if the rest was used up or these were bought."""
    before = balance(world, corp)
    corp.of(Links).quotas = []
    give(world, corp, uses, until, told=not before)
    _tell_left(world, corp, before, uses)


def _take(world: World, corp: Corp, quota: Quota, uses: int) -> None:
    before = balance(world, corp)
    quota.balance -= uses
    _tell_left(world, corp, before, before - uses)


def _tell_left(world: World, corp: Corp, before: int, left: int) -> None:
    if left == 0 and before:
        tell(world, corp, "balance_exhausted")
    elif left < LOW <= before:
        tell(world, corp, "balance_low")


def use(world: World, corp: Corp) -> None:
    """One customer was gained: of what ends first."""
    corp.of(Links).used += 1
    quota = next((quota for quota in quotas(world, corp) if quota.balance), None)
    if quota is not None:
        _take(world, corp, quota, 1)


def expires_soon(world: World, corp: Corp, day: str) -> None:
    """Some of the quota ends in a few days."""
    for quota in corp.of(Links).quotas:
        if quota.expire_date == int(day) and quota.balance:
            tell(
                world,
                corp,
                "quota_expire_soon",
                ExpireTime=quota.expire_date,
                ExpireQuotaNum=quota.balance,
            )


def expires(world: World, corp: Corp, day: str) -> None:
    """Some of the quota is over."""
    kept = corp.of(Links)
    for quota in [quota for quota in kept.quotas if quota.expire_date == int(day)]:
        _take(world, corp, quota, quota.balance)
        kept.quotas.remove(quota)
    world.changed()


def applied(corp: Corp, link: Link, relation: Relation, channel: str) -> None:
    """A person asked to be a member's friend through a link."""
    pair = pair_of(relation.userid, relation.external_userid)
    link.customers[pair] = Customer(relation.external_userid, relation.userid, channel)
    corp.of(Links).by_pair[pair] = link.link_id


def added(world: World, corp: Corp, relation: Relation) -> None:
    """The two are friends now: if a link brought them together, a customer was gained."""
    link = corp.of(Links).link_of(relation)
    customer = _of(link, relation)
    if link is None or customer is None or customer.added_at or relation.state != "whole":
        return
    now = world.clock.now()
    customer.added_at, customer.began_at = now, relation.began_at
    link.adds.append(Moment(now, relation.external_userid))
    use(world, corp)
    world.changed()


def _of(link: Link | None, relation: Relation) -> Customer | None:
    pair = pair_of(relation.userid, relation.external_userid)
    return link.customers.get(pair) if link is not None else None


def heard(world: World, corp: Corp, relation: Relation, new_key: str) -> None:
    """The customer wrote to the member."""
    kept = corp.of(Links)
    link = kept.link_of(relation)
    customer = _of(link, relation)
    if link is None or customer is None:
        return
    if not customer.added_at or customer.began_at != relation.began_at:
        return
    customer.messages += 1
    person = corp.persons[relation.external_userid]
    if customer.messages == 1 and person.type == ON_WECHAT:
        tell(
            world,
            corp,
            "customer_start_chat",
            UserID=relation.userid,
            ExternalUserID=relation.external_userid,
            LinkId=link.link_id,
        )
    if customer.messages in TOLD_MESSAGES:
        now = world.clock.now()
        kept.keys = {name: key for name, key in kept.keys.items() if key.expires_at > now}
        kept.keys[new_key] = ChatKey(
            relation.userid,
            relation.external_userid,
            link.link_id,
            link.agentid,
            customer.state,
            customer.messages,
            now + KEY_SECONDS,
        )
        tell(world, corp, "message_from_customer", LinkId=link.link_id, ChatKey=new_key)
    world.changed()


def gained(link: Link) -> Iterable[Customer]:
    """Those who became friends, in the order they applied."""
    return (customer for customer in link.customers.values() if customer.added_at)


def lose(world: World, corp: Corp, link: Link) -> None:
    """Nobody behind it can be added any more."""
    if link.available:
        link.available = False
        tell(world, corp, "link_unavailable", LinkId=link.link_id)


def watch(world: World, corp: Corp) -> None:
    """Members changed: links behind which nobody can be added are told."""
    for link in corp.of(Links).links.values():
        if link.available and not any(map(is_able, members_of(corp, link))):
            lose(world, corp, link)


def members_of(corp: Corp, link: Link) -> list[Staff]:
    """Who stands behind it."""
    return behind(corp, link.user_list, link.department_list)
