"""Measures the pages of the demonstration and of a nation's installation beside the floor page: ``script/bench``."""

from __future__ import annotations

import argparse
import os
import sys

import django


def main() -> int:
    reader = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    reader.add_argument("--quick", action="store_true", help="15 rounds instead of 60")
    reader.add_argument("--fresh", action="store_true", help="build the demonstration and the large installation again")
    reader.add_argument("--json", metavar="FILE", help="write the figures there too")
    reader.add_argument("--boards", type=int, default=33, help="how many boards the large installation has")
    reader.add_argument("--cases", type=int, default=1_000, help="how many cases it has; people and entries follow")
    asked = reader.parse_args()
    os.environ["CHAPTER8_DEMO"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    django.setup()
    from bench import rounds  # noqa: PLC0415 - it knows models, which are there only now

    return rounds.run(asked)


if __name__ == "__main__":
    sys.exit(main())
