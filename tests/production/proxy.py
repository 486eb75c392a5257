"""nginx with the repository's own configuration, and somebody who asks it over TLS."""

import datetime
import http.client
import re
import socket
import ssl
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.production.composed import TOP

HOST = "duban.example.gov.cn"  # as in .env.example
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CONFIGURATION = TOP / "bureau" / "setup" / "production" / "nginx.conf"


def certificate(folder: Path) -> None:
    """A throw-away certificate for `HOST`, valid for a day, where the container finds its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "certificate").write_bytes(made.public_bytes(pem))
    (folder / "certificate-key").write_bytes(key.private_bytes(*plain))


def configuration(folder: Path, ports: dict[str, int]) -> str:
    """The repository's, with the container's folders and addresses moved here."""
    words = CONFIGURATION.read_text()
    moves = {
        "/run/secrets/": f"{folder}/secrets/",
        "/tmp/": f"{folder}/tmp/",
        "listen 8080 ": f"listen 127.0.0.1:{ports['http']} ",
        "listen 8443 ": f"listen 127.0.0.1:{ports['https']} ",
        "listen 8081 ": f"listen 127.0.0.1:{ports['monitor']} ",
        "set $web web;": "set $web 127.0.0.1;",
        "$web:8000;": f"$web:{ports['web']};",
    }
    for there in moves:
        assert there in words, f"nginx.conf no longer has «{there}»"
    return re.sub("|".join(map(re.escape, moves)), lambda found: moves[found[0]], words)


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    words: str


class Visitor:
    """A browser outside, reduced: TLS that trusts the throw-away certificate only, and cookies."""

    def __init__(self, folder: Path, ports: dict[str, int]) -> None:
        self.ports, self.cookies = ports, {}
        self.trust = ssl.create_default_context(cafile=folder / "secrets" / "certificate")

    def ask(self, path: str, method: str = "GET", body=None, door: str = "https", **headers: str) -> Answer:
        """Ask at one of the proxy's doors; header names are written with underscores."""
        way = http.client.HTTPConnection(HOST)
        way.sock = self._enter(door)
        sent = {name.replace("_", "-"): words for name, words in headers.items()}
        sent["Cookie"] = "; ".join(f"{name}={words}" for name, words in self.cookies.items())
        way.request(method, path, body, sent)
        answer = way.getresponse()
        for cookie in SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie") or [])).values():
            self.cookies[cookie.key] = cookie.value
        return Answer(answer.status, answer.headers, answer.read().decode())

    def log_in(self, username: str, password: str, **headers: str) -> Answer:
        """Fill in the login page as it came."""
        token = TOKEN.search(self.ask("/login/").words)[1]
        form = urlencode({"csrfmiddlewaretoken": token, "username": username, "password": password})
        kind = {"Content_Type": "application/x-www-form-urlencoded", "Referer": f"https://{HOST}/login/"}
        return self.ask("/login/", "POST", form, **kind, **headers)

    def _enter(self, door: str) -> socket.socket:
        way = socket.create_connection(("127.0.0.1", self.ports[door]), timeout=60)
        return self.trust.wrap_socket(way, server_hostname=HOST) if door == "https" else way
