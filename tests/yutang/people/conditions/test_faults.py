"""What is wrong is said in the language of who asks, all of it."""

import re
import tomllib
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest

from yutang.people import conditions
from yutang.people.conditions import service as language
from yutang.people.conditions.errors import ConditionError
from yutang.people.conditions.faults import refusal, seen_from

TAG = {"leaf": "tag", "how": "any", "tags": [1]}


def faults(name: str) -> dict[str, dict[str, str]]:
    path = files(conditions).joinpath("words", f"{name}.faults.toml")
    return tomllib.loads(path.read_text("utf-8"))


def refused(raw: object) -> ConditionError:
    with pytest.raises(ConditionError) as error:
        language.parse(raw)
    return error.value


def event(**more: Any) -> dict[str, Any]:
    return {"leaf": "event", "kind": "order.placed", "window": {"kind": "ever"}} | more


def attribute(name: str, **test: Any) -> dict[str, Any]:
    return {"leaf": "attribute", "name": name, "test": test}


@pytest.mark.parametrize(
    ("raw", "english", "chinese"),
    [
        ([], "the conditions: is no condition", "条件：不是条件；写成"),
        (
            {"op": "all", "of": [TAG, {"op": "any", "of": [{**TAG, "tags": ["1"]}]}]},
            "condition 2, condition 1, `tags`, item 1: is “1”; give a whole number",
            "第 2 个条件的第 1 个条件的「标签」的第 1 项：是「1」；改成整数",
        ),
        (
            {**TAG, "tags": [0]},
            "`tags`, item 1: is 0; at least 1 is possible",
            "「标签」的第 1 项：是 0，太小；最小 1",
        ),
        (
            {"leaf": "silence", "days": 9_000},
            "`days`: is 9000; at most 3,650 is possible",
            "「天数」：是 9000，太大；最大 3,650",
        ),
        ({"leaf": "silence"}, "`days`: is missing; `silence` needs it", "「天数」：没有填；补上它"),
        (
            {"leaf": "loss", "what": None, "window": {"kind": "ever"}},
            "`what`: is null; use one of person, relation",
            "「流失什么」：不能是 null；改成 person、relation 之一",
        ),
        (
            {**TAG, "how": "most"},
            "`how`: is “most”; use one of any, all, none, some, untagged",
            "「怎么含」：不能是「most」；改成 any、all、none、有任何标签、没有标签之一",
        ),
        (
            event(compare={"is": "at_least", "n": "3"}),
            "`compare`, `n`: is “3”; give a number",
            "「比较」的「数值」：是「3」；改成数字",
        ),
        (
            event(where=[{"prop": "a", "is": "equals", "values": [None]}]),
            "`where`, item 1, `values`, item 1: is null; give a number, a text, or true or false",
            "「属性条件」的第 1 项的「取值」的第 1 项：是 null；改成数字、文字、「是」或「否」",
        ),
        (
            event(where=[{"prop": "a", "is": "equals", "values": [10**16]}]),
            "`where`, item 1, `values`, item 1: is 10000000000000000; at most",
            "的第 1 项：是 10000000000000000，太大；最大 1,000,000,000,000,000",
        ),
        (
            event(where=[{"prop": "a", "is": "equals", "values": ["长" * 501]}]),
            "is too long a text; at most 500 characters are possible",
            "文字太长；最多 500 个字",
        ),
        (
            {"leaf": "group", "labels": [""]},
            "`labels`, item 1: is an empty text; fill it in",
            "「群标签」的第 1 项：是空的；填上内容",
        ),
        (
            {"leaf": "rfm", "r": [1]},
            "`r`, item 2: is missing; `rfm` needs it",
            "「r」的第 2 项：没有填；补上它",
        ),
        ({**TAG, "colour": 1}, "`colour`: is no part of `tag`", "「colour」：不是这种条件的内容"),
        (
            event(window={"kind": "soon"}),
            "`window`: is no window; its `kind` is one of ever, sliding, before,",
            "「时间」：不是一段时间；改成不限时间、最近、早于、日历、从…到…之一",
        ),
        (
            event(window={"kind": "calendar", "unit": "year", "back": 10}),
            "`window`: goes 10 years back, over 3,650 days; at most 9 are possible",
            "「时间」：往前 10 年，超过了 3,650 天；最多往前 9 年",
        ),
        (
            attribute("gender", **{"is": "less", "values": ["male"]}),
            "`gender` cannot be asked by `less`; use one of equals, in, known, unknown",
            "条件：「性别」不能比「小于」；改成是、是其中之一、有值、企业微信没有提供之一",
        ),
        (
            attribute("birthday", **{"is": "equals", "values": ["2026-02-30"]}),
            "“2026-02-30” is no day between 1900 and 2200; write 2026-03-01",
            "「2026-02-30」不是 1900 到 2200 年的日期；写成 2026-03-01",
        ),
        (
            event(compare={"is": "at_least", "n": 1.5}),
            "compares count with 1.5; use a whole number of at least 0",
            "次数不能和 1.5 比；用不小于 0 的整数",
        ),
    ],
)
def test_a_refusal_is_told_in_both_languages(raw: object, english: str, chinese: str) -> None:
    found = refused(raw)
    assert english in found.detail == found.say("en")
    assert chinese in found.say("zh")
    assert found.say("zh").endswith(found.place("zh")[1])
    assert found.place("zh")[0] == found.place("en")[0] == found.path


def test_seen_from_above_it_says_the_same_of_another_place() -> None:
    found = seen_from("3", refused({"leaf": "silence"}))
    assert found.path == "3.days"
    assert found.say("zh") == "第 4 个条件的「天数」：没有填；补上它"


def test_both_languages_have_words_for_every_fault_and_name_the_same_values() -> None:
    english, chinese = faults("en"), faults("zh-CN")
    for key, told in english["faults"].items():
        said = chinese["faults"][key]
        assert _named(said) <= _named(told), key
        assert re.search(r"[一-鿿]", said) or key == "own", key


def _named(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_a_leaf_with_words_of_its_own_is_heard() -> None:
    found = refusal("0", "own", said="needs a level; choose one")
    assert found.say("zh") == "第 1 个条件：needs a level; choose one"
