"""The web server: two processes with four threads each, the quickest for these pages by measurement."""

import os

from gunicorn.arbiter import Arbiter

bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 5
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108  no waiting for a disk
control_socket_disable = True
loglevel = "warning"
forwarded_allow_ips = os.environ.get("PROXY_ADDRESSES", "127.0.0.1")


def when_ready(server: Arbiter) -> None:
    print(f"Chapter Eight is at {os.environ.get('SITE_URL') or f'http://{bind}'}", flush=True)  # noqa: T201  for whoever started it
