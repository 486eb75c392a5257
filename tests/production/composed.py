"""docker-compose.yml as the real docker-compose reads it."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
# The program itself: its Python wrapper answers 0 whatever happened.
DOCKER_COMPOSE = Path(find_spec("compose").origin).parent / "docker-compose"
EXAMPLE = (TOP / ".env.example").read_text()


def docker_compose(folder: Path, *arguments: str, env: str = EXAMPLE) -> subprocess.CompletedProcess[str]:
    """Run it on our file with `env` as the `.env` of an installation in `folder`."""
    (folder / ".env").write_text(env)
    shutil.copy(TOP / "docker-compose.yml", folder)
    bare = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    argv = [DOCKER_COMPOSE, "--project-directory", folder, *arguments]
    return subprocess.run(argv, cwd=folder, env=bare, capture_output=True, text=True)


def read(folder: Path) -> dict:
    """The whole project with anchors, merges and variables resolved."""
    done = docker_compose(folder, "config", "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def words(argv: list[str]) -> list[str]:
    """A command as the container gets it: `config` writes every dollar twice."""
    return [word.replace("$$", "$") for word in argv]


def question(service: dict) -> list[str]:
    """The command of a service's health check."""
    kind, *argv = words(service["healthcheck"]["test"])
    return ["sh", "-c", *argv] if kind == "CMD-SHELL" else argv
