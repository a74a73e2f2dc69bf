"""Words of customers' own pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignedInCustomer:
    """Who asks on a customer's page, and the hash of the token he came with."""

    corp_id: int
    customer_id: int
    token_hash: bytes

    @property
    def actor(self) -> str:
        """How the audit names him."""
        return f"customer:{self.customer_id}"
