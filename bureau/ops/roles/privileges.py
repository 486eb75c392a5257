"""Whether who serves could do more than change rows: then whatever the database refuses, it refuses to nobody."""

from django.core.checks import Error, Tags, register

from bureau.ops import figures

ASKED = """
SELECT rolsuper, rolcreaterole, EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace
    AND relkind IN ('r', 'S') AND pg_has_role(current_user, relowner, 'MEMBER'))
FROM pg_roles WHERE rolname = current_user
"""
WORDS = ("超级用户", "可以建立账号", "数据表的所有者")
ADVICE = "把表的所有者写进 DATABASE_OWNER_URL，另写一个账号在 DATABASE_URL，运行 migrate（见 README“数据库账号”）。"


def what_it_may() -> str:
    """In words, what our role may do and should not; empty in a good installation."""
    (may,) = figures.ask(ASKED)
    return "、".join(words for words, true in zip(WORDS, may, strict=True) if true)


@register(Tags.database, deploy=True)
def serves_as_its_owner(app_configs, databases, **options) -> list[Error]:
    """For `check --deploy --database default`."""
    may = what_it_may() if databases else ""
    return [Error(f"网站登录数据库的账号是{may}。", hint=ADVICE, id="bureau.E001")] if may else []
