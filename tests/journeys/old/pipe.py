"""A Chromium too old for Playwright, spoken to in its own protocol over two pipes (`--remote-debugging-pipe`)."""

import json
import os
import select
import subprocess
from collections import deque
from pathlib import Path
from time import monotonic

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--lang=zh-CN",
    "--remote-debugging-pipe",
)
PATIENCE = 60  # seconds for an answer, on the busiest machine
READS, WRITES = 3, 4  # the browser's ends, which the protocol fixes


class Chromium:
    """`ask` sends a command and gives its result; what the browser tells meanwhile goes to the `hears` of its session."""

    def __init__(self, folder: Path, profile: Path):
        from_us, self.out = os.pipe()
        self.into, to_us = os.pipe()
        environment = {**os.environ, "LD_LIBRARY_PATH": str(folder / "lib"), "TZ": "Asia/Shanghai"}
        words = [str(folder / "chromium"), *OPTIONS, f"--user-data-dir={profile}"]
        # The shell gives the pipes the numbers that the browser looks for.
        line = f'exec "$@" {READS}<&{from_us} {WRITES}>&{to_us}'
        self.process = subprocess.Popen(
            ["bash", "-c", line, "bash", *words],
            env=environment,
            pass_fds=(from_us, to_us),
            stderr=subprocess.DEVNULL,
        )
        os.close(from_us)
        os.close(to_us)
        self.hears, self.count, self.rest, self.told = {}, 0, b"", deque()

    def ask(self, method: str, session: str = "", **params) -> dict:
        self.count += 1
        said = {"id": self.count, "method": method, "params": params}
        self._write(said | ({"sessionId": session} if session else {}))
        until, number = monotonic() + PATIENCE, self.count
        while monotonic() < until:
            self._read(1)
            while self.told:
                message = self.told.popleft()
                if message.get("id") == number:
                    assert "error" not in message, (method, message["error"])
                    return message["result"]
                self._hear(message)
        raise TimeoutError(method)

    def listen(self, seconds: float) -> None:
        """What is told within this time is heard."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            self._read(left)
            while self.told:
                self._hear(self.told.popleft())

    def _hear(self, message: dict) -> None:
        if listener := self.hears.get(message.get("sessionId")):
            listener(message["method"], message["params"])

    def _write(self, said: dict) -> None:
        left = json.dumps(said).encode() + b"\0"
        while left:
            left = left[os.write(self.out, left) :]

    def _read(self, seconds: float) -> None:
        """Messages end with a zero; what has not ended waits for its rest."""
        if not select.select([self.into], [], [], seconds)[0]:
            return
        chunk = os.read(self.into, 1 << 20)
        assert chunk, "the browser is gone"
        *whole, self.rest = (self.rest + chunk).split(b"\0")
        self.told.extend(map(json.loads, whole))

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.out)
        os.close(self.into)
