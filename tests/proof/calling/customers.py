"""Codes, links, customers, ids, tags, rule groups, handover, groups."""

from collections.abc import Mapping
from typing import Any

from yutang.wecom.acquisition_links import LinkPriority, LinkRange, PriorityKind
from yutang.wecom.attachments import ImageAttachment
from yutang.wecom.conclusions import Conclusions
from yutang.wecom.contact_ways import NewContactWay, Scene, TemporaryChat
from yutang.wecom.external_ids import TemporarySource, TemporaryUser
from yutang.wecom.groups import GroupStatus
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.statistics import GroupOrder
from yutang.wecom.strategies import NewStrategy, Privilege, StrategyRange
from yutang.wecom.tags import NewTag

from .calling import Calls

Body = dict[str, Any]


def _conclusions(told: Mapping[str, Any]) -> Conclusions:
    picture = told.get("image")
    return Conclusions(
        told["text"]["content"],
        None if picture is None else ImageAttachment(picture["media_id"]),
    )


def _temporary(b: Body) -> TemporaryChat:
    return TemporaryChat(
        b["expires_in"], b["chat_expires_in"], b["unionid"], _conclusions(b["conclusions"])
    )


def _way(b: Body) -> NewContactWay:
    return NewContactWay(
        b["user"],
        b["state"],
        b.get("remark", ""),
        skip_verify=b["skip_verify"],
        departments=b.get("party", ()),
        scene=Scene(b["scene"]),
        is_exclusive=b.get("is_exclusive", False),
        temporary=_temporary(b) if b.get("is_temp") else None,
    )


def _join(b: Body) -> NewJoinWay:
    return NewJoinWay(
        b["chat_id_list"],
        b["state"],
        b.get("remark", ""),
        bool(b["auto_create_room"]),
        b.get("room_base_name", ""),
        b.get("room_base_id"),
        Scene(b["scene"]),
    )


def _range(told: Mapping[str, Any]) -> LinkRange:
    return LinkRange(told.get("user_list", ()), told.get("department_list", ()))


def _priority(told: Mapping[str, Any]) -> LinkPriority:
    return LinkPriority(PriorityKind(told["priority_type"]), told.get("priority_userid_list", ()))


def _new_tags(b: Body) -> list[NewTag]:
    return [NewTag(tag["name"], tag["order"]) for tag in b["tag"]]


def _nodes(rows: list[Mapping[str, Any]]) -> StrategyRange:
    return StrategyRange(
        [row["userid"] for row in rows if row["type"] == 1],
        [row["partyid"] for row in rows if row["type"] == 2],
    )


def _strategy(b: Body) -> NewStrategy:
    return NewStrategy(
        b["strategy_name"],
        b["admin_list"],
        _nodes(b["range"]),
        b["parent_id"],
        Privilege(**b["privilege"]),
    )


def _strategy_calls(area: str, name: str) -> Calls:
    return {
        f"{area}/list": lambda w, _: getattr(w, name).list(),
        f"{area}/get": lambda w, b: getattr(w, name).get(b["strategy_id"]),
        f"{area}/get_range": lambda w, b: getattr(w, name).range(b["strategy_id"]),
        f"{area}/create": lambda w, b: getattr(w, name).create(_strategy(b)),
        f"{area}/edit": lambda w, b: getattr(w, name).edit(
            b["strategy_id"],
            name=b["strategy_name"],
            admins=b["admin_list"],
            privilege=Privilege(**b["privilege"]),
            add=_nodes(b["range_add"]),
            remove=_nodes(b["range_del"]),
        ),
        f"{area}/del": lambda w, b: getattr(w, name).delete(b["strategy_id"]),
    }


CODES: Calls = {
    "contact_ways/add_contact_way": lambda w, b: w.contact_ways.add(_way(b)),
    "contact_ways/add_contact_way_temporary": lambda w, b: w.contact_ways.add(_way(b)),
    "contact_ways/list_contact_way": lambda w, b: w.contact_ways.config_ids(
        b["start_time"], b["end_time"]
    ),
    "contact_ways/update_contact_way": lambda w, b: w.contact_ways.update(
        b["config_id"],
        userids=b["user"],
        departments=b["party"],
        state=b["state"],
        remark=b["remark"],
        skip_verify=b["skip_verify"],
    ),
    "contact_ways/update_contact_way_temporary": lambda w, b: w.contact_ways.update(
        b["config_id"], temporary=_temporary(b)
    ),
    "contact_ways/del_contact_way": lambda w, b: w.contact_ways.delete(b["config_id"]),
    "contact_ways/close_temp_chat": lambda w, b: w.contact_ways.close_temporary_chat(
        b["userid"], b["external_userid"]
    ),
    **dict.fromkeys(
        (
            "contact_ways/get_contact_way",
            "contact_ways/get_contact_way_button",
            "contact_ways/get_contact_way_temporary",
            "contact_ways/get_contact_way_conclusion_link",
            "contact_ways/get_contact_way_conclusion_miniprogram",
        ),
        lambda w, b: w.contact_ways.get(b["config_id"]),
    ),
    "join_ways/add_join_way": lambda w, b: w.join_ways.add(_join(b)),
    "join_ways/get_join_way": lambda w, b: w.join_ways.get(b["config_id"]),
    "join_ways/update_join_way": lambda w, b: w.join_ways.update(b["config_id"], _join(b)),
    "join_ways/del_join_way": lambda w, b: w.join_ways.delete(b["config_id"]),
    "acquisition_links/list_link": lambda w, _: w.acquisition_links.list(),
    "acquisition_links/get": lambda w, b: w.acquisition_links.get(b["link_id"]),
    "acquisition_links/create_link": lambda w, b: w.acquisition_links.create(
        b["link_name"],
        _range(b["range"]),
        skip_verify=b["skip_verify"],
        priority=_priority(b["priority_option"]),
    ),
    "acquisition_links/update_link": lambda w, b: w.acquisition_links.update(
        b["link_id"],
        name=b["link_name"],
        range_=_range(b["range"]),
        skip_verify=b["skip_verify"],
        priority=_priority(b["priority_option"]),
    ),
    "acquisition_links/delete_link": lambda w, b: w.acquisition_links.delete(b["link_id"]),
    "acquisition_links/customer": lambda w, b: w.acquisition_links.customers(b["link_id"]),
    "acquisition_links/quota": lambda w, _: w.acquisition_links.quota(),
    "acquisition_links/statistic": lambda w, b: w.acquisition_links.statistic(
        b["link_id"], b["start_time"], b["end_time"]
    ),
    "acquisition_links/get_chat_info": lambda w, b: w.acquisition_links.chat_info(b["chat_key"]),
}
PEOPLE: Calls = {
    "customers/get_follow_user_list": lambda w, _: w.customers.follow_user_list(),
    "customers/list": lambda w, b: w.customers.list_ids(b["userid"]),
    "customers/get": lambda w, b: w.customers.get(b["external_userid"]),
    "customers/get_partner": lambda w, b: w.customers.get(b["external_userid"]),
    "customers/get_by_user": lambda w, b: w.customers.batch_by_user(b["userid_list"]),
    "customers/remark": lambda w, b: w.customers.remark(
        b["userid"],
        b["external_userid"],
        remark=b["remark"],
        description=b["description"],
        company=b["remark_company"],
        mobiles=b["remark_mobiles"],
        picture_media_id=b["remark_pic_mediaid"],
    ),
    "customers/contact_list": lambda w, _: w.customers.contact_list(),
    "id_conversion/convert_to_openid": lambda w, b: w.external_ids.openid(b["external_userid"]),
    "id_conversion/opengid_to_chatid": lambda w, b: w.external_ids.chat_id(b["opengid"]),
    "id_conversion/from_service_external_userid": lambda w, b: w.external_ids.from_service(
        b["external_userid"], b["source_agentid"]
    ),
    **dict.fromkeys(
        (
            "id_conversion/convert_tmp_external_userid",
            "id_conversion/convert_tmp_external_userid_member",
        ),
        lambda w, b: w.external_ids.from_temporary(
            TemporarySource(b["business_type"]),
            TemporaryUser(b["user_type"]),
            b["tmp_external_userid_list"],
        ),
    ),
    "id_conversion/user_convert_to_openid": lambda w, b: w.members.openid(b["userid"]),
    "id_conversion/user_convert_to_userid": lambda w, b: w.members.id_by_openid(b["openid"]),
    "id_conversion/openuserid_to_userid": lambda w, b: w.member_ids.from_provider(
        b["open_userid_list"], b["source_agentid"]
    ),
    "handover/transfer_customer": lambda w, b: w.handover.transfer(
        b["handover_userid"],
        b["takeover_userid"],
        b["external_userid"],
        message=b["transfer_success_msg"],
    ),
    "handover/transfer_result": lambda w, b: w.handover.results(
        b["handover_userid"], b["takeover_userid"]
    ),
    "handover/onjob_transfer": lambda w, b: w.handover.transfer_groups(
        b["chat_id_list"], b["new_owner"]
    ),
    "handover/get_unassigned_list": lambda w, _: w.handover.unassigned(),
    "handover/resigned_transfer_customer": lambda w, b: w.handover.transfer_resigned(
        b["handover_userid"], b["takeover_userid"], b["external_userid"]
    ),
    "handover/resigned_transfer_result": lambda w, b: w.handover.resigned_results(
        b["handover_userid"], b["takeover_userid"]
    ),
    "handover/groupchat_transfer": lambda w, b: w.handover.transfer_resigned_groups(
        b["chat_id_list"], b["new_owner"]
    ),
}
TAGS: Calls = {
    "tags/get_corp_tag_list": lambda w, _: w.tags.list(),
    "tags/get_corp_tag_list_by_tag": lambda w, b: w.tags.list(tag_ids=b["tag_id"]),
    "tags/add_corp_tag": lambda w, b: w.tags.add(
        _new_tags(b), group_name=b["group_name"], order=b["order"]
    ),
    "tags/edit_corp_tag": lambda w, b: w.tags.edit(b["id"], name=b["name"], order=b["order"]),
    "tags/del_corp_tag": lambda w, b: w.tags.delete(tag_ids=b["tag_id"], group_ids=b["group_id"]),
    "tags/mark_tag": lambda w, b: w.tags.mark(
        b["userid"], b["external_userid"], add=b["add_tag"], remove=b["remove_tag"]
    ),
    "tags/get_strategy_tag_list": lambda w, b: w.strategy_tags.list(strategy_id=b["strategy_id"]),
    "tags/add_strategy_tag": lambda w, b: w.strategy_tags.add(
        b["strategy_id"], _new_tags(b), group_name=b["group_name"], order=b["order"]
    ),
    "tags/edit_strategy_tag": lambda w, b: w.strategy_tags.edit(
        b["id"], name=b["name"], order=b["order"]
    ),
    "tags/del_strategy_tag": lambda w, b: w.strategy_tags.delete(
        tag_ids=b["tag_id"], group_ids=b["group_id"]
    ),
    **_strategy_calls("strategies", "strategies"),
    **_strategy_calls("moment_strategies", "moment_strategies"),
}
GROUPS: Calls = {
    "groups/list": lambda w, b: w.groups.list(
        b["owner_filter"]["userid_list"], status=GroupStatus(b["status_filter"])
    ),
    "groups/get": lambda w, b: w.groups.get(b["chat_id"], need_name=bool(b["need_name"])),
    "groups/statistic": lambda w, b: w.statistics.groups_by_owner(
        b["day_begin_time"],
        b["day_end_time"],
        owners=b["owner_filter"]["userid_list"],
        order=GroupOrder(b["order_by"]),
        ascending=bool(b["order_asc"]),
    ),
    "groups/statistic_group_by_day": lambda w, b: w.statistics.groups_by_day(
        b["day_begin_time"], b["day_end_time"], owners=b["owner_filter"]["userid_list"]
    ),
    "groups/get_user_behavior_data": lambda w, b: w.statistics.behavior(
        b["start_time"], b["end_time"], userids=b["userid"], departments=b["partyid"]
    ),
}
CALLS: Calls = {**CODES, **PEOPLE, **TAGS, **GROUPS}
