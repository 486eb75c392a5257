"""What a password must be, besides what Django asks (`AUTH_PASSWORD_VALIDATORS`): three kinds of characters (等保2.0三级, 身份鉴别), and
not the one that everybody knows from the demo."""

from django.core.exceptions import ValidationError

KINDS = (str.islower, str.isupper, str.isdigit, lambda one: not one.isalnum())
AT_LEAST = 3
SAID = "密码要含有小写字母、大写字母、数字、符号中的至少三种。"


class SeveralKinds:
    """Raises ValidationError where fewer than three kinds of characters stand in it."""

    def validate(self, password: str, user: object = None) -> None:
        if sum(any(map(kind, password)) for kind in KINDS) < AT_LEAST:
            raise ValidationError(SAID, code="password_few_kinds")

    def get_help_text(self) -> str:
        return SAID


class NotKnown:
    """`known`: passwords that stand in the documents of this software. Raises ValidationError for one of them."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def validate(self, password: str, user: object = None) -> None:
        if password.casefold() in self.known:
            raise ValidationError("这是演示账号用过的密码，人人知道，请换一个。", code="password_known")

    def get_help_text(self) -> str:
        return "不要用演示账号的密码。"
