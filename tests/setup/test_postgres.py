"""Our own PostgreSQL: created, stopped, found again, taken back from a starter that was killed."""

import os
import stat

import psycopg
import pytest

from bureau.setup.say import Trouble

pytestmark = pytest.mark.slow


def ask(url: str, sql: str):
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchone()


def remember(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("create table kept as select '桃溪' as county")


def test_a_server_answers_at_its_address_and_is_silent_after_stop(postgres):
    server = postgres()
    server.start()
    assert ask(server.url, "select current_database(), current_setting('server_encoding')") == (
        "bureau",
        "UTF8",
    )
    server.stop()
    with pytest.raises(psycopg.OperationalError):
        ask(server.url, "select 1")


def test_a_second_start_keeps_the_data(postgres):
    first = postgres()
    first.start()
    remember(first.url)
    first.stop()
    second = postgres()
    second.start()
    assert ask(second.url, "select county from kept") == ("桃溪",)


def test_a_server_left_behind_by_a_killed_starter_is_stopped_and_its_data_kept(postgres):
    forgotten = postgres()
    forgotten.start()
    remember(forgotten.url)
    successor = postgres()
    successor.start()
    assert ask(successor.url, "select county from kept") == ("桃溪",)
    with pytest.raises(Trouble, match="数据库已退出"):
        forgotten.server.require_alive()


def test_a_pid_file_whose_number_now_belongs_to_another_process_does_not_stand_in_the_way(postgres):
    first = postgres()
    first.start()
    first.stop()
    (first.data / "postmaster.pid").write_text(f"{os.getpid()}\n/somewhere\n0\n")
    second = postgres()
    second.start()
    assert ask(second.url, "select 1") == (1,)


def test_a_half_made_cluster_is_made_again(postgres):
    server = postgres()
    (server.folder / "data.new").mkdir(parents=True)
    (server.folder / "data.new" / "PG_VERSION").write_text("15")
    server.start()
    assert ask(server.url, "select 1") == (1,)


def test_nobody_enters_without_the_password(running):
    head, _, tail = running.url.partition("@")
    with pytest.raises(psycopg.OperationalError, match="password"):
        ask(f"{head.rpartition(':')[0]}:wrong@{tail}", "select 1")


def test_the_password_can_be_read_by_its_owner_only(running):
    assert stat.S_IMODE((running.folder / "password").stat().st_mode) == 0o600


def test_the_server_never_runs_as_root(running):
    assert os.stat(f"/proc/{running.server.pid}").st_uid != 0
