"""Nicknames beside a form: PostgreSQL's answer is that of plain Python over random nicknames."""

import os
import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from tests.yutang.act.grouprules.stage import NOW, Shown, make, read, standing
from tests.yutang.rights.conftest import SHOP, Company
from yutang.act.grouprules import patterns
from yutang.act.grouprules.schemas import NicknameForm
from yutang.kernel.db import psycopg_url

BLANKS = " \u3000\u00a0"
SIGNS = {
    "-": "-－—–",
    "+": "+＋",
    "_": "_＿",
    "/": "/／",
    "·": "·•・",
    "|": "|｜",
    " ": "",
}
GENDERS = [
    *("男", "女", "男士", "女士", "先生", "小姐", "男生", "女生"),
    *("M", "F", "m", "f", "Male", "male", "Female", "female"),
]
PARTS = ("name", "gender", "region", "city", "industry", "nickname", "store", "member_number")
EXAMPLES = 400 if os.environ.get("YUTANG_PROOF") else 20
PIECES = [
    *(
        "张三",
        "李",
        "Anna Lee",
        "男",
        "女",
        "male",
        "南山区",
        "深圳",
        "餐饮",
        "3C",
        "80012",
        "8*12",
    ),
    *("小李🌸", "阿里木·买买提", "a", "", " ", "１２", "𠮷野家", "x" * 20, "名" * 21, "南 山"),
]
GLUE = ["-", "－", "+", "_", "/", "·", "|", " ", "\u3000", " - ", "--", "、", "，", ".", ""]


def is_han(one: str) -> bool:
    """A Chinese character."""
    code = ord(one)
    return any(
        first <= code <= last
        for first, last in (
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xF900, 0xFAFF),
            (0x20000, 0x337FF),
        )
    )


def is_letter(one: str) -> bool:
    """Of a language that a name is written in."""
    return is_han(one) or (one.isascii() and one.isalpha()) or 0xC0 <= ord(one) <= 0x24F


def is_digit(one: str) -> bool:
    """0 to 9."""
    return one.isascii() and one.isdigit()


def holds(part: str, word: str, *, split: bool, seps: str) -> bool:
    """Whether a word may stand for a part."""
    inner = "" if split else BLANKS
    if part == "gender":
        return word in GENDERS
    if part == "member_number":
        return 3 <= len(word) <= 20 and all(
            is_digit(c) or c == "*" or (c.isascii() and c.isalpha()) for c in word
        )
    if part in {"nickname", "store"}:
        return 1 <= len(word) <= 20
    most = 20 if part == "name" else 12
    more = "·" if part == "name" and "·" not in seps else ""
    return 2 <= len(word) <= most and all(
        is_letter(c) or c in more + inner or (part == "industry" and is_digit(c)) for c in word
    )


def fits(form: NicknameForm, nickname: str) -> bool:
    """By splitting, as a reader does."""
    any_sign = form.separator == "any"
    seps = "".join(SIGNS.values()) + "、,，." if any_sign else SIGNS[form.separator]
    split = any_sign or form.separator == " "
    words = [""]
    rest = nickname.strip(BLANKS)
    for place, one in enumerate(rest):
        if one in seps:
            words.append("")
        elif split and one in BLANKS:
            # Blanks beside a sign belong to it.
            before, after = rest[:place].rstrip(BLANKS), rest[place:].lstrip(BLANKS)
            beside = before[-1:] in seps or after[:1] in seps
            if not beside and rest[place - 1] not in BLANKS:
                words.append("")
        else:
            words[-1] += one
    words = [word.strip(BLANKS) for word in words]
    return len(words) == len(form.parts) and all(
        holds(part, word, split=split, seps=seps)
        for part, word in zip(form.parts, words, strict=True)
    )


forms = st.builds(
    lambda parts, separator: NicknameForm(parts=parts, separator=separator),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4, unique=True),
    st.sampled_from([*SIGNS, "any"]),
)


def nicknames(form: NicknameForm, rng: random.Random) -> list[str]:
    """Some that fit and some that nearly do."""
    made = [patterns.example(form)]
    for _ in range(60):
        count = max(1, len(form.parts) + rng.choice((-1, 0, 0, 0, 1)))
        sign = rng.choice(GLUE)
        made.append(sign.join(rng.choice(PIECES) for _ in range(count)))
        made.append("".join(rng.choice(PIECES) + rng.choice(GLUE) for _ in range(count)))
    return made


def test_the_expression_says_what_a_reader_says(dsn: str) -> None:
    engine = create_engine(psycopg_url(dsn))
    with engine.connect() as connection:

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            suppress_health_check=[HealthCheck.too_slow],
        )
        @given(form=forms, seed=st.integers(0, 2**32))
        def compare(form: NicknameForm, seed: int) -> None:
            asked = nicknames(form, random.Random(seed))
            found = connection.execute(
                text("select n ~ :match from unnest(cast(:asked as text[])) as n"),
                {"match": patterns.expression(form), "asked": asked},
            )
            told = [bool(row[0]) for row in found]
            assert told[0], "its own example does not fit"
            wanted = [fits(form, one) for one in asked]
            wrong = [
                (one, here, there)
                for one, here, there in zip(asked, told, wanted, strict=True)
                if here != there
            ]
            assert wrong == []

        compare()
    engine.dispose()


async def test_groups_are_counted_and_persons_are_listed_with_what_to_write(
    company: Company,
) -> None:
    people = (
        ("wm0901", "张三-男-南山"),
        ("wm0902", "小白"),
        ("wm0903", ""),
        ("wm0904", "李四 女 福田"),
    )
    ids = await read(
        company,
        Shown("wr1", "bob", people=people, staff=("ann",)),
        Shown("wr2", "carol", people=(("wm0905", "x"),)),
    )
    await company.sign_in("demo")
    form: dict[str, Any] = {"parts": ["name", "gender", "region"], "separator": "any"}
    made = await make(company, notice="", nickname_form=form)
    assert made["nicknames"] == {"fits": 2, "differs": 2, "nameless": 1}
    assert (made["uncounted"], made["nickname_shown"]["zh"]) == (0, "姓名-性别-区域")
    assert "李雷-男-南山区" in made["nickname_request"]["zh"]
    [first] = await standing(company, wrong="nickname", owner_id=company.staff["bob"])
    assert first["nicknames"] == {"fits": 2, "differs": 1, "nameless": 1}

    http = company.world.http
    path = f"/api/groups/{ids['wr1']}/nicknames"
    listed = (await http.get(path)).json()
    assert [(row["nickname"], row["fit"]) for row in listed["items"]] == [("小白", "differs")]
    all_fits: dict[str, Any] = {"fit": ["differs", "nameless"], "limit": 1}
    page = (await http.get(path, params=all_fits)).json()
    rest = (await http.get(path, params=all_fits | {"after": page["next"]})).json()
    names = [row["nickname"] for row in page["items"] + rest["items"]]
    assert (names, rest["next"]) == (["小白", ""], None)
    assert page["counts"] == {"fits": 2, "differs": 1, "nameless": 1}

    # A reading is seen in the group at once, in the counts when the worker has gone round.
    await read(
        company,
        Shown("wr1", "bob", people=(*people[:1], ("wm0902", "白雪-女-罗湖"), *people[2:])),
        at=NOW.replace(year=NOW.year + 1),
    )
    now = (await http.get(f"/api/groups/{ids['wr1']}/rules")).json()["standing"]
    assert now["nicknames"] == {"fits": 3, "differs": 0, "nameless": 1}

    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    seen = (await http.get("/api/group-rules")).json()["items"][0]
    assert seen["nicknames"] == {"fits": 2, "differs": 1, "nameless": 1}
