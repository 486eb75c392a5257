"""AES-256-GCM under `VAULT_KEY`. Each text is bound to what it is about: moved to another row, it opens no more. And
digests with a key, by which equal words are found that stand nowhere."""

import hmac
import os
from functools import cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

# Bytes before the cipher text: which key, and what makes two cipher texts of one text differ.
NAME, NONCE = 4, 12


class Unreadable(Exception):
    """The cipher text opens with no key that this installation has, or is not what was written; in words for the user."""


def seal(words: bytes, about: str) -> bytes:
    """`about`: what the words are kept for, told again to open them."""
    nonce = os.urandom(NONCE)
    return (
        name_of(settings.VAULT_KEY) + nonce + cipher(settings.VAULT_KEY).encrypt(nonce, words, about.encode())
    )


def unseal(sealed: bytes, about: str) -> bytes:
    """Raises Unreadable."""
    name, nonce, text = sealed[:NAME], sealed[NAME : NAME + NONCE], sealed[NAME + NONCE :]
    key = next((key for key in keys() if name_of(key) == name), None)
    if key is None:
        raise Unreadable("保密信息是用另一把密钥加密的：请系统管理员在 VAULT_KEYS_BEFORE 中写上原来的密钥。")
    try:
        return cipher(key).decrypt(nonce, text, about.encode())
    except InvalidTag as broken:
        raise Unreadable("保密信息的密文被改动过，不能打开：请告诉系统管理员，从备份中找回。") from broken


def renewed(sealed: bytes, about: str) -> bytes:
    """The same words under the key of today. Raises Unreadable."""
    return seal(unseal(sealed, about), about)


def digests(words: str, about: str) -> list[str]:
    """Stand for the words and tell nobody which: in hex, one with each key, that of today first. Who has none cannot try."""
    return [hmac.digest(marking(key), f"{about}\n{words}".encode(), "sha256").hex() for key in keys()]


def is_current(sealed: bytes) -> bool:
    """Whether it was written with the key of today."""
    return sealed[:NAME] == name_of(settings.VAULT_KEY)


def keys() -> list[str]:
    """The key of today first, then those that were used before it."""
    return [settings.VAULT_KEY, *settings.VAULT_KEYS_BEFORE]


@cache
def cipher(key: str) -> AESGCM:
    return AESGCM(derived(key, b"bureau.vault"))


@cache
def marking(key: str) -> bytes:
    """What digests are made with."""
    return derived(key, b"bureau.vault marks")


def derived(key: str, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=use).derive(key.encode())


@cache
def name_of(key: str) -> bytes:
    """Tells keys apart and nothing of them."""
    return sha256(b"bureau.vault key\n" + key.encode()).digest()[:NAME]
