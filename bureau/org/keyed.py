"""What only who has the `TIMELINE_KEY` can write."""

import hmac
import json

from django.conf import settings

CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def seal(of: dict) -> str:
    """HMAC-SHA256 over these values; hex."""
    return hmac.digest(settings.TIMELINE_KEY.encode(), CANONICAL(of).encode(), "sha256").hex()


def same(found: str, sealed: str) -> bool:
    return hmac.compare_digest(found, sealed)
