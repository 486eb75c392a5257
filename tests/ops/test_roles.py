"""The roles of the database: who serves may change rows and nothing else, whatever it tries."""

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from bureau.matters.models import Entry
from bureau.notices.sweep import sweep
from bureau.ops.backup.making import make
from bureau.ops.checks import SECTIONS
from bureau.ops.roles import readable
from bureau.ops.roles.privileges import what_it_may
from tests.county import PASSWORD
from tests.house.scene import Scene
from tests.ops import roles

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def made(settings):
    with roles.made(settings):
        yield


def tables() -> list[str]:
    return connection.introspection.table_names()


OVERTHROWS = [
    "ALTER TABLE matters_entry DISABLE TRIGGER ALL",
    "ALTER TABLE matters_entry DISABLE TRIGGER append_only",
    "DROP TRIGGER append_only ON matters_entry",
    "DROP TABLE matters_entry",
    "DROP FUNCTION refuse_change_of_timeline() CASCADE",
    "CREATE OR REPLACE FUNCTION refuse_change_of_timeline() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
    "CREATE FUNCTION public.mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "CREATE TRIGGER mine BEFORE INSERT ON matters_entry EXECUTE FUNCTION refuse_change_of_timeline()",
    "CREATE RULE mine AS ON INSERT TO matters_entry DO INSTEAD NOTHING",
    "ALTER TABLE matters_entry OWNER TO CURRENT_USER",
    "TRUNCATE matters_entry CASCADE",
    "UPDATE matters_entry SET sentence = ''",
    "DELETE FROM matters_entry",
    "DELETE FROM vault_line",
    "UPDATE org_adminentry SET sentence = ''",
    "DELETE FROM org_adminentry",
    "DELETE FROM reports_bulletinentry",
    "UPDATE leading_ink SET picture = ''",
    "DELETE FROM django_migrations",
    "SET session_replication_role = 'replica'",
    "CREATE TEMPORARY TABLE reports_bulletin (id bigint, state text)",
    "CREATE TABLE public.mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY matters_entry TO PROGRAM 'cat'",
    "SELECT setval('matters_entry_id_seq', 1)",
]


def test_the_application_cannot_overthrow_what_is_kept(made):
    for statement in OVERTHROWS:
        assert roles.refused("web", statement), statement
        assert roles.refused("web", "SET bureau.emptying = 'yes'", statement), statement


def test_no_table_can_be_emptied_altered_or_dropped_by_anybody_but_its_owner(made):
    for table in tables():
        for role in ("web", "report", "backup"):
            for act in (
                f"TRUNCATE {table} CASCADE",
                f"ALTER TABLE {table} DISABLE TRIGGER ALL",
                f"DROP TABLE {table}",
            ):
                assert roles.refused(role, act), (role, act)


def test_every_guard_lets_go_for_the_owner_of_its_table_alone():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname, p.prosrc FROM pg_proc p WHERE prorettype = 'trigger'::regtype"
            " AND pronamespace = 'public'::regnamespace AND prosrc LIKE '%emptying%'"
        )
        guards = dict(cursor.fetchall())
    assert len(guards) > 8
    assert [name for name, words in guards.items() if "public.emptying(TG_RELID)" not in words] == []
    assert [name for name, words in guards.items() if "current_setting" in words] == []


def test_a_signed_bulletin_stays_frozen_whatever_the_application_sets(county, made):
    Scene(county)
    change = "UPDATE reports_bulletin SET title = title || '改' WHERE state = 'issued'"
    with psycopg.connect(roles.address(roles.named("web"), roles.PASSWORD)) as web:
        web.execute("SET bureau.emptying = 'yes'")
        with pytest.raises(psycopg.errors.IntegrityError, match="frozen"):
            web.execute(change)
    with connection.cursor() as owner:
        owner.execute("SET bureau.emptying = 'yes'")
        owner.execute(change)
        assert owner.rowcount > 0
        owner.execute("RESET bureau.emptying")


def test_the_whole_house_works_as_that_role(county, made):
    """Every room's steps, an import, numbers, papers, a login by password, a round of the clock, a walk over the chain."""
    with roles.acting_as("web"):
        scene = Scene(county)
        browser = Client()
        login = browser.post("/login/", {"username": county.officer.username, "password": PASSWORD})
        assert (login.status_code, login.url) == (302, "/")
        assert browser.get(f"/directives/{scene.running.pk}/").status_code == 200
        browser.logout()
        assert sweep().notices > 0
        call_command("verify_timeline", verbosity=0)
        assert Entry.objects.count() > 100


def test_who_reads_figures_counts_and_finds_no_words(county, made):
    running = county.directive("running", to=[county.water], title="不给看的题目")
    with psycopg.connect(roles.address(roles.named("report"), roles.PASSWORD)) as report:
        found = report.execute(
            "SELECT unit.name, count(*) FROM matters_assignment part JOIN org_unit unit ON unit.id = unit_id"
            " JOIN directives_directive USING (matter_id) WHERE matter_id = %s GROUP BY 1",
            [running.pk],
        ).fetchall()
    assert found == [(county.water.name, 1)]
    secrets = {
        "matters_matter": "title",
        "matters_entry": "sentence",
        "matters_entry ": "facts",
        "org_person": "password",
        "org_person ": "name",
        "vault_identity": "id",
        "ballots_ballot": "id",
        "accountability_subject": "unit_id",
        "merits_merit": "vote",
        "org_session": "person_id",
    }
    for table, column in secrets.items():
        assert roles.refused("report", f"SELECT {column} FROM {table}")
    for table in tables():
        assert roles.refused("report", f"DELETE FROM {table}")


def test_no_column_of_words_or_of_cipher_text_is_readable_in_reports():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'bytea', 'jsonb', 'inet', 'ARRAY')"
        )
        wordy = {(table, column) for table, column in cursor.fetchall() if table != "org_unit"}
    granted = {(table, column) for table, names in readable.columns().items() for column in names}
    assert len(granted) > 300
    assert granted & wordy == set()


def test_the_backup_is_made_by_its_own_role_which_changes_nothing(county, made, tmp_path):
    county.directive("running", to=[county.water])
    with roles.acting_as("backup"):
        done = make(tmp_path)
    assert (done.trouble, (tmp_path / done.name).exists()) == ("", True)
    for table in tables():
        assert roles.refused("backup", f"DELETE FROM {table}")
        if table != "ops_backup":
            assert roles.refused("backup", f"INSERT INTO {table} DEFAULT VALUES")


def test_a_second_migration_grants_the_same_again_and_takes_a_new_password(made, settings):
    settings.DATABASE_URL = roles.address(roles.named("web"), "another")
    call_command("migrate", interactive=False, verbosity=0)
    with psycopg.connect(settings.DATABASE_URL) as web:
        assert web.execute("SELECT count(*) FROM matters_matter").fetchone() == (0,)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(roles.address(roles.named("web"), roles.PASSWORD))


def test_one_login_for_two_purposes_is_refused(made, settings):
    settings.DATABASE_REPORT_URL = settings.DATABASE_URL
    with pytest.raises(CommandError, match="不能相同"):
        call_command("migrate", interactive=False, verbosity=0)


def test_an_application_that_owns_its_tables_is_told_on_the_operations_page(made, settings):
    (check,) = (check for check in SECTIONS["数据库"] if check.name == "账号")
    with roles.acting_as("web"):
        assert (what_it_may(), check.run().state) == ("", "good")
    settings.PRODUCTION = False
    assert check.run().state == "good"
    settings.PRODUCTION = True
    finding = check.run()
    assert finding.state == "bad"
    assert "超级用户" in finding.value
    assert "DATABASE_OWNER_URL" in finding.todo
    assert check.alarm
