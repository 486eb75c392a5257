"""A new installation, from an empty database to its first login."""

import pytest
from django.core.management import CommandError, call_command

from bureau.org import seed
from bureau.org.management.commands import set_up
from bureau.org.models import EnteredLimits, Limit, Person
from bureau.org.posts import Post

pytestmark = pytest.mark.django_db


def typed(monkeypatch, password):
    monkeypatch.setattr(set_up, "getpass", lambda prompt: password)


def test_it_fills_the_limits_and_opens_the_first_administrator(monkeypatch):
    typed(monkeypatch, "a-long-enough-secret-7")
    call_command("set_up", admin="root")
    person = Person.objects.get(username="root")
    assert Limit.objects.exists()
    assert person.holds(Post.SYSTEM)
    assert person.must_change_password


def test_a_weak_password_opens_nothing_and_fills_nothing(monkeypatch):
    typed(monkeypatch, "12345")
    with pytest.raises(CommandError):
        call_command("set_up", admin="root")
    assert not Person.objects.exists()
    assert not Limit.objects.exists()


def test_it_may_be_run_again(monkeypatch):
    call_command("set_up")
    limits = Limit.objects.count()
    call_command("set_up")
    assert Limit.objects.count() == limits


def test_a_step_that_comes_with_an_update_has_its_limits():
    call_command("set_up")
    Limit.objects.filter(step="sign").delete()
    EnteredLimits.objects.filter(step="sign").delete()
    seed.enter_new_limits()
    assert Limit.objects.filter(step="sign").exists()


def test_an_update_leaves_what_the_bureau_changed_and_what_it_deleted():
    call_command("set_up")
    gone = Limit.objects.exclude(step="sign").values_list("step", flat=True).first()
    Limit.objects.filter(step=gone).delete()
    Limit.objects.filter(step="sign").update(amount=77)
    seed.enter_new_limits()
    assert not Limit.objects.filter(step=gone).exists()
    assert set(Limit.objects.filter(step="sign").values_list("amount", flat=True)) == {77}


def test_an_update_of_an_empty_installation_enters_nothing():
    seed.enter_new_limits()
    assert not Limit.objects.exists()


def test_an_account_that_exists_is_not_taken_over(monkeypatch):
    typed(monkeypatch, "a-long-enough-secret-7")
    call_command("set_up", admin="root")
    with pytest.raises(CommandError, match="已经存在"):
        call_command("set_up", admin="root")


def test_the_three_administrators_are_opened_at_the_machine_and_each_that_is_missing_is_named(
    monkeypatch, capsys
):
    typed(monkeypatch, "a-long-enough-secret-7")
    call_command("set_up", admin="root")
    told = capsys.readouterr().out
    assert "还没有安全管理员，请加 --security 账号" in told
    assert "还没有审计管理员，请加 --audit 账号" in told
    call_command("set_up", security="guard", audit="reader")
    assert Person.objects.get(username="guard").posts == {Post.SECURITY}
    assert Person.objects.get(username="reader").posts == {Post.AUDIT}
    assert "还没有" not in capsys.readouterr().out
