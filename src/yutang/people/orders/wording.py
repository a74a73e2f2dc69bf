"""Reasons in words, as an operator or member reads them."""

from typing import Final

from .schemas import Language

_WORDS: Final[dict[str, dict[Language, str]]] = {
    "again": {
        "zh-CN": "买过 {times} 次，最近一次 {last}",
        "en": "Bought {times} times, last on {last}",
    },
    "goes_with": {
        "zh-CN": (
            "他买过「{first}」；含它的 {of} 单里有 {together} 单也买了「{name}」（{share}%）"
        ),
        "en": ("He bought {first}; of {of} orders with it {together} also had {name} ({share} %)"),
    },
    "refill_own": {
        "zh-CN": "他通常每 {days} 天买一次（按他的 {times} 次购买），距上次已 {passed} 天",
        "en": (
            "He usually buys it every {days} days (by his {times} buys); {passed} days have passed"
        ),
    },
    "refill_all": {
        "zh-CN": "顾客通常每 {days} 天再买一次（按 {gaps} 次再次购买），他距上次已 {passed} 天",
        "en": (
            "People buy it again every {days} days (by {gaps} repeats); {passed} days have passed"
            " since his last"
        ),
    },
}


def reason(key: str, **values: object) -> dict[Language, str]:
    """The reason in each language."""
    return {language: told.format(**values) for language, told in _WORDS[key].items()}
