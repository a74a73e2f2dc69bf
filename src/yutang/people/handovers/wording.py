"""Reasons in words, of ours and of WeCom's codes."""

from typing import Final

from .schemas import HandoverWords

REASONS: Final[dict[str, HandoverWords]] = {
    "twice_in_90_days": HandoverWords(
        zh="90 天内已在职移交过两次，企业微信不再允许",
        en="handed over on the job twice in 90 days; WeCom allows no third time",
    ),
    "under_way": HandoverWords(zh="正在移交中", en="is being handed over already"),
    "not_follower": HandoverWords(zh="不是这名员工的客户", en="is no customer of this member"),
    "not_owner": HandoverWords(zh="群主不是这名员工", en="this member does not own the group"),
    "half_added": HandoverWords(
        zh="客户单方加了好友，员工还没通过", en="the member has not confirmed him as a friend yet"
    ),
    "no_room": HandoverWords(zh="接替员工的客户数已满", en="no taker has room for more customers"),
    "no_taker_in_region": HandoverWords(
        zh="没有接替员工和移交员工在同一区域", en="no taker works in the giver's region"
    ),
    "no_taker_in_store": HandoverWords(
        zh="没有接替员工和移交员工在同一门店", en="no taker works in the giver's store"
    ),
    "leaver_too_long": HandoverWords(
        zh="员工离职已超过一年，企业微信不再允许继承",
        en="the member left more than a year ago; WeCom hands nothing over any more",
    ),
    "taker_not_ready": HandoverWords(
        zh="接替员工未激活、未实名，或没有客户联系权限",
        en="the taker is not activated or verified, or may not have customers",
    ),
    "erased": HandoverWords(zh="客户资料已删除", en="his data was erased"),
    "stopped": HandoverWords(
        zh="移交已停止，没有轮到他", en="the handover was stopped before his turn"
    ),
    "refused": HandoverWords(
        zh="客户拒绝了；也可能是他早已删除原员工",
        en="the customer refused; it may also mean that he had deleted the old member",
    ),
    "full_at_the_end": HandoverWords(
        zh="24 小时到期时接替员工的客户数已满",
        en="the taker's list was full when the 24 hours were over",
    ),
    "no_result": HandoverWords(zh="企业微信没有给出结果", en="WeCom told no result"),
    "unknown_customer": HandoverWords(
        zh="企业微信不认识这位客户", en="WeCom does not know the customer"
    ),
    "unknown_group": HandoverWords(zh="群不存在或已解散", en="the group does not exist any more"),
    "same_member": HandoverWords(zh="移交和接替是同一个人", en="giver and taker are the same"),
    "banned": HandoverWords(zh="员工账号被封禁", en="the member is banned"),
    "no_login_for_a_year": HandoverWords(
        zh="移交或接替的员工一年内没有登录过",
        en="one of the members has not signed in within a year",
    ),
    "not_resigned": HandoverWords(zh="员工还没有离职", en="the member has not left"),
    "resigned": HandoverWords(zh="群主已离职，要用离职继承", en="the owner has left"),
    "group_full": HandoverWords(
        zh="群里微信成员已满，接替员工进不去", en="the group is full of people from WeChat"
    ),
    "not_customer_group": HandoverWords(zh="不是客户群", en="it is no group with customers"),
    "handed_over_before": HandoverWords(
        zh="群已被别人继承", en="somebody inherited the group before"
    ),
    "forbidden": HandoverWords(
        zh="应用没有权限，或员工不在可见范围内", en="the app may not, or does not see the member"
    ),
    "too_many_today": HandoverWords(
        zh="今天的 300 个群已用完，明天继续",
        en="today's 300 groups are used up; it goes on tomorrow",
    ),
    "wecom": HandoverWords(zh="企业微信拒绝了", en="WeCom refused"),
}
_CODES: Final[dict[int, str]] = {
    40003: "forbidden",
    40050: "unknown_group",
    40096: "unknown_customer",
    40097: "not_resigned",
    40098: "taker_not_ready",
    40099: "no_room",
    40100: "under_way",
    40128: "twice_in_90_days",
    40129: "under_way",
    40130: "same_member",
    40131: "not_follower",
    40143: "banned",
    40205: "no_login_for_a_year",
    41054: "taker_not_ready",
    45009: "too_many_today",
    49008: "unknown_group",
    60011: "forbidden",
    60111: "forbidden",
    84074: "taker_not_ready",
    86001: "unknown_group",
    90500: "not_resigned",
    90501: "not_customer_group",
    90502: "resigned",
    90503: "group_full",
    90504: "same_member",
    90507: "under_way",
    90508: "handed_over_before",
    90509: "unknown_group",
}
HEAD: Final = {
    "zh-CN": [
        "客户编号", "客户", "接替员工", "状态", "原因", "企业微信错误码", "移交时间", "结束时间",
    ],
    "en": ["customer id", "customer", "taker", "state", "reason", "WeCom code", "asked", "settled"],
}  # fmt: skip
STATES: Final[dict[str, HandoverWords]] = {
    "planned": HandoverWords(zh="待移交", en="planned"),
    "asking": HandoverWords(zh="正在提交", en="being asked"),
    "asked": HandoverWords(zh="已提交", en="asked"),
    "waiting": HandoverWords(zh="等待接替", en="waiting"),
    "accepted": HandoverWords(zh="已接替", en="accepted"),
    "refused": HandoverWords(zh="客户拒绝", en="refused"),
    "full": HandoverWords(zh="接替员工已满", en="no room"),
    "failed": HandoverWords(zh="失败", en="failed"),
    "excluded": HandoverWords(zh="未移交", en="left out"),
}


def reason_of(errcode: int) -> str:
    """The key of what a code of WeCom's says."""
    return _CODES.get(errcode, "wecom")


def say(reason: str, errcode: int | None = None) -> HandoverWords | None:
    """A reason in words, with WeCom's code where only that tells; None for no reason."""
    if not reason:
        return None
    words = REASONS.get(reason) or HandoverWords(zh=reason, en=reason)
    if reason == "wecom" and errcode:
        return HandoverWords(zh=f"{words.zh}（{errcode}）", en=f"{words.en} ({errcode})")
    return words
