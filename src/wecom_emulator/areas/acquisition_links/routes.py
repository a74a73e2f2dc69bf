"""Acquisition links, whom they gained, and their quota (documents 97297, 97298, 97375, 100130)."""

from typing import Any

from wecom_emulator import fields, paging
from wecom_emulator.calls import Call, Verb
from wecom_emulator.state import new_id

from . import checks, errors, state
from .state import Customer, Links, Moment

LIST_MAXIMUM, CUSTOMERS_MAXIMUM = 100, 1000


async def list_links(call: Call) -> dict[str, Any]:
    """Page through the app's links that still work: {link_id_list, next_cursor}."""
    mine = [
        link.link_id
        for link in call.corp.of(Links).links.values()
        if link.agentid == call.app.agentid and link.available
    ]
    page, cursor = paging.page(
        mine, call.body, default=LIST_MAXIMUM, most=LIST_MAXIMUM, name="links"
    )
    return {"link_id_list": page, "next_cursor": cursor}


async def get(call: Call) -> dict[str, Any]:
    """One link: {link, range, priority_option?}."""
    link = checks.found(call)
    told: dict[str, Any] = {
        "link": {
            "link_name": link.link_name,
            "url": state.url_of(link),
            "create_time": link.create_time,
            "skip_verify": link.skip_verify,
            "mark_source": link.mark_source,
        },
        "range": {"user_list": link.user_list, "department_list": link.department_list},
    }
    if link.priority is not None:
        told["priority_option"] = {
            "priority_type": link.priority.priority_type,
            "priority_userid_list": link.priority.priority_userid_list,
        }
    return told


async def create(call: Call) -> dict[str, Any]:
    """Make one: {link: {link_id, link_name, url, create_time}}."""
    link = checks.new(call, new_id("ca", 20))
    call.corp.of(Links).links[link.link_id] = link
    call.world.changed()
    return {
        "link": {
            "link_id": link.link_id,
            "link_name": link.link_name,
            "url": state.url_of(link),
            "create_time": link.create_time,
        }
    }


async def update(call: Call) -> dict[str, Any]:
    """Change what is given; range and priority as a whole."""
    link, body = checks.found(call), call.body
    name = fields.optional_text(body, "link_name", link.link_name, most=checks.NAME_CHARACTERS)
    users, departments = (
        (link.user_list, link.department_list)
        if body.get("range") is None
        else checks.members(call)
    )
    priority = link.priority if body.get("priority_option") is None else checks.priority(call)
    skip_verify = fields.flag(body, "skip_verify", link.skip_verify)
    mark_source = fields.flag(body, "mark_source", link.mark_source)
    link.link_name = name or link.link_name
    link.user_list, link.department_list, link.priority = users, departments, priority
    link.skip_verify, link.mark_source = skip_verify, mark_source
    # New members make it work again.
    link.available = link.available or body.get("range") is not None
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete one; nobody is told."""
    del call.corp.of(Links).links[checks.found(call).link_id]
    call.world.changed()
    return {}


def _customer(customer: Customer) -> dict[str, Any]:
    return {
        "external_userid": customer.external_userid,
        "userid": customer.userid,
        "chat_status": int(customer.messages > 0),
        "state": customer.state,
    }


async def customers(call: Call) -> dict[str, Any]:
    """Page through whom a link gained: {customer_list, next_cursor}."""
    link = checks.found(call)
    page, cursor = paging.page(
        list(state.gained(link)),
        call.body,
        default=CUSTOMERS_MAXIMUM,
        most=CUSTOMERS_MAXIMUM,
        name=link.link_id,
    )
    return {"customer_list": [_customer(one) for one in page], "next_cursor": cursor}


async def quota(call: Call) -> dict[str, Any]:
    """What was used and what is left: {total, balance, quota_list}."""
    left = [each for each in state.quotas(call.world, call.corp) if each.balance]
    return {
        "total": call.corp.of(Links).used,
        "balance": sum(each.balance for each in left),
        "quota_list": [{"expire_date": each.expire_date, "balance": each.balance} for each in left],
    }


async def statistic(call: Call) -> dict[str, Any]:
    """Of some days: {click_link_customer_cnt, new_customer_cnt}."""
    link = checks.found(call)
    begin, end = checks.window(call.body, call.world.clock.now())
    return {
        "click_link_customer_cnt": _people(link.clicks, begin, end),
        "new_customer_cnt": _people(link.adds, begin, end),
    }


def _people(moments: list[Moment], begin: int, end: int) -> int:
    return len({moment.external_userid for moment in moments if begin <= moment.at < end})


async def chat_info(call: Call) -> dict[str, Any]:
    """Whose message it was: {userid, external_userid, chat_info}."""
    kept = call.corp.of(Links)
    key = kept.keys.get(fields.text(call.body, "chat_key", missing=errors.INVALID_KEY))
    if key is None or key.agentid != call.app.agentid:
        raise errors.INVALID_KEY.error()
    if key.expires_at <= call.world.clock.now():
        raise errors.INVALID_KEY.error()
    return {
        "userid": key.userid,
        "external_userid": key.external_userid,
        "chat_info": {"recv_msg_cnt": key.count, "link_id": key.link_id, "state": key.state},
    }


async def permit(_: Call) -> dict[str, Any]:
    """Only for third-party apps."""
    raise errors.NO_PROVIDER.error()


_UNKNOWN = "An unknown link, or one of another app, answers 40058."
_LINKS = "externalcontact/customer_acquisition"
VERBS = {
    f"{_LINKS}/list_link": Verb(
        "POST",
        list_links,
        {"link_id_list": []},
        document="97297",
        open="A limit above 100 is cut down; a link that is unavailable is not listed.",
    ),
    f"{_LINKS}/get": Verb("POST", get, document="97297", open=_UNKNOWN),
    f"{_LINKS}/create_link": Verb(
        "POST",
        create,
        document="97297",
        open="41305 and 41200 concern links with a priority option only; the number of links that"
        " answers 41095 is ours.",
    ),
    f"{_LINKS}/update_link": Verb("POST", update, document="97297", open=_UNKNOWN),
    f"{_LINKS}/delete_link": Verb("POST", delete, document="97297", open=_UNKNOWN),
    f"{_LINKS}/customer": Verb(
        "POST",
        customers,
        {"customer_list": []},
        document="97298",
        open="A limit above 1,000 is cut down; chat_status is never 2.",
    ),
    f"{_LINKS}_quota": Verb(
        "GET", quota, document="97375", open="What a corp has at first is a limit of ours."
    ),
    f"{_LINKS}/statistic": Verb(
        "POST",
        statistic,
        document="97375",
        open="Today counts up to now; a window too long or too old answers 40058.",
    ),
    f"{_LINKS}/get_chat_info": Verb(
        "POST",
        chat_info,
        document="100130",
        open="recv_msg_cnt is the count at the message that gave the key.",
    ),
    f"{_LINKS}_app/get_permit": Verb("GET", permit, document="99596"),
}
TIMERS = {state.EXPIRES_SOON: state.expires_soon, state.EXPIRES: state.expires}
