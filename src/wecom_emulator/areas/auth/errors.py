"""How sign-in, tickets and codes are refused."""

from wecom_emulator.errors import Refusal

INVALID_CODE = Refusal(40029, "invalid code")
USED_CODE = Refusal(42022, "code has been used")
EXPIRED_CODE = Refusal(42003, "code expired")
INVALID_TICKET_TYPE = Refusal(91040, "invalid ticket type")
EXPIRED_USER_TICKET = Refusal(84014, "user_ticket expired")
INVALID_USER_TICKET = Refusal(84015, "invalid user_ticket")
INVALID_TFA_CODE = Refusal(40207, "invalid tfa_code")
