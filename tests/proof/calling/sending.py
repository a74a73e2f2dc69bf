"""Broadcasts, welcomes, Moments, products, rules against words, files."""

from collections.abc import Mapping, Sequence
from typing import Any

from yutang.wecom.attachments import (
    Attachment,
    FileAttachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    MomentLink,
    VideoAttachment,
)
from yutang.wecom.broadcasts import CustomerBroadcast, GroupBroadcast
from yutang.wecom.intercepts import Intercept, Nodes, Semantics
from yutang.wecom.moments import NewMoment

from .calling import FILE, Calls

Body = dict[str, Any]
_ATTACHMENTS: dict[str, type[Attachment]] = {
    "image": ImageAttachment,
    "link": LinkAttachment,
    "miniprogram": MiniProgramAttachment,
    "video": VideoAttachment,
    "file": FileAttachment,
}
_SCENES = {"1": "moment", "2": "album"}


def _attachments(b: Body) -> list[Attachment]:
    return [
        _ATTACHMENTS[each["msgtype"]](**each[each["msgtype"]]) for each in b.get("attachments", ())
    ]


def _part(b: Body) -> Attachment:
    [kind] = set(_ATTACHMENTS) & set(b)
    return _ATTACHMENTS[kind](**b[kind])


def _to_customers(b: Body) -> CustomerBroadcast:
    lists = b.get("tag_filter", {}).get("group_list", [])
    return CustomerBroadcast(
        b["text"]["content"],
        _attachments(b),
        b.get("external_userid", ()),
        [each["tag_list"] for each in lists],
        b.get("sender"),
        b.get("allow_select", False),
    )


def _moment(b: Body) -> NewMoment:
    kinds = {"image": ImageAttachment, "video": VideoAttachment, "link": MomentLink}
    seen = b.get("visible_range", {})
    senders = seen.get("sender_list", {})
    return NewMoment(
        b.get("text", {}).get("content", ""),
        [kinds[each["msgtype"]](**each[each["msgtype"]]) for each in b["attachments"]],
        senders.get("user_list", ()),
        senders.get("department_list", ()),
        seen.get("external_contact_list", {}).get("tag_list", ()),
    )


def _nodes(told: Mapping[str, Sequence[Any]]) -> Nodes:
    return Nodes(told.get("user_list", ()), told.get("department_list", ()))


def _media_ids(b: Body) -> list[str]:
    return [each["image"]["media_id"] for each in b["attachments"]]


MESSAGES: Calls = {
    "broadcasts/add_msg_template": lambda w, b: w.broadcasts.add_to_customers(_to_customers(b)),
    "broadcasts/add_msg_template_by_tags": lambda w, b: w.broadcasts.add_to_customers(
        _to_customers(b)
    ),
    "broadcasts/add_msg_template_to_groups": lambda w, b: w.broadcasts.add_to_groups(
        GroupBroadcast(b["sender"], b["text"]["content"], (), b["chat_id_list"])
    ),
    "broadcasts/get_groupmsg_list_v2": lambda w, b: w.broadcasts.list(
        b["chat_type"], b["start_time"], b["end_time"], filter_type=b["filter_type"]
    ),
    "broadcasts/get_groupmsg_task": lambda w, b: w.broadcasts.tasks(b["msgid"]),
    **dict.fromkeys(
        (
            "broadcasts/get_groupmsg_send_result",
            "broadcasts/get_groupmsg_send_result_of_groups",
        ),
        lambda w, b: w.broadcasts.results(b["msgid"], b["userid"]),
    ),
    "broadcasts/get_group_msg_result": lambda w, b: w.broadcasts.old_results(b["msgid"]),
    "broadcasts/remind_groupmsg_send": lambda w, b: w.broadcasts.remind(b["msgid"]),
    "broadcasts/cancel_groupmsg_send": lambda w, b: w.broadcasts.cancel(b["msgid"]),
    "welcomes/send_welcome_msg": lambda w, b: w.welcome.send(
        b["welcome_code"], b["text"]["content"], _attachments(b)
    ),
    **{
        f"group_welcomes/add_{kind}": lambda w, b: w.group_welcomes.add(
            b["text"]["content"], _part(b), notify=bool(b["notify"])
        )
        for kind in _ATTACHMENTS
    },
    **{
        f"group_welcomes/get_{kind}": lambda w, b: w.group_welcomes.get(b["template_id"])
        for kind in _ATTACHMENTS
    },
    "group_welcomes/edit": lambda w, b: w.group_welcomes.edit(
        b["template_id"], b["text"]["content"], _part(b)
    ),
    "group_welcomes/del": lambda w, b: w.group_welcomes.delete(b["template_id"]),
}
POSTS: Calls = {
    **dict.fromkeys(
        (
            "moments/add_moment_task",
            "moments/add_moment_task_video",
            "moments/add_moment_task_link",
        ),
        lambda w, b: w.moments.add_task(_moment(b)),
    ),
    "moments/get_moment_task_result": lambda w, b: w.moments.task_result(b["jobid"]),
    "moments/cancel_moment_task": lambda w, b: w.moments.cancel(b["moment_id"]),
    "moments/get_moment_list": lambda w, b: w.moments.list(
        b["start_time"], b["end_time"], filter_type=b["filter_type"]
    ),
    "moments/get_moment_task": lambda w, b: w.moments.tasks(b["moment_id"]),
    "moments/get_moment_customer_list": lambda w, b: w.moments.customers(
        b["moment_id"], b["userid"]
    ),
    "moments/get_moment_send_result": lambda w, b: w.moments.seen_by(b["moment_id"], b["userid"]),
    "moments/get_moment_comments": lambda w, b: w.moments.reactions(b["moment_id"], b["userid"]),
    "products/add_product_album": lambda w, b: w.products.add(
        b["description"], b["price"], _media_ids(b), number=b["product_sn"]
    ),
    "products/get_product_album": lambda w, b: w.products.get(b["product_id"]),
    "products/get_product_album_list": lambda w, _: w.products.list(),
    "products/update_product_album": lambda w, b: w.products.update(
        b["product_id"],
        description=b["description"],
        price=b["price"],
        number=b["product_sn"],
        media_ids=_media_ids(b),
    ),
    "products/delete_product_album": lambda w, b: w.products.delete(b["product_id"]),
    "intercepts/add_intercept_rule": lambda w, b: w.intercepts.add(
        b["rule_name"],
        b["word_list"],
        intercept=Intercept(b["intercept_type"]),
        nodes=_nodes(b["applicable_range"]),
        semantics=[Semantics(each) for each in b["semantics_list"]],
    ),
    "intercepts/get_intercept_rule_list": lambda w, _: w.intercepts.list(),
    "intercepts/get_intercept_rule": lambda w, b: w.intercepts.get(b["rule_id"]),
    "intercepts/get_intercept_rule_nested": lambda w, b: w.intercepts.get(b["rule_id"]),
    "intercepts/update_intercept_rule": lambda w, b: w.intercepts.update(
        b["rule_id"],
        name=b["rule_name"],
        words=b["word_list"],
        intercept=Intercept(b["intercept_type"]),
        semantics=[Semantics(each) for each in b["extra_rule"]["semantics_list"]],
        add=_nodes(b["add_applicable_range"]),
        remove=_nodes(b["remove_applicable_range"]),
    ),
    "intercepts/del_intercept_rule": lambda w, b: w.intercepts.delete(b["rule_id"]),
}
FILES: Calls = {
    **dict.fromkeys(
        ("media/upload_image", "media/upload_voice", "media/upload_video", "media/upload_file"),
        lambda w, b: w.media.upload(b["type"], *FILE),
    ),
    "media/uploadimg": lambda w, _: w.media.upload_picture(*FILE),
    **dict.fromkeys(
        (
            "media/upload_attachment_moment",
            "media/upload_attachment_film",
            "media/upload_attachment_album",
        ),
        lambda w, b: w.media.upload_attachment(
            _SCENES[b["attachment_type"]],  # type: ignore[arg-type]
            b["media_type"],
            *FILE,
        ),
    ),
    "media/upload_by_url": lambda w, b: w.media.upload_by_url(
        b["type"], b["filename"], b["url"], b["md5"]
    ),
    **dict.fromkeys(
        ("media/get_upload_by_url_result", "media/get_upload_by_url_result_failed"),
        lambda w, b: w.media.upload_result(b["jobid"]),
    ),
}
CALLS: Calls = {**MESSAGES, **POSTS, **FILES}
