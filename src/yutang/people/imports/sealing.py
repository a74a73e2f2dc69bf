"""Phone numbers on their way into the staging table: never there in the clear."""

from collections.abc import Callable

from yutang.kernel.vault import Vault

from .cleaning import Seal

PHONE_CONTEXT = "customer_identities.phone"

Unseal = Callable[[bytes], str]
"""A number of the staging table in the clear."""


def sealer(vault: Vault) -> Seal:
    """What makes a number its keyed hash and its sealed bytes, as COPY reads them."""

    def seal(phone: str) -> tuple[str, str]:
        return vault.fingerprint(phone), "\\x" + vault.seal(phone, PHONE_CONTEXT).hex()

    return seal


def unsealer(vault: Vault) -> Unseal:
    """What opens a staged number."""

    def unseal(sealed: bytes) -> str:
        return vault.unseal(bytes(sealed), PHONE_CONTEXT)

    return unseal
