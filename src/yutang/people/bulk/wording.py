"""Words of the result file: it is read without the pages that know them."""

from typing import Final

from .schemas import Language

HEAD: Final[dict[Language, list[str]]] = {
    "zh-CN": ["客户 ID", "昵称", "结果", "原因"],
    "en": ["Customer ID", "Name", "Outcome", "Reason"],
}
_DONE: Final[dict[str, dict[Language, str]]] = {
    "changed": {"zh-CN": "已完成", "en": "Done"},
    "would_changed": {"zh-CN": "会完成", "en": "Would be done"},
    "not_done": {"zh-CN": "没有做到这位", "en": "Not reached"},
}
_SKIPPED: Final[dict[Language, str]] = {"zh-CN": "跳过", "en": "Skipped"}
_REASONS: Final[dict[str, dict[Language, str]]] = {
    "already": {"zh-CN": "已经是这样", "en": "Was so already"},
    "missing": {"zh-CN": "不是这家企业的客户", "en": "No customer of this company"},
    "lost": {"zh-CN": "已流失，没有员工是好友", "en": "Lost: nobody here is a friend"},
    "other_in_wecom": {
        "zh-CN": "在企业微信里有同组的另一个标签",
        "en": "Wears another tag of this exclusive group in WeCom",
    },
    "in_wecom": {"zh-CN": "企业微信里也有这个标签", "en": "Wears this tag in WeCom too"},
    "not_worn": {"zh-CN": "没有这个标签", "en": "Did not wear this tag"},
    "changed_since": {"zh-CN": "之后又改过", "en": "Changed again since"},
}


def word(code: str, language: Language) -> tuple[str, str]:
    """Outcome and reason in words; a reason that has none is told by its code."""
    if code in _DONE:
        return _DONE[code][language], ""
    return _SKIPPED[language], _REASONS.get(code, {}).get(language, code)
