"""Ports: the one the site is wanted on, and free ones for servers of our own."""

import errno
import os
import socket

from .say import Trouble

HOST = "127.0.0.1"


def wanted() -> int:
    """The port from `PORT` (8000 when unset), proved free."""
    words = os.environ.get("PORT") or "8000"
    if not words.isascii() or not words.isdigit() or not 1 <= int(words) <= 65535:
        raise Trouble(f"PORT={words} 不是端口号：请写 1 到 65535 之间的整数，例如 PORT=9000 make run。")
    _require_free(int(words))
    return int(words)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen()
        except OSError as error:
            raise Trouble(_why_not(port, error)) from None


def _why_not(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用：请先停止占用它的程序，或换一个端口，例如 PORT=9000 make run。"
    if error.errno == errno.EACCES:
        return f"当前用户不能使用端口 {port}：请换一个 1024 以上的端口，例如 PORT=9000 make run。"
    return f"端口 {port} 无法使用（{error.strerror}）：请换一个端口，例如 PORT=9000 make run。"


def free() -> int:
    """A TCP port on 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
