"""Refusals: Moments that members post."""

from wecom_emulator.errors import Refusal

INVALID_TEXT = Refusal(40058, "invalid text size")
INVALID_MESSAGE = Refusal(40058, "invalid msg")
TOO_MANY_ATTACHMENTS = Refusal(41064, "invalid attachments size")
INVALID_KINDS = Refusal(41065, "invalid attachments msgtype")
UNKNOWN_TAG = Refusal(40068, "invalid tagid")
UNKNOWN_JOB = Refusal(40088, "invalid jobid")
EXPIRED_JOB = Refusal(40089, "the result of the job is cleared")
MISSING_ID = Refusal(41059, "missing moment_id")
UNKNOWN_ID = Refusal(41060, "invalid moment_id")
NOT_HIS = Refusal(41061, "the moment is not posted by the userid")
NOT_POSTED = Refusal(41062, "the moment is not posted yet")
WRONG_KIND = Refusal(41067, "invalid type of moment")
TOO_MANY_JOBS = Refusal(41078, "too many running jobs")
DISPATCHING = Refusal(41079, "the moment is still being dispatched")
EMPTY = Refusal(41089, "text and attachments are both empty")
MONTH_FULL = Refusal(41210, "moments of the month reach the limit")
NOT_OPENED = Refusal(41211, "moments are not opened")
