"""The signed address under which a person refuses marketing; it names him by numbers only."""

import base64
import binascii
import hmac
from typing import Final, NamedTuple

from yutang.kernel.settings import Settings
from yutang.kernel.vault import Vault

from .errors import BadLinkError

PATH: Final = "/p/refuse/"
MARK_BYTES: Final = 12
"""96 bits: nobody guesses one, and the address stays short enough for a text message."""
_LONGEST: Final = 64
_MORE: Final = 0x80


class Addressee(NamedTuple):
    """Whom a link is for."""

    corp_id: int
    customer_id: int


def token_of(vault: Vault, who: Addressee) -> str:
    """The last part of a person's address; the same whenever it is asked for."""
    body = _packed(who.corp_id) + _packed(who.customer_id)
    return base64.urlsafe_b64encode(body + _mark(vault, body)).rstrip(b"=").decode()


def refusal_link(settings: Settings, vault: Vault, corp_id: int, customer_id: int) -> str:
    """The whole address. It has no end: who finds an old message may still refuse."""
    return f"{settings.address}{PATH}{token_of(vault, Addressee(corp_id, customer_id))}"


def longest_link(settings: Settings) -> int:
    """Bytes that a link needs at most, for who counts a text before he knows the person."""
    body = 2 * len(_packed(2**63 - 1)) + MARK_BYTES
    return len(f"{settings.address}{PATH}".encode()) + -(-body * 4 // 3)


def read_token(vault: Vault, token: str) -> Addressee:
    """Whom it is for. Raises BadLinkError for whatever this installation did not sign."""
    try:
        if not token.isascii() or len(token) > _LONGEST:
            raise BadLinkError
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadLinkError from error
    body, mark = raw[:-MARK_BYTES], raw[-MARK_BYTES:]
    if not hmac.compare_digest(mark, _mark(vault, body)):
        raise BadLinkError
    corp_id, rest = _unpacked(body)
    customer_id, rest = _unpacked(rest)
    who = Addressee(corp_id, customer_id)
    if rest or token != token_of(vault, who):
        # Bits of the last letter that no byte uses: another spelling of the same.
        raise BadLinkError
    return who


def _mark(vault: Vault, body: bytes) -> bytes:
    return bytes.fromhex(vault.fingerprint(f"refuse:{body.hex()}"))[:MARK_BYTES]


def _packed(number: int) -> bytes:
    """Seven bits a byte, the lowest first, as protocol buffers do it."""
    found = bytearray()
    while number >= _MORE:
        found.append(number % _MORE | _MORE)
        number >>= 7
    found.append(number)
    return bytes(found)


def _unpacked(data: bytes) -> tuple[int, bytes]:
    number = 0
    for place, byte in enumerate(data[:9]):
        number |= (byte % _MORE) << (7 * place)
        if byte < _MORE:
            return number, data[place + 1 :]
    raise BadLinkError
