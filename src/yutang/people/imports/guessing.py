"""What a header probably means."""

import unicodedata

_NAMES: dict[str, tuple[str, ...]] = {
    "external": ("external_userid", "externaluserid", "外部联系人id", "客户id", "企微客户id"),
    "unionid": ("unionid", "union_id", "微信unionid"),
    "phone": (
        "手机", "手机号", "手机号码", "电话", "电话号码", "联系电话", "联系方式", "移动电话",
        "phone", "phonenumber", "mobile", "mobilephone", "tel", "telephone", "cellphone",
    ),
    "member_number": (
        "会员号", "会员编号", "会员卡号", "会员id", "卡号", "membernumber", "memberno", "memberid",
        "member_id", "member_number", "member_no", "cardno", "cardnumber",
    ),
    "name": ("姓名", "名字", "客户姓名", "客户名称", "会员姓名", "昵称", "称呼", "name", "fullname",
             "nickname", "customername", "customer"),
    "gender": ("性别", "gender", "sex"),
    "birthday": ("生日", "出生日期", "出生年月日", "birthday", "birthdate", "dateofbirth", "dob"),
    "company": ("公司", "公司名称", "企业", "企业名称", "单位", "company", "companyname",
                "organization", "organisation"),
    "stage": ("阶段", "客户阶段", "stage", "customerstage"),
    "tags": ("标签", "客户标签", "tag", "tags", "label", "labels"),
}  # fmt: skip
_BY_HEADER = {header: target for target, headers in _NAMES.items() for header in headers}


def guess_target(header: str) -> str | None:
    """The target that people mean by a folded header, or None."""
    return _BY_HEADER.get(plain(header))


def plain(header: str) -> str:
    """A folded header without marks beside the word."""
    return header.replace("-", "").replace(":", "").replace("*", "")


def folded(header: str) -> str:
    """A header without what people vary: width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", header).lower().split())
