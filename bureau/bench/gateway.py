"""An example of the other side: a receiver of signed messages that takes each key once and counts the repeats."""

import hmac
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread


class Gateway:
    """`received`: how often each key came. `refused`: messages whose signature was wrong."""

    def __init__(self, key: str) -> None:
        self.key, self.received, self.refused, self._lock = key, Counter(), 0, Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), answering(self))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def start(self) -> None:
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, headers, body: bytes) -> int:
        """The status to answer with. A repeat is answered like the first: the sender shall stop."""
        signed = f"{headers['X-Timestamp']}.".encode() + body
        right = f"sha256={hmac.digest(self.key.encode(), signed, 'sha256').hex()}"
        with self._lock:
            if not hmac.compare_digest(right, headers["X-Signature"] or ""):
                self.refused += 1
                return 403
            self.received[headers["Idempotency-Key"]] += 1
        return 200


def answering(gateway: Gateway) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(gateway.take(self.headers, body))
            self.end_headers()

        def log_message(self, *words):
            return

    return Handler
