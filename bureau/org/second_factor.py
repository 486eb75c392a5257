"""两步验证: enrolled with a telephone, asked at each login, opened by a recovery code where that is lost. TOTP (RFC 6238), with the
throttling of django-otp."""

import secrets
import time
from base64 import b32encode
from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django_otp.oath import TOTP

from bureau.org import cipher
from bureau.org.models import Person, RecoveryCode, SecondFactor
from bureau.org.models.second_factor import secret_of

SECRET = 20  # bytes, RFC 4226
EITHER_SIDE = 1  # steps of 30 seconds by which clocks may differ
CODES, LETTERS = 8, "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 10


def new_secret(person: Person) -> str:
    """A secret for them, sealed, to travel with the form until it is confirmed."""
    return cipher.seal(secrets.token_bytes(SECRET), secret_of(person.pk)).hex()


def opened(sealed: str, person: Person) -> bytes | None:
    """None where it was not made here, or for somebody else."""
    try:
        return cipher.unseal(bytes.fromhex(sealed), secret_of(person.pk))
    except (ValueError, cipher.Unreadable):
        return None


def picture(secret: bytes, person: Person) -> SafeString:
    """What the telephone photographs, as SVG."""
    told = urlencode({"secret": spelled(secret), "issuer": f"{settings.COUNTY_NAME}督查"}, quote_via=quote)
    address = f"otpauth://totp/{quote(person.username)}?{told}"
    return mark_safe(segno.make(address, error="l").svg_inline(border=4, light="#fff", omitsize=True))


def spelled(secret: bytes) -> str:
    """As it is typed where the telephone has no camera."""
    return b32encode(secret).decode()


def step_of(secret: bytes, token: str, after: int = -1) -> int | None:
    """The step whose digits these are, later than `after`; None where they are wrong."""
    if not (token.isascii() and token.isdecimal() and len(token) == 6):
        return None
    totp = TOTP(secret)
    totp.time = time.time()  # else a step might pass meanwhile
    return totp.t() if totp.verify(int(token), EITHER_SIDE, min_t=after + 1) else None


@transaction.atomic
def enrol(person: Person, secret: bytes, step: int) -> list[str]:
    """In force from now on, instead of what was before. The recovery codes, told this once."""
    drop(person)
    sealed = cipher.seal(secret, secret_of(person.pk))
    SecondFactor.objects.create(user=person, name="totp", sealed=sealed, last_step=step)
    codes = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)) for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, digest=cipher.digests(code, secret_of(person.pk))[0]) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def drop(person: Person) -> None:
    SecondFactor.objects.filter(user=person).delete()
    RecoveryCode.objects.filter(person=person).delete()


@transaction.atomic
def passes(person: Person, typed: str) -> bool:
    """Whether these are the digits of now, or one of the recovery codes. Wrong ones are not even looked at for a while, each
    time longer. Raises cipher.Unreadable."""
    factor = SecondFactor.objects.select_for_update().filter(user=person).first()
    if factor is None or not factor.verify_is_allowed()[0]:
        return False
    token = typed.replace(" ", "").replace("-", "").lower()
    step = step_of(factor.key, token, factor.last_step)
    if step is not None:
        factor.last_step = step
    if step is None and not used_up(person, token):
        factor.throttle_increment()
        return False
    factor.throttle_reset()
    return True


def used_up(person: Person, code: str) -> bool:
    """Whether it was one of the codes; it is none any more."""
    known = RecoveryCode.objects.filter(person=person, digest__in=cipher.digests(code, secret_of(person.pk)))
    return known.delete()[0] > 0
