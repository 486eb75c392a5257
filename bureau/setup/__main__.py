"""`cd bureau && python3 -m setup run|test|…`: what the Makefile calls, with Python ≥ 3.11 and nothing installed.

Called by this name because `bureau` itself loads Celery, which a bare machine lacks.
"""

import sys

from . import checks, image, photographs, run, work
from .production import secrets
from .say import Trouble, complain

COMMANDS = {
    "run": run.run,
    "reset": run.reset,
    "test": checks.test,
    "check": checks.check,
    "bench": checks.bench,
    "chaos": checks.chaos,
    "audit": checks.audit,
    "pictures": photographs.pictures,
    "look": photographs.look,
    "image": image.image,
    "secrets": secrets.make,
    "lock": work.lock,
    "sbom": work.sbom,
    "format": work.tidy,
}


def main(name: str) -> int:
    try:
        return COMMANDS[name]()
    except Trouble as trouble:
        complain(trouble)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
