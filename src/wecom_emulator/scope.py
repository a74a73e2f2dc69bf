"""What is answered under another name, and what this emulator leaves out on purpose."""

from dataclasses import dataclass

PREFIX = "/cgi-bin/"
_CONTACT = "externalcontact/"

ALIASES = {
    "crm/get_external_contact_list": f"{_CONTACT}list",
    "crm/get_customer_contacts": f"{_CONTACT}get_follow_user_list",
    "crm/get_external_contact": f"{_CONTACT}get",
    "crm/add_contact_way": f"{_CONTACT}add_contact_way",
    "crm/get_contact_way": f"{_CONTACT}get_contact_way",
    "crm/update_contact_way": f"{_CONTACT}update_contact_way",
    "crm/del_contact_way": f"{_CONTACT}del_contact_way",
    "crm/add_msg_template": f"{_CONTACT}add_msg_template",
    "crm/get_group_msg_result": f"{_CONTACT}get_group_msg_result",
    "crm/get_user_behavior_data": f"{_CONTACT}get_user_behavior_data",
    "crm/get_unassigned_list": f"{_CONTACT}get_unassigned_list",
    "crm/transfer_external_contact": f"{_CONTACT}transfer",
}
"""Paths of before 2019 that still answer."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A family of APIs that is known and not emulated: it answers 48002.

    `begins` is how its paths begin, `source` the page of the facts that names them.
    """

    begins: str
    what: str
    was: str
    source: str


OUTSIDE = (
    Outside("kf/", "WeCom customer service accounts", "微信客服", "kf"),
    Outside("msgaudit/", "the conversation archive", "会话内容存档", "msgaudit"),
    Outside("message/getchat", "data of the conversation archive", "会话内容存档", "msgaudit"),
    Outside("finance/", "data of the conversation archive", "会话内容存档", "msgaudit"),
    Outside("chatdata/", "the archive's data zone", "会话数据专区", "msgaudit"),
    Outside("living/", "live shows", "直播", "openplatform_misc"),
    Outside("externalpay/", "money from outside", "对外收款", "pay"),
    Outside("service/", "third-party apps and suites", "第三方应用", "auth_token"),
    Outside("corpgroup/", "corps up and down stream", "上下游", "openplatform_misc"),
    Outside("linkedcorp/", "linked corps", "互联企业", "openplatform_misc"),
    Outside("security/", "logs and devices", "安全管理", "openplatform_misc"),
    Outside("dial/", "telephone calls", "公费电话", "openplatform_misc"),
    Outside("pstncc/", "telephone calls", "公费电话", "openplatform_misc"),
    Outside("hr/", "personnel files", "人事助手", "openplatform_misc"),
    Outside("card/invoice/", "electronic invoices", "电子发票", "openplatform_misc"),
    Outside("checkin/", "check-in", "打卡", "openplatform_misc"),
    Outside("oa/", "approval and calendars", "审批、日程", "openplatform_misc"),
)
"""Known and out of scope. A path that an area serves is in scope, whatever stands here."""


RETIRED = ("externalcontact/transfer", "externalcontact/get_transfer_result")
"""No longer maintained, each replaced by one for the job and one for who left: 48005."""


def api_of(path: str) -> str:
    """The name of the API behind a path: without the prefix, under its own name."""
    name = path.removeprefix(PREFIX)
    return ALIASES.get(name, name)


def is_outside(name: str) -> bool:
    """Whether an API is known and left out."""
    return name.startswith(tuple(each.begins for each in OUTSIDE))
