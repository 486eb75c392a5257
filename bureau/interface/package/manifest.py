"""清单.json: each file of a package with its SHA-256, and a seal over the list that only who has the TIMELINE_KEY can write."""

import hashlib
import json
from typing import Any

from bureau.matters import seals

NAME = "清单.json"


def digest(stream: Any) -> str:
    return hashlib.file_digest(stream, "sha256").hexdigest()


def sealed(told: dict[str, Any], files: dict[str, str]) -> bytes:
    """`files`: name → digest."""
    listed = {**told, "files": files}
    return json.dumps({**listed, "seal": seals.seal(listed)}, ensure_ascii=False, indent=1).encode()


def holds(listed: dict[str, Any]) -> bool:
    """Whether the list says what was sealed here."""
    told = {name: value for name, value in listed.items() if name != "seal"}
    return isinstance(listed.get("seal"), str) and seals.same(seals.seal(told), listed["seal"])
