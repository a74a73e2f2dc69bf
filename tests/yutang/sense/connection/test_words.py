"""Every code has its words in both languages, and no word stands there for nothing."""

import re
import string
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from yutang.kernel.languages import Language
from yutang.sense import connection
from yutang.sense.connection import wording
from yutang.sense.connection.schemas import CheckCode, CheckKey, Finding

HOME = Path(connection.__file__).parent
CODES = [code for code in get_args(CheckCode) if code != "ok"]
KEYS = list(get_args(CheckKey))
FACTS: dict[str, str | int | float] = {
    "errcode": 43009,
    "errmsg": "no",
    "reason": "ConnectError",
    "status": 502,
    "seconds": 400,
    "url": "https://yutang.test/x",
    "address": "https://yutang.test",
    "host": "yutang.test",
    "domain": "other.test",
    "name": "WW_verify_a.txt",
    "came": "HTTP 404",
    "characters": 42,
    "members": 3,
    "departments": 2,
    "change": "bom",
    "count": 7,
    "names": "Alice\nBob",
    "contact_ways": 450_001,
    "contact_ways_limit": 500_000,
    "counted": 1,
    "tags": 9_001,
    "tags_limit": 10_000,
    "calls": 12_000,
    "calls_limit": 150_000,
    "path": "/cgi-bin/user/get",
    "until": "2026-11-26T11:00+08:00",
}


def words(language: str) -> dict[str, Any]:
    """A file of words."""
    return tomllib.loads((HOME / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def texts(tree: dict[str, Any], path: str = "") -> dict[str, str]:
    """All texts by their place."""
    found: dict[str, str] = {}
    for name, value in tree.items():
        here = f"{path}/{name}"
        found |= {here: value} if isinstance(value, str) else texts(value, here)
    return found


def holes(text: str) -> set[str]:
    """What a text has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def finding(code: str, key: str = "token", **more: Any) -> Finding:
    """A finding with every fact there is."""
    return Finding.model_validate(
        {
            "key": key,
            "app": 1000002,
            "status": "failed",
            "code": code,
            "detail": "",
            "seen_at": datetime(2026, 11, 26, tzinfo=UTC),
            "facts": FACTS | more,
        }
    )


def test_both_languages_say_the_same_things() -> None:
    chinese, english = texts(words("zh")), texts(words("en"))
    assert chinese.keys() == english.keys()
    for place, text in chinese.items():
        assert holes(text) == holes(english[place]), place
        assert not re.search(r"[\u3400-\u9fff]", english[place]), place
    silent = {place for place, text in english.items() if not text}
    needed_first = {f"/codes/{code}/means" for code in CODES if code.startswith("needs.")}
    assert silent - needed_first == {"/notes/at_least"} & silent


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_code_is_without_words_and_no_words_without_code(language: Language) -> None:
    said = words(language)
    assert sorted(said["codes"]) == sorted(CODES)
    assert sorted(said["steps"]) == sorted(KEYS)
    links = words("links")["documents"]
    assert set(links) <= set(CODES)
    for code in CODES:
        assert said["codes"][code].keys() == {"what", "means", "where"}, code
        check = wording.put_in_words(finding(code), language)
        for text in (check.what, check.means, check.where):
            assert not re.search(r"[{}]|None", text), code
        assert len(check.what) > 5, code
        assert len(check.where) > 5, code
        needs_no_link = code.startswith("needs.") or re.fullmatch(r"\w+\.(\d+|refused)", code)
        assert needs_no_link or code in links, code


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_fine_says_so_and_sends_nobody_anywhere(language: Language) -> None:
    for key in KEYS:
        check = wording.put_in_words(finding("ok", key), language)
        assert not re.search(r"[{}]|None", check.what + check.means), key
        assert (len(check.what) > 5, check.where) == (True, "")


def test_every_code_is_given_somewhere() -> None:
    """A code that no line gives would keep words that nobody ever reads."""
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in HOME.glob("*.py")
        if path.name not in {"schemas.py", "wording.py"}
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []


def test_the_untrusted_address_is_named_or_said_to_be_the_servers_own() -> None:
    named = wording.put_in_words(finding("wecom.60020", ip="203.0.113.7"), "en")
    assert "add 203.0.113.7;" in named.where
    nameless = wording.put_in_words(finding("wecom.60020"), "en")
    assert nameless.what == "WeCom refused: the outgoing address of this server is not trusted"


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [(400, "快了 7 分钟", "7 minutes ahead of"), (-3600, "慢了 60 分钟", "60 minutes behind")],
)
def test_a_clock_is_off_by_whole_minutes(seconds: int, zh: str, en: str) -> None:
    off = finding("clock.off", "clock", seconds=seconds)
    assert zh in wording.put_in_words(off, "zh").what
    assert en in wording.put_in_words(off, "en").what


def test_who_is_outside_is_named_up_to_the_names_that_are_known() -> None:
    outside = finding("range.outside", "visible_range")
    assert wording.put_in_words(outside, "zh").what.endswith("：Alice、Bob等")
    all_of_them = finding("range.outside", "visible_range", count=2)
    assert "2 (Alice, Bob)" in wording.put_in_words(all_of_them, "en").what


def test_what_was_not_counted_to_its_end_is_said_to_be_at_least() -> None:
    check = wording.put_in_words(finding("ok", "quotas", counted=0, contact_ways=12_000), "en")
    assert check.what.startswith("at least 12,000 contact ways of 500,000; ")
    whole = wording.put_in_words(finding("ok", "quotas", contact_ways=12_000), "zh")
    assert whole.what.startswith("联系我 12,000 个")


def test_the_last_callback_is_told_in_utc() -> None:
    came = finding("ok", "callback", last_at="2026-11-26T10:05+08:00")
    assert "2026-11-26 02:05 UTC" in wording.put_in_words(came, "en").what
    assert "还没有收到过" in wording.put_in_words(finding("ok", "callback"), "zh").what
