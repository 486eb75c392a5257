"""A signed POST of JSON, as the gateway and whoever is told of events get it.

The receiver recomputes `X-Signature` = sha256=HMAC-SHA256(key, timestamp + "." + body), refuses a
`X-Timestamp` (seconds) that is minutes old, and takes each `Idempotency-Key` once.
"""

import hmac
import json
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from bureau.notices.channels.message import ChannelDown, Undelivered

PATIENCE = 10  # seconds
OF_THE_MESSAGE = {400, 409, 410, 413, 422}  # the other side refuses this one; others it would take


class NoRedirect(HTTPRedirectHandler):
    """What we sign goes to the address we were given and to no other."""

    def redirect_request(self, *args):
        return None


OPENER = build_opener(NoRedirect, ProxyHandler({}))


def post(url: str, key: str, told: dict, once: str, called: str) -> None:
    """`key` signs, `once` tells a repeat, `called` is what the other side is called in troubles. Raises Undelivered."""
    body = json.dumps(told, ensure_ascii=False).encode()
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": once,
        "X-Timestamp": stamp,
        "X-Signature": f"sha256={signature(key, stamp, body)}",
    }
    try:
        OPENER.open(Request(url, body, headers), timeout=PATIENCE).close()
    except HTTPError as answer:
        answer.close()
        kind = Undelivered if answer.code in OF_THE_MESSAGE else ChannelDown
        raise kind(f"{called}答复 {answer.code}") from answer
    except (OSError, HTTPException) as trouble:
        raise ChannelDown(f"连不上{called}（{type(trouble).__name__}）") from trouble


def signature(key: str, stamp: str, body: bytes) -> str:
    """Over time and body: neither can be changed, nor an old message sent again. Hex."""
    return hmac.digest(key.encode(), f"{stamp}.".encode() + body, "sha256").hex()
