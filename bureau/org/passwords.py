"""What a password must be, besides what Django asks (`AUTH_PASSWORD_VALIDATORS`): several kinds of characters, none of the last
ones, and not the one that everybody knows from the demo; and for how long (等保2.0三级, 身份鉴别). How much of each:
`settings.PASSWORDS`, declared once."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from bureau.org import logins
from bureau.org.models import PastPassword, Person

KINDS = (str.islower, str.isupper, str.isdigit, lambda one: not one.isalnum())
NUMERALS = "零一二三四"
FEW = "密码要含有小写字母、大写字母、数字、符号中的至少{}种。"
USED = "密码不能与最近{}次用过的相同，请换一个。"


def said() -> str:
    """What is asked of a password, for whoever types one."""
    asked = settings.PASSWORDS
    return f"至少 {asked['length']} 位，含小写字母、大写字母、数字、符号中的{NUMERALS[asked['kinds']]}种。"


def is_old(person: Person) -> bool:
    """Whether the password has had its time. No `days`: it has no end."""
    days = settings.PASSWORDS["days"]
    return bool(days) and timezone.now() - person.password_set_at > timedelta(days=days)


def start(person: Person, encoded: str) -> None:
    """A password that somebody else chose: to be changed at once. Not saved yet; who is logged in is logged out."""
    if person.pk:
        remember(person)
        logins.end(person)
    person.password, person.must_change_password, person.password_set_at = encoded, True, timezone.now()


def remember(person: Person) -> None:
    """Before it is changed: the present one is kept among those that do not come back, as many as are asked for."""
    PastPassword.objects.create(person=person, password=person.password)
    kept = PastPassword.objects.filter(person=person).values("pk")[: settings.PASSWORDS["history"]]
    PastPassword.objects.filter(person=person).exclude(
        pk__in=list(kept.values_list("pk", flat=True))
    ).delete()


class SeveralKinds:
    """Raises ValidationError where fewer than `least` kinds of characters stand in it."""

    def __init__(self, least: int) -> None:
        self.least = least

    def validate(self, password: str, user: object = None) -> None:
        if sum(any(map(kind, password)) for kind in KINDS) < self.least:
            raise ValidationError(self.get_help_text(), code="password_few_kinds")

    def get_help_text(self) -> str:
        return FEW.format(NUMERALS[self.least])


class NotUsedBefore:
    """Raises ValidationError for one of the last `times` that this person had."""

    def __init__(self, times: int) -> None:
        self.times = times

    def validate(self, password: str, user: Person | None = None) -> None:
        if user is None or user.pk is None:
            return
        past = user.past_passwords.values_list("password", flat=True)[: self.times]
        if any(check_password(password, one) for one in past):
            raise ValidationError(self.get_help_text(), code="password_used")

    def get_help_text(self) -> str:
        return USED.format(self.times)


class NotKnown:
    """`known`: passwords that stand in the documents of this software. Raises ValidationError for one of them."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def validate(self, password: str, user: object = None) -> None:
        if password.casefold() in self.known:
            raise ValidationError("这是演示账号用过的密码，人人知道，请换一个。", code="password_known")

    def get_help_text(self) -> str:
        return "不要用演示账号的密码。"
