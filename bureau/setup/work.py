"""What whoever builds here needs now and then: lock, list what is locked, format."""

import shutil

from . import venv
from .commands import quietly, run
from .paths import PYTHON, SETUP, VAR, VENV
from .say import say, step

COMPILE = ("pip", "compile", "--generate-hashes", "--universal", "--no-emit-index-url", "--no-header")
LOCKS = {
    "requirements.txt": (),
    "requirements-dev.txt": ("--group", "dev"),
}
TIDY = (
    ("ruff", "check", "--fix", "."),
    ("ruff", "format", "."),
    ("djlint", "--reformat", "--quiet", "templates"),
)


def lock() -> int:
    """Choose the newest versions that `pyproject.toml` allows and write both locks."""
    venv.ensure(venv.CHECKS)
    uv = [shutil.which("uv")] if shutil.which("uv") else _own_uv()
    for name, options in LOCKS.items():
        with step(f"锁定 {name}"):
            output = ("--python-version", "3.11", "--upgrade", "pyproject.toml", "-o", SETUP / name)
            quietly([*uv, *COMPILE, *options, *output])
    return 0


def _own_uv() -> list[object]:
    with step("安装 uv"):
        quietly([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    return [PYTHON, "-m", "uv"]


def sbom() -> int:
    """`make sbom`: what production is made of, with licences and digests, as CycloneDX JSON."""
    venv.ensure(venv.CHECKS)
    VAR.mkdir(exist_ok=True)
    file = VAR / "sbom.cdx.json"
    with file.open("wb") as output:
        code = run([PYTHON, "-m", "bureau.supply"], output=output)
    if not code:
        say(f"软件物料清单：{file}")
    return code


def tidy() -> int:
    """Repair what can be repaired by machine."""
    venv.ensure(venv.CHECKS)
    return max(run([VENV / "bin" / argv[0], *argv[1:]]) for argv in TIDY)
