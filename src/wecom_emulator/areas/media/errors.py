"""Refusals: files that are sent and their lives."""

from wecom_emulator.errors import Refusal

BAD_FILE = Refusal(40004, "invalid media type")
BAD_KIND = Refusal(40005, "invalid file type")
BAD_SIZE = Refusal(40006, "invalid meida size")
BAD_PICTURE_SIZE = Refusal(40009, "invalid image size")
BAD_FILM_SIZE = Refusal(40011, "invalid video size")
BAD_PICTURE = Refusal(40123, "invalid image format")
EMPTY = Refusal(44001, "empty media data")
TOO_BIG = Refusal(45001, "media size out of limit")
VOICE_TOO_LONG = Refusal(45007, "voice play time out of limit")
NO_VOICE = Refusal(301017, "voice is not amr")
WRONG_DIGEST = Refusal(301019, "md5 does not match")
UNKNOWN_JOB = Refusal(40088, "invalid jobid")
WRONG_SCENE = Refusal(41072, "invalid media_type or attachment_type")
ATTACHMENT_SIZE = Refusal(41080, "invalid attachment size")
RESOLUTION = Refusal(41081, "invalid image resolution")
DURATION = Refusal(41082, "invalid video duration")
FILM_FORMAT = Refusal(41090, "invalid video format")
BAD_ADDRESS = Refusal(830001, "invalid url")
PIECE_TOO_BIG = Refusal(830002, "the file must be fetched in pieces")
NOT_FETCHED = Refusal(830003, "download failed")
