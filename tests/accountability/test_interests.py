"""利害关系申报: declared by everybody of the bureau for themselves, read by the director, asked when a case names its people."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions
from accountability.models import Interest
from bureau.cadres import keeping
from bureau.jobs.barred import Barred
from bureau.org.models import AdminEntry
from bureau.org.posts import Post
from tests.accountability.playing import DEPUTY_NAME, play, register_people
from tests.county import person

pytestmark = pytest.mark.django_db
PAGE = reverse("accountability:interests")


def sent(browser, **given):
    page = browser.get(PAGE)
    return browser.post(PAGE, {"ground": "kin", **given, **page.context["hidden"]}, follow=True)


def test_whoever_works_at_the_bureau_declares_and_finds_the_way_under_their_name(county, enter):
    browser = enter(county.colleague)
    assert f'href="{PAGE}"' in browser.get(reverse("desk:home")).content.decode()
    text = sent(browser, units=county.water.short, words="配偶在该单位任职").content.decode()
    assert "已申报" in text
    assert "配偶在该单位任职" in text
    assert Interest.objects.get().unit == county.water
    assert AdminEntry.objects.filter(person=county.colleague, sentence__startswith="申报利害关系").exists()


@pytest.mark.parametrize("who", ["water_liaison", "magistrate", "system"])
def test_who_does_not_work_at_the_bureau_finds_no_such_page(county, enter, who):
    browser = enter(getattr(county, who))
    assert browser.get(PAGE).status_code == 404
    assert PAGE not in browser.get("/", follow=True).content.decode()


@pytest.mark.parametrize("who, reads", [("director", True), ("officer", False), ("inquirer", False)])
def test_the_director_alone_reads_what_another_declared(county, enter, who, reads):
    actions.declare(county.colleague, "interest", "妹夫的企业在该镇", [county.horse])
    text = enter(getattr(county, who)).get(PAGE).content.decode()
    assert ("妹夫的企业在该镇" in text) is reads
    assert ("全局申报" in text) is reads


@pytest.mark.parametrize(
    "given, field, told",
    [
        ({}, "units", "请填写单位，或者在下面选择干部的职务"),
        ({"units": "没有的局"}, "units", "没有的局"),
        ({"units": "县水利局", "ground": ""}, "ground", "请选择是哪一种关系"),
        ({"units": "县水利局", "ground": "handled"}, "ground", "handled"),
    ],
)
def test_a_declaration_that_lacks_something_says_so_at_its_field(county, enter, given, field, told):
    answer = sent(enter(county.officer), words="留着", **given)
    assert told in str(answer.context["form"].errors[field])
    assert answer.context["form"]["words"].value() == "留着"
    assert not Interest.objects.exists()


def test_the_same_one_twice_and_a_name_are_refused_with_what_was_typed(county, enter):
    register_people(county)
    browser = enter(county.officer)
    answer = sent(browser, units=county.water.short, words=f"与{DEPUTY_NAME}是同学")
    assert (answer.status_code, list(answer.context["form"].errors)) == (409, ["words"])
    sent(browser, units=county.water.short)
    answer = sent(browser, units=county.water.short, words="再报一次")
    assert "不用再报" in str(answer.context["form"].errors["units"])
    assert Interest.objects.count() == 1


def test_who_is_tied_to_a_cadre_stays_tied_wherever_that_one_serves(county):
    people = register_people(county)
    one = person("inquirer-b", "问责专员乙", county.bureau, Post.ACCOUNTABILITY)
    actions.declare(one, "kin", cadre=people["deputy"].cadre)
    keeping.end(county.inquirer, people["deputy"], timezone.localdate())
    new = keeping.Held(unit=county.roads, title="局长", rank="full", part="head", since=timezone.localdate())
    keeping.appoint(county.inquirer, people["deputy"].cadre, new)
    it = play(county, "clue", people=people)
    with pytest.raises(Barred, match="申报过利害关系"):
        actions.check(county.inquirer, it.record, [it.second, it.third], "查。")


def test_what_is_withdrawn_binds_nobody_and_stays_written(county, enter):
    (own,) = actions.declare(county.officer, "kin", units=[county.water])
    url = reverse("accountability:withdraw_interest", args=[own.pk])
    assert enter(county.colleague).get(url).status_code == 404
    browser = enter(county.officer)
    answer = browser.post(url, browser.get(url).context["hidden"], follow=True)
    assert "已撤销" in answer.content.decode()
    assert "这一项已经撤销" in browser.get(url, follow=True).content.decode()
    with pytest.raises(Barred):
        actions.withdraw(county.officer, own)
    assert Interest.objects.get().withdrawn_at
    assert actions.declare(county.officer, "kin", units=[county.water])
