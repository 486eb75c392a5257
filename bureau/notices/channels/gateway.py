"""短信或企业微信: a signed POST to the gateway that `NOTICE_GATEWAY_URL` names.

The receiver recomputes `X-Signature` = sha256=HMAC-SHA256(key, timestamp + "." + body), refuses a
`X-Timestamp` (seconds) that is minutes old, and takes each `Idempotency-Key` once.
"""

import hmac
import json
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.conf import settings

from bureau.notices.channels.message import ChannelDown, Message, Undelivered

PATIENCE = 10  # seconds
OF_THE_MESSAGE = {400, 409, 410, 413, 422}  # the gateway refuses this one; others it would take


class NoRedirect(HTTPRedirectHandler):
    """What we sign goes to the address we were given and to no other."""

    def redirect_request(self, *args):
        return None


OPENER = build_opener(NoRedirect, ProxyHandler({}))


def send(message: Message) -> None:
    body = json.dumps(
        {"to": message.to, "text": message.text, "url": message.url}, ensure_ascii=False
    ).encode()
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": message.key,
        "X-Timestamp": stamp,
        "X-Signature": f"sha256={signature(stamp, body)}",
    }
    try:
        OPENER.open(Request(settings.NOTICE_GATEWAY_URL, body, headers), timeout=PATIENCE).close()
    except HTTPError as answer:
        answer.close()
        kind = Undelivered if answer.code in OF_THE_MESSAGE else ChannelDown
        raise kind(f"网关答复 {answer.code}") from answer
    except (OSError, HTTPException) as trouble:
        raise ChannelDown(f"连不上网关（{type(trouble).__name__}）") from trouble


def signature(stamp: str, body: bytes) -> str:
    """Over time and body: neither can be changed, nor an old message sent again. Hex."""
    signed = f"{stamp}.".encode() + body
    return hmac.digest(settings.NOTICE_GATEWAY_KEY.encode(), signed, "sha256").hex()
