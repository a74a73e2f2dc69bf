"""Refusals: imports and exports of contacts."""

from wecom_emulator.errors import Refusal

UNKNOWN_JOB = Refusal(40088, "invalid jobid")
FORGOTTEN_JOB = Refusal(40089, "jobid result has been cleared")
BAD_CONTENT = Refusal(40092, "invalid import file content")
ONE_AT_A_TIME = Refusal(302008, "another import job is running")
BAD_KEY = Refusal(
    40058, "field `encoding_aeskey` is no key of 43 characters. invalid Request Parameter"
)
