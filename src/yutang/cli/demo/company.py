"""The demo company: its people, its tags, and the secrets made once for it."""

import os
import random
import secrets
import string
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from pydantic import BaseModel

NAME = "青禾母婴"
LOGIN = "demo"
CHECKER = "demo-check"
AGENT_ID = 1000002
STAFF = 50
CUSTOMERS = 2000
GROUPS = 12
SEED = 20261122

STORES = ("人民路店", "滨江店", "大学城店")
TAG_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("来源", ("门店扫码", "朋友推荐", "直播间", "包裹卡")),
    ("阶段", ("备孕", "孕期", "已有宝宝")),
    ("宝宝月龄", ("0-6 个月", "7-12 个月", "1-3 岁", "3 岁以上")),
    ("关心", ("奶粉", "纸尿裤", "辅食", "童装", "早教")),
    ("会员", ("普通会员", "银卡", "金卡")),
    ("最近互动", ("七天内聊过", "三十天内聊过", "很久没聊")),
    ("买过", ("没买过", "买过一次", "常来")),
    ("参加过", ("新客礼", "周三团购", "宝妈课堂")),
)

_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
_GIVEN = [
    "伟",
    "芳",
    "娜",
    "敏",
    "静",
    "丽",
    "强",
    "磊",
    "洋",
    "艳",
    "勇",
    "杰",
    "娟",
    "涛",
    "明",
    "超",
    "秀英",
    "霞",
    "平",
    "刚",
    "桂英",
    "文博",
    "雨桐",
    "子涵",
    "欣怡",
    "浩然",
    "思远",
    "佳琪",
    "梦洁",
    "晓彤",
    "志强",
    "建国",
    "雅婷",
    "诗涵",
    "一诺",
    "可馨",
    "俊杰",
    "天宇",
    "若曦",
    "语嫣",
]
_ALPHANUMERIC = string.ascii_letters + string.digits


class DemoFile(BaseModel):
    """What `demo.json` keeps: the same company, ports and password at the next start."""

    corpid: str
    agent_id: int = AGENT_ID
    secret: str
    callback_token: str
    aes_key: str
    login: str = LOGIN
    password: str
    """The first one; whoever signs in chooses his own."""
    checker: str = CHECKER
    checker_password: str
    """The account of checks and tests, which nobody is shown."""
    port: int = 7700
    emulator_port: int = 7701


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of a demo and the file in it."""

    path: Path

    @property
    def file(self) -> Path:
        """Where the demo's secrets are."""
        return self.path / "demo.json"

    def read(self) -> DemoFile | None:
        """The demo that was made here, if one was."""
        try:
            return DemoFile.model_validate_json(self.file.read_bytes())
        except FileNotFoundError:
            return None

    def write(self, demo: DemoFile) -> None:
        """Keep `demo`, readable by its owner alone, all or nothing."""
        draft = self.file.with_suffix(".new")
        # The mode is given at creation: a later chmod would leave a moment to read it.
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(demo.model_dump_json(indent=2))
        draft.replace(self.file)


def make_demo() -> DemoFile:
    """Fresh ids and secrets of WeCom's shapes, and a password to sign in with."""
    return DemoFile(
        corpid="ww" + secrets.token_hex(8),
        secret=secrets.token_urlsafe(32),
        callback_token=_letters(24),
        aes_key=_aes_key(),
        password=_letters(14),
        checker_password=_letters(24),
    )


def _letters(count: int) -> str:
    return "".join(secrets.choice(_ALPHANUMERIC) for _ in range(count))


def _aes_key() -> str:
    """43 letters and digits that are the base64 of 32 bytes.

    The last character carries four bits, so only every fourth letter of the alphabet may end it.
    """
    return _letters(42) + secrets.choice("AEIMQUYcgkosw048")


def corp_request(demo: DemoFile, callback_url: str) -> dict[str, Any]:
    """The body that makes the company in the emulator."""
    departments = [{"id": 1, "name": NAME, "parentid": 0, "order": 1}] + [
        {"id": 2 + place, "name": store, "parentid": 1, "order": 2 + place}
        for place, store in enumerate(STORES)
    ]
    return {
        "corpid": demo.corpid,
        "name": NAME,
        "apps": [{"agentid": demo.agent_id, "secret": demo.secret}],
        "callback": {
            "url": callback_url,
            "token": demo.callback_token,
            "encoding_aes_key": demo.aes_key,
        },
        "departments": departments,
        "staff": [
            {
                "userid": f"qinghe{number:03d}",
                "name": name,
                "department": [2 + number % len(STORES)],
            }
            for number, name in enumerate(people_names(STAFF, SEED))
        ],
    }


def sidebar_request(demo: DemoFile, address: str) -> dict[str, Any]:
    """The body that tells the emulator which page the app opens beside a chat."""
    query = urlencode({"corp": demo.corpid, "agent": demo.agent_id})
    return {"agentid": demo.agent_id, "sidebar_url": f"{address}/m/?{query}"}


def populate_request() -> dict[str, Any]:
    """The body that gives the company its customers, tags and groups."""
    return {
        "customers": CUSTOMERS,
        "tag_groups": [{"name": name, "tags": list(tags)} for name, tags in TAG_GROUPS],
        "groups": GROUPS,
        "seed": SEED,
    }


def people_names(count: int, seed: int) -> list[str]:
    """`count` Chinese names, the same for the same seed; they repeat as names do."""
    chance = random.Random(seed)  # noqa: S311 - names, not secrets
    return [chance.choice(_SURNAMES) + chance.choice(_GIVEN) for _ in range(count)]
