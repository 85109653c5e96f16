"""Where the PostgreSQL and the Redis that come with the wheels are found: one data folder, sockets only this user can open."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

LONGEST_SOCKET_PATH = 107  # what Linux allows in sockaddr_un, less the closing zero
OWNER_ROLE = "chapter8_owner"
APP_ROLE = "chapter8"
DATABASE = "chapter8"


def data_folder() -> Path:
    """CHAPTER8_DATA, or var/ beside the code."""
    beside_the_code = Path(__file__).resolve().parent.parent / "var"
    return Path(os.environ.get("CHAPTER8_DATA") or beside_the_code).resolve()


def socket_folder(data: Path) -> Path:
    """The folder of both sockets: inside the data folder, or a short one named after it where that path is too long."""
    inside = data / "sockets"
    if len(os.fsencode(inside / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH:
        return inside
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"chapter8-{os.getuid()}-{name}"


def database_url(data: Path, role: str = APP_ROLE, database: str = DATABASE) -> str:
    return f"postgresql://{role}@/{database}?host={quote(str(socket_folder(data)), safe='')}"


def redis_url(data: Path) -> str:
    return f"redis+socket://{socket_folder(data) / 'redis'}"
