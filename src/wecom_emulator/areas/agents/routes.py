"""The app itself: settings, menu, workbench (documents 90227, 90228, 90231 to 90233)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import TOO_OFTEN, UNKNOWN_MEMBER

from . import errors
from .checks import check_agent, menu, settings, template
from .state import Agents

MINUTE = 60


async def get(call: Call) -> dict[str, Any]:
    """The app with its visible range and domain."""
    agentid = check_agent(call, call.query)
    app, agent = call.app, call.corp.of(Agents).of(agentid)
    everybody = app.visible is None and app.visible_departments is None
    parties = [1] if everybody else app.visible_departments or []
    return {
        "agentid": agentid,
        "name": agent.name,
        "square_logo_url": agent.logo,
        "description": agent.description,
        "allow_userinfos": {"user": [{"userid": userid} for userid in app.visible or []]},
        "allow_partys": {"partyid": parties},
        "allow_tags": {"tagid": []},
        "close": int(app.stopped),
        "redirect_domain": app.redirect_domain,
        "report_location_flag": agent.report_location_flag,
        "isreportenter": agent.isreportenter,
        "home_url": agent.home_url,
        "customized_publish_status": 1,
    }


async def list_agents(call: Call) -> dict[str, Any]:
    """A self-built app sees itself only."""
    agent = call.corp.of(Agents).of(call.app.agentid)
    row = {"agentid": call.app.agentid, "name": agent.name, "square_logo_url": agent.logo}
    return {"agentlist": [row]}


async def change(call: Call) -> dict[str, Any]:
    """Change what is given."""
    agentid = check_agent(call, call.body)
    found = settings(call)
    if "redirect_domain" in found:
        call.app.redirect_domain = found.pop("redirect_domain")
    agent = call.corp.of(Agents).of(agentid)
    for name, value in found.items():
        setattr(agent, name, value)
    call.world.changed()
    return {}


async def create_menu(call: Call) -> dict[str, Any]:
    """Put a menu in the place of the one that is there."""
    agentid = check_agent(call, call.query)
    call.corp.of(Agents).of(agentid).menu = menu(call)
    call.world.changed()
    return {}


async def get_menu(call: Call) -> dict[str, Any]:
    """The menu."""
    buttons = call.corp.of(Agents).of(check_agent(call, call.query)).menu
    if not buttons:
        raise errors.NO_MENU.error()
    return {"button": buttons}


async def delete_menu(call: Call) -> dict[str, Any]:
    """No menu any more."""
    call.corp.of(Agents).of(check_agent(call, call.query)).menu = []
    call.world.changed()
    return {}


async def set_template(call: Call) -> dict[str, Any]:
    """What the workbench shows of the app."""
    agent = call.corp.of(Agents).of(check_agent(call, call.body))
    agent.template = template(call)
    if fields.flag(call.body, "replace_user_data"):
        agent.data.clear()
    call.world.changed()
    return {}


async def get_template(call: Call) -> dict[str, Any]:
    """What the workbench shows."""
    found = call.corp.of(Agents).of(check_agent(call, call.body)).template
    return found or {"type": "normal"}


async def set_data(call: Call) -> dict[str, Any]:
    """What it shows one member; ten times a minute for each."""
    agent = call.corp.of(Agents).of(check_agent(call, call.body))
    member = call.corp.member(fields.text(call.body, "userid"))
    if member is None or not call.sees(member.userid):
        raise UNKNOWN_MEMBER.error()
    if not agent.template or agent.template["type"] == "normal":
        raise errors.NO_TEMPLATE.error()
    found = template(call)
    if found["type"] != agent.template["type"]:
        raise errors.INVALID_TEMPLATE.error()
    now = call.world.clock.now()
    lately = [at for at in agent.data_set_at.get(member.userid, []) if at > now - MINUTE]
    if len(lately) >= call.world.limits.workbench_data_a_minute:
        raise TOO_OFTEN.error()
    agent.data[member.userid] = found
    agent.data_set_at[member.userid] = [*lately, now]
    call.world.changed()
    return {}


VERBS = {
    "agent/get": Verb("GET", get, document="90227"),
    "agent/list": Verb("GET", list_agents, document="90227"),
    "agent/set": Verb("POST", change, document="90228"),
    "menu/create": Verb("POST", create_menu, document="90231"),
    "menu/get": Verb("GET", get_menu, document="90232"),
    "menu/delete": Verb("GET", delete_menu, document="90233"),
    "agent/set_workbench_template": Verb("POST", set_template),
    "agent/get_workbench_template": Verb("POST", get_template),
    "agent/set_workbench_data": Verb("POST", set_data),
}
