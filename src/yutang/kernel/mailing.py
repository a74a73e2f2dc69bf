"""Mail, through the SMTP server that the installation names. Who calls it tries again."""

import re
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import aiosmtplib

from .clock import utc_now
from .errors import DomainError, InvalidError
from .settings import Settings

SECONDS = 20.0
_PORTS = {"smtp": 587, "smtps": 465}
_MAILBOX = re.compile(r"([^<>]*)<([^<>]*)>")
_FOR_GOOD = range(500, 600)


class MailNotSetUpError(DomainError):
    """The installation names no server."""

    code = "mail.not_set_up"

    def __init__(self) -> None:
        super().__init__(
            "this installation sends no mail: IT sets YUTANG_SMTP_URL and YUTANG_MAIL_FROM"
        )


class MailRefusedError(InvalidError):
    """Sending this again is useless."""

    code = "mail.refused"


class MailFailedError(DomainError):
    """It may go later."""

    code = "mail.failed"
    status: ClassVar[int] = 502

    def __init__(self, detail: str, *, is_surely_not_sent: bool = True) -> None:
        super().__init__(detail)
        self.is_surely_not_sent = is_surely_not_sent
        """False where the server may have taken it and its answer was lost."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person. Lines of a subject become one."""

    to: str
    subject: str
    text: str
    html: str = ""
    reference: str = ""
    """Equal for mails that belong together; programs show those as one conversation."""


@dataclass(frozen=True, slots=True)
class Mailer:
    """A server and whom its mail comes from."""

    host: str
    port: int
    is_tls: bool
    """From the first byte; else STARTTLS where the server offers it, and always for a password."""
    user: str
    password: str = field(repr=False)
    sender: Address

    @classmethod
    def of(cls, settings: Settings) -> "Mailer":
        """As the settings name it. Raises MailNotSetUpError, MailRefusedError for bad ones."""
        if settings.smtp_url is None or not settings.mail_from:
            raise MailNotSetUpError
        given = settings.smtp_url.get_secret_value()
        try:
            url = urlsplit(given)
            port = url.port or _PORTS[url.scheme]
        except (ValueError, KeyError) as error:
            # Its password must not be told.
            message = "YUTANG_SMTP_URL is not like smtp://user:password@host:587"
            raise MailRefusedError(message) from error
        if not url.hostname:
            message = "YUTANG_SMTP_URL names no host"
            raise MailRefusedError(message)
        return cls(
            host=url.hostname,
            port=port,
            is_tls=url.scheme == "smtps",
            user=unquote(url.username or ""),
            password=unquote(url.password or ""),
            sender=_address(settings.mail_from),
        )

    async def send(self, mail: Mail) -> str:
        """Hand it to the server; returns its Message-ID.

        Raises MailRefusedError (bad address, refused for good) and MailFailedError (try later).
        """
        message = self._message(mail)
        try:
            await aiosmtplib.send(
                message,
                hostname=self.host,
                port=self.port,
                use_tls=self.is_tls,
                # A password never leaves unsealed.
                start_tls=None if self.is_tls or not self.user else True,
                username=self.user or None,
                password=self.password or None,
                timeout=SECONDS,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _judged(error.recipients[0].code, error.recipients[0].message) from error
        except aiosmtplib.SMTPAuthenticationError as error:
            # It is the installation that is wrong, not the mail: it goes once IT mended it.
            text = f"the mail server refuses the password of YUTANG_SMTP_URL ({error.code})"
            raise MailFailedError(text) from error
        except aiosmtplib.SMTPResponseException as error:
            raise _judged(error.code, error.message) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            why = str(error) or type(error).__name__
            text = f"the mail server {self.host} cannot be used: {why}"
            surely = isinstance(error, aiosmtplib.SMTPConnectError | aiosmtplib.SMTPNotSupported)
            raise MailFailedError(text, is_surely_not_sent=surely) from error
        return str(message["Message-ID"])

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self.sender
        message["To"] = _address(mail.to)
        message["Subject"] = " ".join(mail.subject.split())
        message["Date"] = format_datetime(utc_now())
        message["Message-ID"] = make_msgid(domain=self.sender.domain or "localhost")
        # No vacation answers: nobody reads them.
        message["Auto-Submitted"] = "auto-generated"
        if mail.reference:
            message["References"] = f"<{mail.reference}@{self.sender.domain or 'localhost'}>"
        message.set_content(mail.text)
        if mail.html:
            message.add_alternative(mail.html, subtype="html")
        return message


def _address(given: str) -> Address:
    found = _MAILBOX.fullmatch(given.strip())
    name, address = ("", given.strip()) if found is None else found.groups()
    try:
        # It parses strictly, and refuses lines.
        return Address(display_name=name.strip(' "'), addr_spec=address)
    except (ValueError, HeaderParseError, IndexError) as error:
        message = f"'{given}' is no mail address"
        raise MailRefusedError(message) from error


def _judged(code: int, said: str) -> MailRefusedError | MailFailedError:
    text = f"the mail server said {code}: {said[:200]}"
    return MailRefusedError(text) if code in _FOR_GOOD else MailFailedError(text)
