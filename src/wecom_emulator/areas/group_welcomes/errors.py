"""Refusals: templates that welcome into groups."""

from wecom_emulator.errors import Refusal

MISSING_ID = Refusal(40036, "invalid template_id size")
UNKNOWN_ID = Refusal(40037, "invalid template_id")
LIBRARY_FULL = Refusal(41055, "group welcome templates reach the limit")
NOT_YOURS = Refusal(41058, "no right to edit the template")
EMPTY = Refusal(
    40058,
    "text, image, link, miniprogram, file and video are all empty. invalid Request Parameter",
)
