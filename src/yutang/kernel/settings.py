"""Settings of one installation, read from the environment (`YUTANG_…`) and from flags."""

import os
import re
from ipaddress import ip_network
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

WECOM_BASE_URL = "https://qyapi.weixin.qq.com"
_HOST_AND_PORT = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


def default_home() -> Path:
    """Where data lives when nobody says otherwise.

    PostgreSQL refuses to run as root and the user it runs as then cannot enter /root, so root
    gets the system's own folder.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/yutang")
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "yutang"


def _listed(value: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in value.split(",") if one.strip())


class Settings(BaseSettings):
    """One installation. Every field can be given as `YUTANG_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="YUTANG_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=default_home)
    """Folder with database, uploaded files and the master key."""
    master_key: SecretStr | None = None
    """Master keys in hex, the sealing one first, with commas between; None: they are in a file."""
    master_key_file: Path | None = None
    """The file of the master keys; None: `master.key` in `home`, made at the first start."""
    database_url: str | None = None
    """`postgresql://…` of an own server; None starts the embedded one."""
    host: str = "127.0.0.1"
    port: int = 7700
    public_url: str | None = None
    """Address under which WeCom and people reach this installation; None: http://host:port."""
    trusted_proxies: str = ""
    """Addresses or networks of the proxies before us, by commas; only they are believed."""
    wecom_base_url: str = WECOM_BASE_URL
    wecom_limits: Path | None = None
    """A TOML file that overrides WeCom's limits; None: those that its documents name."""
    calls_per_minute: int = Field(default=600, ge=0, le=1_000_000)
    """How many calls one token or session may make a minute; 0: as many as it likes."""
    callback_days: int = Field(default=30, ge=1, le=3650)
    """How long handled callbacks are kept; those that wait for a person stay."""
    collect_backlog_bytes: int = Field(default=4 << 30, ge=1 << 20)
    """So much of what sources sent may wait to be handled; then they are told to wait, in bytes."""
    collect_spool_bytes: int = Field(default=1 << 30, ge=1 << 20)
    """So much of it is kept on disk while the database is away, in bytes."""
    clickhouse_dsn: SecretStr | None = None
    """`clickhouse://user:password@host:8123/database` of an own server or cluster; None: ClickHouse
    in the audience engine's own process, below `home`."""
    audience_url: str | None = None
    """`http://host:port` where the audience engine listens; None: on a socket in `home`."""
    audience_memory_bytes: int | None = Field(default=None, ge=256 << 20)
    """So much memory the audience engine may take, in bytes; None: a quarter of the machine's, at
    most 6 GB."""
    cold_months: int | None = Field(default=None, ge=2, le=1200)
    """Months of events older than so many are written to files at night; None: only by command."""
    import_bytes: int = Field(default=4 << 30, ge=1 << 20)
    """The largest file of people that is taken, in bytes."""
    fetch_allow: str = ""
    """Hosts of the own network that may be fetched when somebody gives such an address, with commas
    between: `hooks.internal:8443`, or a host alone for ports 80 and 443."""
    smtp_url: SecretStr | None = None
    """`smtp://user:password@host:587`, or `smtps://` for TLS from the first byte; None: no mail."""
    mail_from: str = ""
    """Whom mail comes from: an address, or `鱼塘 <no-reply@example.com>`."""
    log_level: str = "INFO"
    log_json: bool = True

    @field_validator("trusted_proxies")
    @classmethod
    def _check_proxies(cls, value: str) -> str:
        for one in _listed(value):
            ip_network(one, strict=False)
        return value

    @property
    def proxies(self) -> tuple[str, ...]:
        """Networks of the proxies that may say who asks."""
        return _listed(self.trusted_proxies)

    @field_validator("fetch_allow")
    @classmethod
    def _name_hosts(cls, given: str) -> str:
        for entry in _listed(given):
            if not _HOST_AND_PORT.fullmatch(entry):
                message = f"'{entry}' is no host, nor host:port"
                raise ValueError(message)
        return given

    @property
    def fetch_hosts(self) -> tuple[str, ...]:
        """The entries of `fetch_allow`."""
        return _listed(self.fetch_allow)

    @property
    def address(self) -> str:
        """Public address without a trailing slash."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")
