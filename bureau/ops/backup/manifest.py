"""The paper that goes with an archive: what is in it, sealed with the timeline's key."""

import hmac
import json

from django.conf import settings

from bureau.ops.backup.trouble import Trouble

FORMAT = 1
SHAPE = {
    "format": int,
    "version": str,
    "made_at": str,
    "postgresql": int,
    "migrations": list,
    "counts": dict,
    "chains": dict,
    "dump": str,
    "files": list,
    "missing": list,
    "damaged": list,
}


def sealed(manifest: dict) -> bytes:
    """As it stands in the archive."""
    return json.dumps({**manifest, "seal": seal(manifest)}, ensure_ascii=False, indent=1).encode()


def opened(content: bytes) -> dict:
    """The manifest of an archive; raises Trouble when it is not what we wrote."""
    try:
        manifest = json.loads(content)
        told = manifest.pop("seal")
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        raise Trouble("归档的清单读不出来：归档已损坏，或者不是本系统的备份。") from None
    if not isinstance(told, str) or not hmac.compare_digest(told.encode(), seal(manifest).encode()):
        raise Trouble("清单的校验码不符：TIMELINE_KEY 与备份时的不同，或者清单被改动过。")
    if any(not isinstance(manifest.get(name), kind) for name, kind in SHAPE.items()):
        raise Trouble("归档的清单缺项：请用备份时的版本恢复。")
    if manifest["format"] > FORMAT:
        raise Trouble(f"归档由较新的版本 {manifest['version']} 备份：请先升级本系统。")
    return manifest


def seal(manifest: dict) -> str:
    """HMAC-SHA256 in hex: who does not know the key can neither forge nor change a manifest."""
    words = json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()
    return hmac.digest(settings.TIMELINE_KEY.encode(), b"backup\n" + words, "sha256").hex()
