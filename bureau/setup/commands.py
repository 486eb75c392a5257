"""Commands that run to their end: quietly into a log, or before the person's eyes."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from .paths import LOG, TOP
from .say import Trouble
from .signals import Stopped, undisturbed

FAREWELL = 15  # seconds a command has to clean up after itself


def run(argv: Sequence[object], env: Mapping[str, str] | None = None, output: IO[bytes] | None = None) -> int:
    """Run in the project's folder and return the exit code; when we are stopped, stop it first."""
    with begun(argv, env, output) as child:
        return child.wait()


@contextlib.contextmanager
def begun(
    argv: Sequence[object], env: Mapping[str, str] | None = None, output: IO[bytes] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """The command runs in the project's folder; when we are stopped meanwhile, it is stopped first."""
    words = [str(word) for word in argv]
    errors = output and subprocess.STDOUT
    child = None
    try:
        with undisturbed():
            child = subprocess.Popen(
                words, cwd=TOP, env={**os.environ, **(env or {})}, stdout=output, stderr=errors
            )
        yield child
    except Stopped as stopped:
        if child:
            _end(child, stopped)
        raise


def _end(child: subprocess.Popen[bytes], stopped: Stopped) -> None:
    if stopped.number != signal.SIGINT:  # the terminal sends Ctrl-C to the command as well
        child.send_signal(signal.SIGINT)
    try:
        child.wait(FAREWELL)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def quietly(argv: Sequence[object], env: Mapping[str, str] | None = None, advice: str = "") -> None:
    """Run with the output in `var/log/setup.log`; a failure shows its last lines and `advice`."""
    log = LOG / "setup.log"
    LOG.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        output.write(f"\n$ {' '.join(map(str, argv))}\n".encode())
        output.flush()
        begun = output.tell()
        code = run(argv, env, output)
    if code:
        raise Trouble(f"{advice or '命令失败'}（退出码 {code}）：\n{tail(log, begun)}\n  全部输出见 {log}")


def tail(log: Path, begun: int = 0, lines: int = 12) -> str:
    """The last lines written to `log` after byte `begun`, indented."""
    with log.open("rb") as written:
        written.seek(begun)
        words = written.read().decode(errors="replace").splitlines()[-lines:]
    return "\n".join(f"    {line}" for line in words)
