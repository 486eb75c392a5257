"""`make secrets`: the files that `docker-compose.yml` mounts, made once and never overwritten."""

import os
from pathlib import Path
from secrets import token_urlsafe

from ..paths import TOP
from ..say import Trouble, say

FOLDER = TOP / "var" / "production"
IDENTITY = 10001  # user and group of the containers, as in the Dockerfile and docker-compose.yml
DATABASE = "postgres://{}:{}@db:5432/bureau"
LOGINS = {
    "application": "bureau_web",
    "report": "bureau_report",
    "backup": "bureau_backup",
}  # made by `migrate`


def make() -> int:
    if os.geteuid():
        raise Trouble("密钥文件要交给容器的用户组读取：请用 root 运行，例如 sudo make secrets。")
    prepare(FOLDER)
    give(FOLDER)
    say(
        f"密钥在 {FOLDER / 'secrets'}。请把其中的 timeline-key、vault-key、secret-key 另处保管：没有它们，备份无法核对，保密身份无法打开。"
    )
    if not (FOLDER / "tls" / "key.pem").exists():
        say(f"还缺证书：请放到 {FOLDER / 'tls'}，名为 certificate.pem（含中间证书）和 key.pem，再运行一次。")
    return 0


def prepare(folder: Path) -> None:
    """Make what is missing under `folder`."""
    for name in ("secrets", "tls", "fonts", "backups"):
        (folder / name).mkdir(mode=0o750, parents=True, exist_ok=True)
    password = _once(folder / "secrets" / "database-password", token_urlsafe(32))
    url = _once(folder / "secrets" / "database-url", DATABASE.format("bureau", password))
    if password not in url:
        raise Trouble("database-url 里的密码与 database-password 不一致：请改成一致后重试。")
    for purpose, login in LOGINS.items():
        _once(folder / "secrets" / f"{purpose}-database-url", DATABASE.format(login, token_urlsafe(32)))
    for name in ("secret-key", "timeline-key", "vault-key", "metrics-token", "notice-gateway-key"):
        _once(folder / "secrets" / name, token_urlsafe(48))
    _once(folder / "secrets" / "email-url", "")  # no mail until somebody writes an address there


def _once(file: Path, words: str) -> str:
    """The words in the file, written now if it does not exist."""
    if not file.exists():
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o440), "w") as fresh:
            fresh.write(words)
    return file.read_text().strip()


def give(folder: Path) -> None:
    """Let the containers' group, and nobody else, read the secrets, and write the backups."""
    for file in (*(folder / "secrets").iterdir(), *(folder / "tls").iterdir()):
        os.chown(file, 0, IDENTITY)
        file.chmod(0o440)
    os.chown(folder / "backups", IDENTITY, IDENTITY)
    (folder / "fonts").chmod(0o755)
