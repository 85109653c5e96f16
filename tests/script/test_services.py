"""The PostgreSQL and the Redis of the wheels: private, stopped with everything else, and nothing lost by a hard end."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest

from config import embedded
from tests.database import ROOT

OUTSIDE = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CHAPTER8_KEEPER")


@pytest.fixture
def new(tmp_path):
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A data folder after its first start, which makes a cluster and with that takes the longest."""
    folder = tmp_path_factory.mktemp("first") / "data"
    assert outcome(folder, "true") == (0, "", "")
    return folder


@pytest.fixture
def data(new, first):
    """A data folder that holds a cluster."""
    return holding_a_cluster(new, first)


def holding_a_cluster(folder, first):
    folder.mkdir(mode=0o700, parents=True)
    subprocess.run(["/bin/cp", "-a", first / "postgres", folder], check=True)
    return folder


@contextmanager
def services(data, *words, **different):
    """Starts the program on a data folder, as script/demo does, and ends it with the block where the test did not."""
    environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    with subprocess.Popen(
        [sys.executable, "script/services.py", "run", *words],
        cwd=ROOT,
        env=environment | {"CHAPTER8_DATA": str(data)} | different,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        yield running
        if running.poll() is None:
            running.terminate()
            running.wait(60)


def outcome(data, *words, **different):
    """What the program answered, wrote and complained of, once it ended by itself."""
    with services(data, *words, **different) as running:
        said, complaint = running.communicate(timeout=60)
        return running.returncode, said, complaint


def python(words):
    return [sys.executable, "-c", words]


def says_where_and_waits():
    return python("import json, os, time; print(json.dumps(dict(os.environ)), flush=True); time.sleep(60)")


def processes_of(data):
    """The living processes whose command or environment names this data folder."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        try:
            named = str(data) in " ".join(process.info["cmdline"] or [])
            if named or process.environ().get("CHAPTER8_DATA") == str(data):
                found.append(process)
        except psutil.Error:
            continue
    return found


def rows_kept(data):
    """Starts on the data folder once more and counts what is there."""
    count = "import os, psycopg; c = psycopg.connect(os.environ['DATABASE_OWNER_URL']);"
    count += "print(c.execute('select count(*) from kept').fetchone()[0])"
    answer, said, complaint = outcome(data, *python(count))
    assert (answer, complaint) == (0, "")
    return int(said)


def test_services_end_with_the_command_and_pass_its_answer_on(data):
    assert outcome(data, *python("raise SystemExit(7)")) == (7, "", "")
    assert processes_of(data) == []


def test_only_this_user_comes_in(data):
    with services(data, *says_where_and_waits()) as running:
        where = json.loads(running.stdout.readline())
        sockets = embedded.socket_folder(data)
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
        assert sorted(file.name for file in sockets.iterdir()) == [".s.PGSQL.5432", ".s.PGSQL.5432.lock", "redis"]
        assert all(stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 for file in sockets.iterdir())
        assert all(stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 for file in data.iterdir())
        assert [c for p in processes_of(data) for c in p.net_connections("inet")] == []
        with psycopg.connect(where["DATABASE_URL"]) as connection:
            owns = "select count(*) from pg_class join pg_roles on relowner = pg_roles.oid where rolname = current_user"
            assert connection.execute(owns).fetchone() == (0,)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_stops_every_process(data, number):
    with services(data, *says_where_and_waits()) as running:
        running.stdout.readline()
        assert len(processes_of(data)) >= 4
        running.send_signal(number)
        assert running.wait(60) == 128 + number
        assert processes_of(data) == []


@pytest.mark.parametrize("spared", ["nobody", "postgres", "the command"])
def test_hard_end_loses_nothing(data, spared):
    with services(data, *says_where_and_waits()) as running:
        where = json.loads(running.stdout.readline())
        with psycopg.connect(where["DATABASE_OWNER_URL"]) as connection:
            connection.execute("create table kept (n int)")
            connection.execute("insert into kept values (1)")
        for process in processes_of(data):
            words = " ".join(process.cmdline())
            is_spared = {"postgres": "postgres" in words, "the command": "json.dumps" in words}.get(spared, False)
            if not is_spared or process.pid == running.pid:
                process.kill()
        running.wait(60)
        assert rows_kept(data) == 1
        assert processes_of(data) == []


def test_second_start_is_refused(data):
    with services(data, *says_where_and_waits()) as first:
        first.stdout.readline()
        complaint = f"Chapter Eight is already running on {data}: stop it first.\n"
        assert outcome(data, "true") == (1, "", complaint)


def test_long_path_gets_a_short_socket(new, first):
    deep = holding_a_cluster(new / ("d" * 120), first)
    asks = "import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).info.user)"
    assert outcome(deep, *python(asks)) == (0, "chapter8\n", "")
    assert not embedded.socket_folder(deep).exists()


def test_real_servers_are_used_instead(new):
    real = {
        "DATABASE_URL": "postgresql://c8@db/c8",
        "DATABASE_OWNER_URL": "postgresql://own@db/c8",
        "REDIS_URL": "redis://redis/0",
    }
    with services(new, *says_where_and_waits(), **real) as running:
        where = json.loads(running.stdout.readline())
        assert {name: where[name] for name in real} == real
        assert [p.name() for p in processes_of(new) if p.name() in {"postgres", "redis-server"}] == []


def test_real_database_needs_its_owner_too(new):
    complaint = "DATABASE_URL is set but not DATABASE_OWNER_URL, which the upgrade of the tables needs.\n"
    assert outcome(new, "true", DATABASE_URL="postgresql://c8@db/c8") == (1, "", complaint)


@pytest.mark.parametrize("port", ["0", "http", "70000"])
def test_impossible_port_is_refused(new, port):
    complaint = f"PORT must be a number between 1 and 65535, not '{port}'.\n"
    assert outcome(new, "--port", port, "true") == (1, "", complaint)


def test_taken_port_is_refused_before_anything_starts(new):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = f"Port {port} cannot be used (Address already in use). Try: PORT=8123 script/demo\n"
        assert outcome(new, "--port", str(port), "true") == (1, "", complaint)
    assert not (new / "postgres").exists()


def test_services_of_a_test_run_end_when_it_is_killed():
    """The keeper sees its standard input close, whatever became of the one who held the other end."""
    asks = "import subprocess, sys, time; k = subprocess.Popen([sys.executable, 'script/services.py', 'keep'],"
    asks += "stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True);"
    asks += "print(k.stdout.readline().decode(), flush=True); time.sleep(60)"
    environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    with subprocess.Popen(python(asks), cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as holder:
        folder = Path(json.loads(holder.stdout.readline())["CHAPTER8_DATA"])
        started = sorted(process.name() for process in processes_of(folder))
        holder.kill()
    deadline = time.monotonic() + 20
    while (processes_of(folder) or folder.exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert started == ["postgres", "redis-server"]
    assert processes_of(folder) == []
    assert not folder.exists()
