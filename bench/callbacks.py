"""Encrypted callbacks as WeCom sends them, made from a seed, as whole HTTP requests."""

import base64
import random
from dataclasses import dataclass

from yutang.wecom.crypto import CallbackCipher

DUPLICATES = 0.05
CORPID = "wwbench0000000001"
AGENT_ID = 1000002
TOKEN = "benchTokenOfTheCorp"  # noqa: S105 - of a corp that exists only while this runs
AES_KEY = base64.b64encode(bytes(range(32))).decode().rstrip("=")
PATH = f"/callbacks/wecom/{CORPID}/{AGENT_ID}"
CREATED_AT = 1_780_000_000

_ADD = """<xml><ToUserName><![CDATA[{corpid}]]></ToUserName>\
<FromUserName><![CDATA[sys]]></FromUserName><CreateTime>{at}</CreateTime>\
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event>\
<ChangeType><![CDATA[add_external_contact]]></ChangeType>\
<UserID><![CDATA[member{member:04d}]]></UserID>\
<ExternalUserID><![CDATA[{customer}]]></ExternalUserID>\
<State><![CDATA[c{member:04d}]]></State><WelcomeCode><![CDATA[{code}]]></WelcomeCode></xml>"""
_EDIT = """<xml><ToUserName><![CDATA[{corpid}]]></ToUserName>\
<FromUserName><![CDATA[sys]]></FromUserName><CreateTime>{at}</CreateTime>\
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event>\
<ChangeType><![CDATA[edit_external_contact]]></ChangeType>\
<UserID><![CDATA[member{member:04d}]]></UserID>\
<ExternalUserID><![CDATA[{customer}]]></ExternalUserID></xml>"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Requests in the order they are sent; `subjects[i]` is what request i is about.

    Half of the distinct ones are adds with a welcome code, half edits; one in twenty requests
    repeats an earlier one byte for byte.
    """

    requests: list[bytes]
    subjects: list[str]


def make_batch(count: int, seed: int) -> Batch:
    """`count` requests, the same for the same seed."""
    chance = random.Random(seed)
    cipher = CallbackCipher(TOKEN, AES_KEY, CORPID)
    requests: list[bytes] = []
    subjects: list[str] = []
    for number in range(count):
        if number and chance.random() < DUPLICATES:
            earlier = chance.randrange(max(0, number - 1000), number)
            requests.append(requests[earlier])
            subjects.append(subjects[earlier])
            continue
        customer = f"wm{seed:04d}{number:08d}{chance.getrandbits(72):018x}"
        xml = (_ADD if number % 2 else _EDIT).format(
            corpid=CORPID,
            at=CREATED_AT + number // 100,
            member=chance.randrange(500),
            customer=customer,
            code=f"{chance.getrandbits(172):043x}",
        )
        requests.append(_request(cipher, xml.encode(), chance))
        subjects.append(customer)
    return Batch(requests, subjects)


def _request(cipher: CallbackCipher, xml: bytes, chance: random.Random) -> bytes:
    encrypted = cipher.encrypt(xml, chance.randbytes(16))
    timestamp, nonce = str(CREATED_AT), str(chance.randrange(10**9))
    signature = cipher.sign(timestamp, nonce, encrypted)
    body = (
        b"<xml><ToUserName><![CDATA[" + CORPID.encode() + b"]]></ToUserName><AgentID><![CDATA["
        b"%d]]></AgentID><Encrypt><![CDATA[" % AGENT_ID + encrypted + b"]]></Encrypt></xml>"
    )
    head = (
        f"POST {PATH}?msg_signature={signature}&timestamp={timestamp}&nonce={nonce} HTTP/1.1\r\n"
        f"Host: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
