"""What the emulator seals, a stranger's library opens, whatever is in it."""

import base64
import string

from hypothesis import given
from hypothesis import strategies as st
from wechatpy.enterprise.crypto import WeChatCrypto
from wechatpy.exceptions import InvalidSignatureException

from wecom_emulator.crypto import Seal

LETTERS = string.ascii_letters + string.digits
CORPIDS = st.from_regex(r"ww[0-9a-f]{16}", fullmatch=True)
TOKENS = st.text(LETTERS, min_size=1, max_size=32)
KEYS = st.binary(min_size=32, max_size=32).map(lambda key: base64.b64encode(key).decode()[:43])
# What XML may hold: the receiver reads text, so surrogates and control characters are out.
MESSAGES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=500)


@given(MESSAGES, CORPIDS, TOKENS, KEYS, st.integers(0, 10**10), st.text(LETTERS, max_size=12))
def test_wechatpy_opens_what_is_sealed(
    message: str, corpid: str, token: str, key: str, timestamp: int, nonce: str
) -> None:
    seal = Seal(token, key, corpid)
    encrypted = seal.encrypt(message.encode())
    assert len(base64.b64decode(encrypted)) % 32 == 0
    body = f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
    signature = seal.sign(str(timestamp), nonce, encrypted)
    crypto = WeChatCrypto(token, key, corpid)
    opened = crypto.decrypt_message(body, signature, str(timestamp), nonce)
    assert (opened if isinstance(opened, str) else opened.decode()) == message
    wrong = ("0" if signature[0] != "0" else "1") + signature[1:]
    try:
        crypto.decrypt_message(body, wrong, str(timestamp), nonce)
    except InvalidSignatureException:
        return
    raise AssertionError(wrong)


def test_the_published_signature() -> None:
    # The vector of wechatpy's own tests: a text sealed with a fixed random part.
    seal = Seal("123456", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a")
    echo = (
        "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="
    )
    assert seal.sign("1411443780", "437374425", echo) == "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96"
    assert seal.sign("1411443780", "437374424", echo) != "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96"
