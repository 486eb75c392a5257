"""Found again without standing anywhere in plain: the same complainant, and the code that an enterprise was given."""

import secrets
from uuid import UUID

from bureau.matters.models import Matter
from bureau.org import cipher
from bureau.vault.models import Identity, Mark
from bureau.vault.particulars import CODE_DIGITS, Particulars


def new_code() -> str:
    """查询码: by which somebody without an account finds their complaint again; told once."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def code_of(form: UUID) -> str:
    """The code that comes of this form, however often it is sent; nobody reckons it who has not the key."""
    return f"{int(cipher.digests(str(form), 'form')[0], 16) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def mark(identity: Identity, who: Particulars) -> None:
    """Put down by what this one will be found; what was put down before goes."""
    identity.marks.all().delete()
    marks = who.marks().items()
    Mark.objects.bulk_create(
        Mark(identity=identity, kind=kind, digest=cipher.digests(words, kind)[0]) for kind, words in marks
    )


def known_before(who: Particulars) -> list[int]:
    """Keys of the matters on which the same telephone, licence, or name of the same enterprise is kept; the latest first.
    Which of them somebody sees is asked of `Matter.objects.visible_to`, as ever."""
    known = who.marks()
    known.pop("code", None)
    digests = [digest for kind, words in known.items() for digest in cipher.digests(words, kind)]
    found = Matter.objects.filter(pk__in=Identity.objects.filter(marks__digest__in=digests).values("matter"))
    return list(found.order_by("-pk").values_list("pk", flat=True))


def by_code(code: str) -> Identity | None:
    """Whose code it is, typed with blanks or without; None for nobody's."""
    words = Particulars(code=code).marks().get("code")
    if words is None:
        return None
    found = Identity.objects.filter(marks__kind="code", marks__digest__in=cipher.digests(words, "code"))
    return found.select_related("matter").first()
