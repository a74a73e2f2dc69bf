"""WeCom's own npm package @wecom/crypto and we read what the other sealed, and sign alike."""

import json
import os
import random
import shutil
import subprocess
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

import pytest

from wecom_emulator.crypto import Seal
from yutang.wecom.auth import sign_js
from yutang.wecom.crypto import CallbackCipher

WEB = Path(__file__).parents[3] / "web"
RECEIVER, TOKEN, TIMESTAMP, NONCE = "ww0123456789abcdef", "tokenOfACallback", "1770000001", "9f2"
_LETTERS = "abcXYZ 019<>&\"'\n\t\\]鱼塘客户🐟é"


def messages() -> list[str]:
    """Texts of every length around the blocks of 32 bytes, and some that are long."""
    chance = random.Random(7)
    lengths = [*range(70), 1000, 40_000]
    return ["".join(chance.choices(_LETTERS, k=length)) for length in lengths]


def keys() -> list[str]:
    """Keys as WeCom's console makes them: 43 letters and digits."""
    chance = random.Random(11)
    return ["".join(chance.choices(ascii_letters + digits, k=43)) for _ in range(4)]


@pytest.fixture(scope="module")
def peer() -> Any:
    """Ask the package many things at once."""
    node = shutil.which(
        "node", path=f"{WEB.parent}/.tools/node/bin{os.pathsep}{os.environ['PATH']}"
    )
    assert node is not None, "Node is missing; `make setup` fetches it"

    def ask(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, "tools/wecom-peer.mjs"],
            cwd=WEB,
            input="".join(json.dumps(request) + "\n" for request in requests),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask


def cases() -> list[tuple[str, str]]:
    """Each message with one of the keys."""
    found = keys()
    return [(found[place % len(found)], message) for place, message in enumerate(messages())]


def test_the_package_opens_what_we_and_the_emulator_seal(peer: Any) -> None:
    sealed = []
    for key, message in cases():
        cipher, seal = CallbackCipher(TOKEN, key, RECEIVER), Seal(TOKEN, key, RECEIVER)
        ours = cipher.encrypt(message.encode()).decode()
        theirs = seal.encrypt(message.encode())
        sealed += [
            (message, key, ours, cipher.sign(TIMESTAMP, NONCE, ours.encode())),
            (message, key, theirs, seal.sign(TIMESTAMP, NONCE, theirs)),
        ]
    common = {"verb": "open", "token": TOKEN, "timestamp": TIMESTAMP, "nonce": NONCE}
    opened = peer([common | {"key": key, "encrypted": text} for _, key, text, _ in sealed])
    assert len(opened) == len(sealed) == 2 * len(messages())
    for (message, _, _, signature), found in zip(sealed, opened, strict=True):
        assert found == {"message": message, "id": RECEIVER, "signature": signature}


def test_we_open_what_the_package_seals(peer: Any) -> None:
    common = {"verb": "seal", "token": TOKEN, "timestamp": TIMESTAMP, "nonce": NONCE}
    asked = [common | {"key": key, "message": text, "id": RECEIVER} for key, text in cases()]
    for (key, message), sealed in zip(cases(), peer(asked), strict=True):
        cipher = CallbackCipher(TOKEN, key, RECEIVER)
        opened = cipher.open(sealed["signature"], TIMESTAMP, NONCE, sealed["encrypted"].encode())
        assert opened.decode() == message


def test_pages_are_signed_alike(peer: Any) -> None:
    urls = (
        "https://e.cn/",
        "https://e.cn/客户?id=1&x=%20",
        "https://e.cn/a?b#c",
        "http://e.cn/#/p",
    )
    # The package signs what it is given; a browser's address is given to it without its anchor.
    asked = [
        {
            "verb": "page",
            "url": url.partition("#")[0],
            "ticket": "kgt8ON7yVITDhtdw",
            "nonceStr": "n",
            "timestamp": 17,
        }
        for url in urls
    ]
    for url, signed in zip(urls, peer(asked), strict=True):
        assert signed["signature"] == sign_js("kgt8ON7yVITDhtdw", "n", 17, url)
