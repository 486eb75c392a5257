"""The other side: a gateway that checks what it is sent, and a mail server."""

import hmac
import json
import time
from contextlib import contextmanager
from email import message_from_bytes
from email.header import decode_header, make_header
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from threading import Thread

from aiosmtpd.controller import Controller

KEY = "example-key-shared-with-the-gateway"
OLDEST = 300  # seconds


class Gateway(ThreadingHTTPServer):
    """As a receiver should be written: signature, age, and each key once. `answers`: what it says instead."""

    def __init__(self, key: str = KEY):
        super().__init__(("127.0.0.1", 0), Receive)
        self.key = key
        self.taken, self.repeats, self.refused, self.answers = {}, 0, [], []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/send"

    def judge(self, headers, body: bytes) -> int:
        stamp, key = headers["X-Timestamp"], headers["Idempotency-Key"]
        right = hmac.new(self.key.encode(), f"{stamp}.".encode() + body, "sha256").hexdigest()
        if not hmac.compare_digest(headers["X-Signature"], f"sha256={right}"):
            return self.refuse("signature")
        if abs(time.time() - int(stamp)) > OLDEST:
            return self.refuse("age")
        if key in self.taken:
            self.repeats += 1
        else:
            self.taken[key] = json.loads(body)
        return 200

    def refuse(self, why: str) -> int:
        self.refused.append(why)
        return 401


class Receive(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.server.answers.pop(0) if self.server.answers else self.server.judge(self.headers, body)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", self.server.url)
        self.end_headers()

    def log_message(self, *args):
        """Quiet."""


@contextmanager
def gateway():
    server = Gateway()
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class Mailbox:
    """Takes every mail, except for addresses that begin with 「refused」."""

    def __init__(self):
        self.mails = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope)
        return "250 taken"


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def mailbox():
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    box.url = f"smtp://127.0.0.1:{controller.port}"
    try:
        yield box
    finally:
        controller.stop()


def read(envelope) -> str:
    """A mail as its reader sees it: subject and words."""
    mail = message_from_bytes(envelope.content)
    return f"{make_header(decode_header(mail['Subject']))}\n{mail.get_payload(decode=True).decode()}"
