"""What the container engine asks: `health.py web`, `health.py beat`. Standard library only: asking must cost little."""

import os
import sys
import time
import urllib.request
from pathlib import Path

OVERDUE = 300  # seconds: beat writes its schedule down every three minutes
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def web() -> bool:
    """The site answers 200; database and broker answer it."""
    address = f"http://127.0.0.1:{os.environ.get('PORT', 8000)}/healthz"
    with DIRECT.open(address, timeout=8) as answer:
        return answer.status == 200


def beat() -> bool:
    """The schedule was written lately. Its file has one suffix or another, as Python was built."""
    written = (Path(os.environ["BUREAU_VAR"]) / "celery").glob("beat-schedule*")
    return time.time() - max((file.stat().st_mtime for file in written), default=0) < OVERDUE


if __name__ == "__main__":
    try:
        sys.exit(not {"web": web, "beat": beat}[sys.argv[1]]())
    except OSError as trouble:
        sys.exit(str(trouble))
