"""`make run` refuses in one sentence, before anything is started."""

import fcntl
import os
import socket
import subprocess
import sys

import pytest

from bureau.setup.paths import TOP


@pytest.fixture
def cellar(tmp_path):
    """Run a command of the cellar as the Makefile does, on a data folder of its own."""

    def call(name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "BUREAU_VAR": str(tmp_path / "var"), "PYTHONUTF8": "1", **environment}
        argv = [sys.executable, "-m", "setup", name]
        return subprocess.run(argv, cwd=TOP / "bureau", env=env, capture_output=True, text=True, timeout=30)

    return call


def test_a_taken_port_is_named_before_anything_is_started(cellar, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = other.getsockname()[1]
        done = cellar("run", PORT=str(number))
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"✗ 端口 {number} 已被占用：请先停止占用它的程序，或换一个端口，例如 PORT=9000 make run。"
    )
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("words", ["abc", "0", "70000", "-1", "80 80", "８０００"])
def test_what_is_no_port_is_named(cellar, words):
    done = cellar("run", PORT=words)
    assert done.returncode == 1
    assert f"PORT={words} 不是端口号" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_runner_on_the_same_data_is_turned_away(cellar, tmp_path):
    (tmp_path / "var" / "run").mkdir(parents=True)
    with (tmp_path / "var" / "run" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = cellar("run", PORT=str(free_port()))
    assert done.returncode == 1
    assert "本系统已在运行" in done.stderr
    assert not (tmp_path / "var" / "postgres").exists()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
