"""A throw-away Redis on a free port of 127.0.0.1, keeping nothing."""

import shutil
import socket
import time
from pathlib import Path

from . import port
from .processes import Server
from .say import Trouble

PATIENCE = 15  # seconds to answer


class Redis:
    """`folder` is its working directory; nothing is written there."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder, self.log, self.port, self.url = folder, log, 0, ""
        self.server: Server | None = None

    def start(self) -> None:
        """Run the server and wait until it answers at `url`: every time the same."""
        self.port = self.port or port.free()
        keep_nothing = ("--save", "", "--appendonly", "no", "--dir", self.folder)
        program = shutil.which("redis-server")
        self.server = Server(
            "Redis", [program, "--bind", port.HOST, "--port", self.port, *keep_nothing], self.log
        )
        self._wait_until_ready()
        self.url = f"redis://{port.HOST}:{self.port}/0"

    def stop(self) -> None:
        """Harmless when the start failed."""
        if self.server:
            self.server.stop()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.server.require_alive()
            try:
                socket.create_connection((port.HOST, self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise Trouble(f"Redis {PATIENCE} 秒内没有就绪：日志见 {self.log}。")
