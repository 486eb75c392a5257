"""What each role is granted. Run after every migration, by the owner, so that a new table is granted by the same rule.

Everything is revoked first: what an earlier version granted does not stay.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import connection, transaction
from psycopg.sql import SQL, Identifier, Literal

from bureau.ops.models import Backup
from bureau.ops.roles import readable
from bureau.ops.roles.owner import login_of

APPEND_ONLY = """
SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = 'append_only'
"""
# The chain gives a line its place after it was written; its guard lets nothing else be changed.
PLACED = {"org_adminentry": ("place", "link")}
NOT_OURS = ("django_migrations",)  # whoever migrates writes it
# A temporary table of the same name would stand before the one that a guard asks.
CLOSED = """
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC
"""
LET_IN = """
GRANT CONNECT ON DATABASE {database} TO {role};
REVOKE ALL ON SCHEMA public FROM {role};
GRANT USAGE ON SCHEMA public TO {role};
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}
"""
APPLICATION = """
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}
"""
BACKUP = """
GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role};
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
GRANT INSERT ON {table} TO {role};
GRANT USAGE ON SEQUENCE {sequence} TO {role}
"""


class CannotGrant(Exception):
    """A sentence for whoever migrates: what is missing and who can mend it."""


@transaction.atomic
def grant() -> None:
    """Make the roles that our addresses name, where they are missing, and grant each what it needs.

    Raises CannotGrant."""
    owner = login_of(settings.DATABASE_OWNER_URL)["USER"]
    roles = list(_roles())
    names = [role for role, _password, _rights in roles]
    if len({owner, *names}) <= len(names):
        raise CannotGrant("表的所有者、网站、报表、备份的数据库账号不能相同：请给它们各写一个账号。")
    _run(CLOSED)
    for role, password, rights in roles:
        _make(role, password)
        _run(LET_IN, role=role)
        rights(role)


def _roles() -> Iterator[tuple[str, str, Callable[[str], None]]]:
    """Name, password, what grants it its rights."""
    for url, rights in (
        (settings.DATABASE_URL, _application),
        (settings.DATABASE_REPORT_URL, _report),
        (settings.DATABASE_BACKUP_URL, _backup),
    ):
        if url:
            yield *login_of(url).values(), rights


def _application(role: str) -> None:
    """Rows of all tables; those of a table that only grows are never changed, and none is emptied."""
    _run(APPLICATION, role=role)
    for table in NOT_OURS:
        _run("REVOKE INSERT, UPDATE, DELETE ON {table} FROM {role}", table=table, role=role)
    for (table,) in _asked(APPEND_ONLY):
        _run("REVOKE UPDATE, DELETE ON {table} FROM {role}", table=table, role=role)
    for table, columns in PLACED.items():
        _run("GRANT UPDATE ({columns}) ON {table} TO {role}", columns, table=table, role=role)


def _report(role: str) -> None:
    """What can be counted, by column."""
    for table, columns in readable.columns().items():
        _run("GRANT SELECT ({columns}) ON {table} TO {role}", columns, table=table, role=role)


def _backup(role: str) -> None:
    """All rows as they are, and the line that says that a backup was made."""
    table = Backup._meta.db_table
    _run(BACKUP, role=role, table=table, sequence=f"{table}_id_seq")


def _make(role: str, password: str) -> None:
    """It may log in by the password of its address, and nothing more. Only a digest of the password travels."""
    known = _asked("SELECT FROM pg_roles WHERE rolname = %s", role)
    ((mighty, makes),) = _asked("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user")
    if not mighty and not makes:
        if known:
            return
        raise CannotGrant(f"没有数据库账号 {role}，表的所有者也无权建立：请数据库管理员先建好，再运行一次。")
    attributes = "NOCREATEDB NOCREATEROLE" + " NOSUPERUSER NOREPLICATION NOBYPASSRLS" * mighty
    digest = connection.connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    verb = "ALTER" if known else "CREATE"
    _run(
        f"{verb} ROLE {{role}} LOGIN {attributes} PASSWORD {{digest}}",
        role=role,
        digest=Literal(digest.decode()),
    )


def _run(statement: str, columns: tuple[str, ...] = (), **names: str | Literal) -> None:
    """A string is the name of something; `columns` are names, too."""
    names |= {"database": connection.settings_dict["NAME"]}
    told = {key: Identifier(name) if isinstance(name, str) else name for key, name in names.items()}
    with connection.cursor() as cursor:
        cursor.execute(SQL(statement).format(columns=SQL(", ").join(map(Identifier, columns)), **told))


def _asked(question: str, *values: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchall()
