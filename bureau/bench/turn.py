"""`python -m bureau.bench.turn sweep|deliver`: one worker's turn in a process of its own; its figures as JSON."""

import json
import re
import sys
from pathlib import Path
from time import monotonic

import django

django.setup()

from django.db import connection  # noqa: E402

from bureau.bench.stopwatch import Count  # noqa: E402
from bureau.notices.deliver import deliver  # noqa: E402
from bureau.notices.models import Channel  # noqa: E402
from bureau.notices.sweep import sweep  # noqa: E402


def swept() -> int:
    """Notices."""
    return sweep().notices


def delivered() -> int:
    """Messages, until none is left."""
    total = 0
    while sent := deliver(Channel.GATEWAY):
        total += sent
    return total


def peak() -> int:
    """The most memory this process ever held, in MB; getrusage would tell the starter's too."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


if __name__ == "__main__":
    count, began = Count(), monotonic()
    with connection.execute_wrapper(count):
        done = {"sweep": swept, "deliver": delivered}[sys.argv[1]]()
    figures = {"done": done, "seconds": monotonic() - began, "queries": count.statements, "memory": peak()}
    sys.stdout.write(json.dumps(figures))
