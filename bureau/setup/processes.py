"""Servers of ours: each in a session of its own, logged to a file, ended when we end."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .commands import tail
from .say import Trouble, say

PR_SET_PDEATHSIG = 1  # linux/prctl.h
LIBC = ctypes.CDLL(None)


class Server:
    """A running server process.

    `endings` are tried in turn, each given `patience` seconds, before SIGKILL. The first one is also
    what the kernel sends when the starter is killed outright, so nothing is left behind."""

    def __init__(
        self,
        name: str,
        argv: Sequence[object],
        log: Path,
        endings: Sequence[signal.Signals] = (signal.SIGTERM,),
        patience: float = 15,
        **popen: Any,
    ) -> None:
        self.name, self.log, self.endings, self.patience = name, log, endings, patience
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self.begun = output.tell()
            self._process = subprocess.Popen(
                [str(word) for word in argv],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: LIBC.prctl(PR_SET_PDEATHSIG, endings[0]),
                **popen,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def require_alive(self) -> None:
        """Say so when the server has died."""
        code = self._process.poll()
        if code is not None:
            last = tail(self.log, self.begun)
            raise Trouble(f"{self.name}已退出（退出码 {code}）：\n{last}\n  日志见 {self.log}")

    def stop(self) -> None:
        """End the server and whatever it started."""
        for ending in self.endings:
            if self._process.poll() is None:
                self._process.send_signal(ending)
                self._wait()
        self._kill_session()
        self._process.wait()

    def _wait(self) -> None:
        try:
            self._process.wait(self.patience)
        except subprocess.TimeoutExpired:
            say(f"  {self.name}没有及时停下")

    def _kill_session(self) -> None:
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
