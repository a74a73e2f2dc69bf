"""What is wrong with a row of a sheet of stores: what, and what to do, in both languages."""

from typing import Final

from yutang.kernel.findings import Words

WORDS: Final[Words] = {
    "number.missing": {
        "zh-CN": ("没有门店编号", "补上编号，更新已有门店也靠它"),
        "en": ("There is no store number", "Add it; known stores are found by it"),
    },
    "number.double": {
        "zh-CN": ("和第 {detail} 行是同一个编号", "两行只留一行"),
        "en": ("The same number as row {detail}", "Keep one of the two rows"),
    },
    "name.missing": {
        "zh-CN": ("没有门店名称", "补上名称"),
        "en": ("There is no name", "Add it"),
    },
    "long": {
        "zh-CN": ("超过 {detail} 个字", "改短一点"),
        "en": ("Longer than {detail} characters", "Shorten it"),
    },
    "coordinate.unreadable": {
        "zh-CN": ("不是一个数字", "写成小数度数，例如 22.5431"),
        "en": ("This is no number", "Write decimal degrees, such as 22.5431"),
    },
    "coordinate.range": {
        "zh-CN": ("超出范围：{detail}", "看看经度和纬度是不是写反了"),
        "en": ("Out of range: {detail}", "See whether latitude and longitude changed places"),
    },
    "coordinate.half": {
        "zh-CN": ("经度和纬度只写了一个", "两个都写，或都空着"),
        "en": ("One of latitude and longitude is missing", "Give both, or neither"),
    },
    "department.unknown": {
        "zh-CN": ("企业微信里没有这个部门", "写部门 ID 或部门名称，和通讯录一致"),
        "en": ("WeCom has no such department", "Write its id or its name as in the directory"),
    },
    "department.several": {
        "zh-CN": ("有 {detail} 个部门叫这个名称", "写部门 ID"),
        "en": ("{detail} departments have this name", "Write the department's id"),
    },
    "account.unknown": {
        "zh-CN": ("企业里没有这个账号：{detail}", "写企业微信账号，不是姓名；刚入职的先同步通讯录"),
        "en": (
            "Nobody here has this account: {detail}",
            "Write the WeCom account, not the name; read the directory anew for newcomers",
        ),
    },
    "account.left": {
        "zh-CN": ("已经离职：{detail}", "换一位在职员工，或去掉"),
        "en": ("Has left: {detail}", "Name somebody who works here, or nobody"),
    },
    "account.many": {
        "zh-CN": ("一家店最多 {detail} 位", "去掉一些，或按部门关联"),
        "en": ("A store has at most {detail}", "Name fewer, or give the store a department"),
    },
    "state.unknown": {
        "zh-CN": ("状态只能是「营业」或「关店」", "改成其中一个，空着就是不变"),
        "en": ("The state is open or closed", "Write one of them; empty changes nothing"),
    },
}
