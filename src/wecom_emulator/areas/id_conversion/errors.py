"""How ids are refused."""

from wecom_emulator.errors import Refusal

WRONG_KIND = Refusal(41056, "invalid external contact type")
NO_PROVIDER = Refusal(846000, "not a third-party app")
"""Of calls that only third-party and provider-developed apps may make."""
