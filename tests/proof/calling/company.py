"""Sign-in, members, tags of members, jobs, apps and what they send, robots."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from yutang.wecom.agents import MenuButton
from yutang.wecom.app_messages import Receivers
from yutang.wecom.batch_jobs import JobCallback
from yutang.wecom.client import WeCom
from yutang.wecom.members import (
    MemberFields,
    MiniProgramAttribute,
    OutwardProfile,
    TextAttribute,
    WebAttribute,
)
from yutang.wecom.workbench import (
    KeyData,
    KeyFigure,
    WorkbenchImage,
    WorkbenchLine,
    WorkbenchList,
    WorkbenchPage,
    WorkbenchPart,
)

from .calling import FILE, Calls
from .messages import CARDS, KINDS, message

Body = dict[str, Any]


def _attributes(rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    kinds: tuple[tuple[type[Any], str], ...] = (
        (TextAttribute, "text"),
        (WebAttribute, "web"),
        (MiniProgramAttribute, "miniprogram"),
    )
    made = []
    for row in rows:
        kind, part = kinds[row["type"]]
        made.append(kind(name=row["name"], **row[part]))
    return made


def _create(w: WeCom, b: Body) -> Any:
    known = {each.name for each in fields(MemberFields)}
    profile = b["external_profile"]
    return w.members.create(
        b["userid"],
        MemberFields(**{name: value for name, value in b.items() if name in known}),
        mail_aliases=b["biz_mail_alias"]["item"],
        attributes=_attributes(b["extattr"]["attrs"]),
        profile=OutwardProfile(
            corp_name=profile["external_corp_name"],
            channel=profile["wechat_channels"]["nickname"],
            attributes=_attributes(profile["external_attr"]),
        ),
        invite=b["to_invite"],
    )


def _menu(rows: Sequence[Mapping[str, Any]]) -> list[MenuButton]:
    return [
        MenuButton(**{**row, "sub_button": _menu(row["sub_button"])})
        if "sub_button" in row
        else MenuButton(**row)
        for row in rows
    ]


def _part(b: Body) -> WorkbenchPart:
    told = b[b["type"]]
    makers: dict[str, Callable[[], WorkbenchPart]] = {
        "keydata": lambda: KeyData([KeyFigure(**item) for item in told["items"]]),
        "image": lambda: WorkbenchImage(**told),
        "list": lambda: WorkbenchList([WorkbenchLine(**item) for item in told["items"]]),
        "webview": lambda: WorkbenchPage(**told),
    }
    return makers[b["type"]]()


def _import(w: WeCom, b: Body, kind: Any) -> Any:
    callback = JobCallback(**b["callback"])
    return w.batch_jobs.start_import(
        kind, b["media_id"], invite=b.get("to_invite"), callback=callback
    )


def _send(w: WeCom, b: Body) -> Any:
    def ids(name: str) -> list[str]:
        return [each for each in b.get(name, "").split("|") if each]

    receivers = Receivers(
        ids("touser"), [int(id_) for id_ in ids("toparty")], [int(id_) for id_ in ids("totag")]
    )
    return w.app_messages.send(
        b["agentid"],
        receivers,
        message(b),
        safe=b.get("safe", 0),
        translate_ids=bool(b.get("enable_id_trans")),
    )


SIGN_IN: Calls = {
    "auth/get_api_domain_ip": lambda w, _: w.auth.api_addresses(),
    "auth/getcallbackip": lambda w, _: w.auth.callback_addresses(),
    "auth/getuserinfo_member": lambda w, b: w.auth.userinfo(b["code"]),
    "auth/getuserinfo_customer": lambda w, b: w.auth.userinfo(b["code"]),
    "auth/getuserdetail": lambda w, b: w.auth.userdetail(b["user_ticket"]),
    "auth/get_jsapi_ticket": lambda w, _: w.auth.jsapi_ticket(),
    "auth/ticket_get": lambda w, _: w.auth.agent_ticket(),
    "auth/jscode2session": lambda w, b: w.auth.mini_program_session(b["js_code"]),
    "auth/get_launch_code": lambda w, b: w.auth.launch_code(
        b["operator_userid"], userid=b["single_chat"]["userid"]
    ),
    "auth/get_tfa_info": lambda w, b: w.auth.second_factor(b["code"]),
    "auth/tfa_succ": lambda w, b: w.auth.second_factor_passed(b["userid"], b["tfa_code"]),
    "auth/authsucc": lambda w, b: w.auth.second_step_passed(b["userid"]),
}
CONTACTS: Calls = {
    "contacts/user_create": _create,
    "contacts/user_update": lambda w, b: w.members.update(
        b["userid"], MemberFields(name=b["name"])
    ),
    "contacts/user_get": lambda w, b: w.contacts.user(b["userid"]),
    "contacts/user_delete": lambda w, b: w.members.delete(b["userid"]),
    "contacts/user_batchdelete": lambda w, b: w.members.delete_many(b["useridlist"]),
    "contacts/user_simplelist": lambda w, b: w.contacts.users_simple(
        b["department_id"], fetch_child=bool(b["fetch_child"])
    ),
    "contacts/user_list": lambda w, b: w.contacts.users(
        b["department_id"], fetch_child=bool(b["fetch_child"])
    ),
    "contacts/user_list_id": lambda w, _: w.members.ids(),
    "contacts/user_getuserid": lambda w, b: w.members.id_by_mobile(b["mobile"]),
    "contacts/user_get_userid_by_email": lambda w, b: w.members.id_by_email(
        b["email"], kind=b["email_type"]
    ),
    "contacts/user_get_active_stat": lambda w, b: w.members.active_count(b["date"]),
    "contacts/batch_invite": lambda w, b: w.members.invite(
        b["user"], departments=b["party"], tags=b["tag"]
    ),
    "contacts/get_join_qrcode": lambda w, b: w.members.join_qrcode(b["size_type"]),
    "contacts/department_create": lambda w, b: w.departments.create(
        b["name"], b["parentid"], name_en=b["name_en"], order=b["order"], id_=b["id"]
    ),
    "contacts/department_update": lambda w, b: w.departments.update(
        b["id"], name=b["name"], name_en=b["name_en"], parent_id=b["parentid"], order=b["order"]
    ),
    "contacts/department_delete": lambda w, b: w.departments.delete(b["id"]),
    "contacts/department_list": lambda w, b: w.contacts.departments(b["id"]),
    "contacts/department_simplelist": lambda w, b: w.departments.ids(b["id"]),
    "contacts/department_get": lambda w, b: w.departments.get(b["id"]),
    "contact_tags/create": lambda w, b: w.contact_tags.create(b["tagname"], b["tagid"]),
    "contact_tags/update": lambda w, b: w.contact_tags.rename(b["tagid"], b["tagname"]),
    "contact_tags/delete": lambda w, b: w.contact_tags.delete(b["tagid"]),
    "contact_tags/get": lambda w, b: w.contact_tags.get(b["tagid"]),
    "contact_tags/addtagusers": lambda w, b: w.contact_tags.add(
        b["tagid"], b["userlist"], b["partylist"]
    ),
    "contact_tags/deltagusers": lambda w, b: w.contact_tags.remove(
        b["tagid"], b["userlist"], b["partylist"]
    ),
    "contact_tags/list": lambda w, _: w.contact_tags.list(),
    "contact_jobs/syncuser": lambda w, b: _import(w, b, "syncuser"),
    "contact_jobs/replaceuser": lambda w, b: _import(w, b, "replaceuser"),
    "contact_jobs/replaceparty": lambda w, b: _import(w, b, "replaceparty"),
    "contact_jobs/getresult_users": lambda w, b: w.batch_jobs.import_result(b["jobid"]),
    "contact_jobs/getresult_parties": lambda w, b: w.batch_jobs.import_result(b["jobid"]),
    "contact_jobs/export_simple_user": lambda w, b: w.batch_jobs.start_export(
        "simple_user", b["encoding_aeskey"], block_size=b["block_size"]
    ),
    "contact_jobs/export_user": lambda w, b: w.batch_jobs.start_export(
        "user", b["encoding_aeskey"], block_size=b["block_size"]
    ),
    "contact_jobs/export_department": lambda w, b: w.batch_jobs.start_export(
        "department", b["encoding_aeskey"], block_size=b["block_size"]
    ),
    "contact_jobs/export_taguser": lambda w, b: w.batch_jobs.start_export(
        "taguser", b["encoding_aeskey"], block_size=b["block_size"], tag_id=b["tagid"]
    ),
    "contact_jobs/export_get_result": lambda w, b: w.batch_jobs.export_result(b["jobid"]),
}
APPS: Calls = {
    "agents/get": lambda w, b: w.agents.get(b["agentid"]),
    "agents/list": lambda w, _: w.agents.list(),
    "agents/set": lambda w, b: w.agents.set(
        b["agentid"],
        name=b["name"],
        description=b["description"],
        logo_media_id=b["logo_mediaid"],
        redirect_domain=b["redirect_domain"],
        home_url=b["home_url"],
        report_location=bool(b["report_location_flag"]),
        report_enter=bool(b["isreportenter"]),
    ),
    "agents/menu_create": lambda w, b: w.agents.create_menu(1000002, _menu(b["button"])),
    "agents/menu_get": lambda w, b: w.agents.menu(b["agentid"]),
    "agents/menu_delete": lambda w, b: w.agents.delete_menu(b["agentid"]),
    **{
        f"agents/set_workbench_template_{kind}": lambda w, b: w.workbench.set_template(
            b["agentid"], _part(b), replace_user_data=b["replace_user_data"]
        )
        for kind in ("keydata", "image", "list", "webview")
    },
    **{
        f"agents/get_workbench_template_{kind}": lambda w, b: w.workbench.template(b["agentid"])
        for kind in ("keydata", "image", "list", "webview")
    },
    "agents/set_workbench_data": lambda w, b: w.workbench.set_data(
        b["agentid"], b["userid"], _part(b)
    ),
    "app_chats/create": lambda w, b: w.app_chats.create(
        b["userlist"], name=b["name"], owner=b["owner"], chat_id=b["chatid"]
    ),
    "app_chats/update": lambda w, b: w.app_chats.update(
        b["chatid"],
        name=b["name"],
        owner=b["owner"],
        add=b["add_user_list"],
        remove=b["del_user_list"],
    ),
    "app_chats/get": lambda w, b: w.app_chats.get(b["chatid"]),
    "app_chats/send": lambda w, b: w.app_chats.send(b["chatid"], message(b), safe=bool(b["safe"])),
    **{
        f"app_chats/send_{kind}": lambda w, b: w.app_chats.send(b["chatid"], message(b))
        for kind in KINDS
    },
    "app_messages/send_text": _send,
    "app_messages/send_miniprogram_notice": _send,
    **{f"app_messages/send_{kind}": _send for kind in KINDS},
    **{f"app_messages/send_card_{kind}": _send for kind in CARDS},
    "app_messages/update_template_card_button": lambda w, b: w.app_messages.disable_button(
        b["agentid"],
        b["response_code"],
        Receivers(b["userids"], b["partyids"], b["tagids"]),
        b["button"]["replace_name"],
    ),
    "app_messages/update_template_card": lambda w, b: w.app_messages.replace_card(
        b["agentid"],
        b["response_code"],
        Receivers(b["userids"]),
        message({"msgtype": "template_card", **b}).card,
        replace_text=b["template_card"]["replace_text"],
        translate_ids=bool(b["enable_id_trans"]),
    ),
    "app_messages/recall": lambda w, b: w.app_messages.recall(b["msgid"]),
    "app_messages/update_taskcard": lambda w, b: w.app_messages.replace_task_card(
        b["agentid"], b["task_id"], b["userids"], b["replace_name"]
    ),
}
_ROBOT = "1f0e4c2a-7d31-4a9b-8c55-0b6e2d94f7a3"
ROBOTS: Calls = {
    **{
        f"robots/send_{kind}": lambda w, b: w.robots.send(_ROBOT, message(b))
        for kind in ("text", "markdown", "markdown_v2", "news", "file", "voice", "template_card")
    },
    "robots/send_image": lambda w, b: w.robots.send(
        _ROBOT, message({"msgtype": "inline", "inline": base64.b64decode(b["image"]["base64"])})
    ),
    "robots/upload_media": lambda w, b: w.robots.upload(_ROBOT, b["type"], *FILE),
}
CALLS: Calls = {**SIGN_IN, **CONTACTS, **APPS, **ROBOTS}
