"""Outside: a real mail server and a real gateway; what is urgent goes at once, what failed goes again, nothing twice."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from bureau.matters.models import Duty, Matter
from bureau.matters.parts import assignments
from bureau.notices import tasks, watch
from bureau.notices.deliver import deliver, outbox
from bureau.notices.models import Clock, Delivery, News, Notice, Preference
from bureau.notices.outbox import LEASE
from bureau.notices.sweep import sweep
from tests.notices.receivers import KEY, gateway, mailbox, read

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def phone(settings):
    with gateway() as server:
        settings.NOTICE_GATEWAY_URL, settings.NOTICE_GATEWAY_KEY = server.url, KEY
        yield server


@pytest.fixture
def post_office(settings):
    with mailbox() as box:
        settings.EMAIL_URL, settings.MAIL_FROM = box.url, "duchaju@taoxi.example"
        yield box


def reach(person, **words) -> Preference:
    words = {"email": f"{person.username}@taoxi.example", "mobile": "13900000000", **words}
    return Preference.objects.create(person=person, **words)


def urgent(county, **words):
    """A duty of water's that goes outside at once."""
    directive = county.directive("dispatched", **{"urgency": "urgent", **words})
    Duty.objects.exclude(matter=directive.matter, step="sign").update(done_at=timezone.now())
    sweep()
    return directive


def test_an_urgent_duty_goes_out_by_every_channel_and_is_not_sent_again(armed, phone, post_office):
    reach(armed.water_liaison)
    directive = urgent(armed)
    assert (deliver("mail"), deliver("gateway")) == (1, 1)
    assert (deliver("mail"), deliver("gateway")) == (0, 0)
    (text,) = phone.taken.values()
    assert text["to"] == "13900000000"
    assert directive.matter.number in text["text"]
    assert "签收" in text["text"]
    assert text["url"].endswith(f"/notices/{Notice.objects.get(person=armed.water_liaison).pk}/")


def test_a_text_message_never_holds_the_title_and_a_mail_does(armed, phone, post_office):
    reach(armed.water_liaison)
    directive = urgent(armed)
    deliver("mail"), deliver("gateway")
    assert directive.matter.title not in str(phone.taken)
    assert directive.matter.title in read(post_office.mails[0])


def test_a_mail_about_a_sealed_matter_holds_no_title_either(armed, post_office):
    reach(armed.officer)
    directive = armed.directive("proposed", urgency="urgent", secrecy="sealed")
    Duty.objects.update(holder_post="", holder_unit=None, holder_person=armed.officer)
    sweep()
    assert deliver("mail") == 1
    assert directive.matter.title not in read(post_office.mails[0])


def test_what_is_not_urgent_waits_for_the_digest(armed, phone):
    reach(armed.water_liaison)
    urgent(armed, urgency="normal")
    assert Notice.objects.filter(person=armed.water_liaison).exists()
    assert not Delivery.objects.exists()


def test_what_is_urgent_cannot_be_switched_off(armed, phone, post_office):
    reach(armed.water_liaison, by_mail=False, by_gateway=False, digest=False)
    urgent(armed)
    assert deliver("mail") + deliver("gateway") == 2


def test_the_chosen_channel_alone_is_used(armed, phone, post_office):
    reach(armed.water_liaison, by_gateway=False)
    urgent(armed)
    assert list(Delivery.objects.values_list("channel", flat=True)) == ["mail"]


@pytest.mark.parametrize("urgency, at_night", [("urgent", 0), ("flash", 1)])
def test_at_night_only_the_most_urgent_goes_out(armed, phone, friday, urgency, at_night):
    reach(armed.water_liaison)
    friday.move_to("2026-11-20T22:00:00+08:00", tick=False)
    urgent(armed, urgency=urgency)
    assert deliver("gateway") == at_night
    friday.move_to("2026-11-21T07:31:00+08:00", tick=False)
    assert deliver("gateway") == 1 - at_night
    assert Delivery.objects.get().state == State.SENT


def signed(county, directive):
    assignments.sign(county.water_liaison, county.part(directive))


def moved(county, directive):
    Duty.objects.filter(matter=directive.matter, step="sign").update(
        due_at=timezone.now() + timedelta(days=9)
    )


def sealed(county, directive):
    Matter.objects.filter(pk=directive.pk).update(secrecy="sealed")
    directive.matter.assignments.update(sealed=True)


def left(county, directive):
    county.water_liaison.is_active = False
    county.water_liaison.save()


def another_post(county, directive):
    county.water_liaison.postings.all().delete()


def was_read(county, directive):
    Notice.objects.update(read_at=timezone.now())


def no_address(county, directive):
    Preference.objects.update(email="", mobile="")


@pytest.mark.parametrize("change", [signed, moved, sealed, left, another_post, was_read, no_address])
def test_what_has_changed_since_is_looked_at_before_it_is_sent(armed, phone, change):
    reach(armed.water_liaison)
    directive = urgent(armed)
    change(armed, directive)
    assert deliver("gateway") == 0
    dropped = Delivery.objects.get(person=armed.water_liaison)
    assert dropped.state == State.DROPPED
    assert dropped.trouble
    assert phone.taken == {}


def test_a_failure_is_tried_again_after_longer_and_longer_and_in_the_end_given_up(armed, phone, friday):
    reach(armed.water_liaison, quiet_from=time(0), quiet_to=time(0))
    urgent(armed)
    phone.answers = [500] * 7
    waits, now = [], timezone.now()
    while (delivery := Delivery.objects.get()).state == State.WAITING:
        waits.append((delivery.next_at - now).total_seconds() / 60)
        now = delivery.next_at
        friday.move_to(now, tick=False)
        deliver("gateway")
    assert waits == [0, 1, 5, 15, 60, 240, 720]
    assert delivery.state == State.FAILED
    assert "500" in delivery.trouble


def test_after_an_outage_of_hours_everything_goes_once(armed, phone, friday):
    for person in (armed.water_liaison, armed.water_head):
        reach(person)
    urgent(armed)
    phone.answers = [503] * 6
    for minutes in (0, 1, 5):
        friday.shift(timedelta(minutes=minutes))
        deliver("gateway")
    friday.move_to("2026-11-20T16:00:00+08:00", tick=False)
    assert deliver("gateway") == 2
    assert len(phone.taken) == 2
    assert phone.repeats == 0


def test_one_address_that_is_refused_stops_nobody_else(armed, post_office):
    reach(armed.water_liaison, email="refused@taoxi.example")
    reach(armed.water_head)
    urgent(armed)
    assert deliver("mail") == 1
    assert [mail.rcpt_tos for mail in post_office.mails] == [["water-head@taoxi.example"]]
    assert "550" in Delivery.objects.get(person=armed.water_liaison).trouble


def test_a_channel_that_is_down_does_not_hold_up_the_other(armed, phone, post_office, settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:9"
    reach(armed.water_liaison)
    urgent(armed)
    assert (deliver("mail"), deliver("gateway")) == (0, 1)


def test_a_channel_that_is_down_is_left_alone_after_three_tries(armed, phone, county):
    people = [county.water_liaison, county.water_head, county.roads_liaison, county.finance_liaison]
    for person in people:
        reach(person)
        outgoing(person)
    phone.answers = [503] * 9
    assert deliver("gateway") == 0
    assert len(phone.answers) == 6
    assert sorted(Delivery.objects.values_list("tries", flat=True)) == [0, 1, 1, 1]


def outgoing(person) -> Delivery:
    notice = Notice.objects.create(
        person=person, news=News.TEST, words="测试", urgent=True, at=timezone.now()
    )
    return Delivery.objects.create(person=person, channel="gateway", notice=notice, next_at=timezone.now())


def test_a_redirect_is_not_followed(armed, phone):
    reach(armed.water_liaison)
    urgent(armed)
    phone.answers = [302]
    assert deliver("gateway") == 0
    assert phone.taken == {}
    assert "302" in Delivery.objects.get().trouble


def test_the_receiver_refuses_a_wrong_key_and_an_old_message(armed, phone, settings, friday):
    reach(armed.water_liaison)
    outgoing(armed.water_liaison)
    settings.NOTICE_GATEWAY_KEY = "another key"
    deliver("gateway")
    settings.NOTICE_GATEWAY_KEY = KEY
    friday.shift(timedelta(minutes=1))
    phone.judge, real = lambda headers, body: real(Aged(headers), body), phone.judge
    deliver("gateway")
    assert phone.refused == ["signature", "signature"]
    assert phone.taken == {}


class Aged(dict):
    """The same message with another time on it: its signature does not fit."""

    def __getitem__(self, name):
        return "1" if name == "X-Timestamp" else super().__getitem__(name)


def test_a_message_whose_mark_was_lost_goes_again_under_the_same_key(armed, phone, friday):
    reach(armed.water_liaison)
    delivery = outgoing(armed.water_liaison)
    (leased,) = outbox("gateway").lease()
    from bureau.notices import channels
    from bureau.notices.composing import compose

    channels.send("gateway", compose(leased, timezone.now()))  # and the worker is killed before it marks
    assert deliver("gateway") == 0
    friday.shift(LEASE + timedelta(seconds=1))
    assert deliver("gateway") == 1
    assert list(phone.taken) == [str(delivery.key)]
    assert phone.repeats == 1


def test_what_is_leased_to_one_is_not_sent_by_another(armed, phone):
    reach(armed.water_liaison)
    outgoing(armed.water_liaison)
    (leased,) = outbox("gateway").lease()
    assert outbox("gateway").lease() == []
    assert outbox("gateway").attempt(leased) == "sent"


def test_who_gave_a_message_up_is_not_overruled_by_the_worker(armed, phone):
    reach(armed.water_liaison)
    outgoing(armed.water_liaison)
    (leased,) = outbox("gateway").lease()
    Delivery.objects.update(state=State.DROPPED)
    outbox("gateway").attempt(leased)
    assert Delivery.objects.get().state == State.DROPPED


def test_the_keeper_hears_once_a_day_of_a_channel_that_keeps_failing(armed, phone, friday):
    reach(armed.water_liaison)
    for _ in range(12):
        outgoing(armed.water_liaison)
    phone.answers = [503] * 99
    for _ in range(5):
        deliver("gateway")
        friday.shift(timedelta(seconds=61))
    alarms = Notice.objects.filter(news=News.ALARM)
    assert [(notice.person, "短信" in notice.words) for notice in alarms] == [(armed.system, True)]


def test_nothing_leaves_the_house_while_the_clock_is_not_armed(armed, phone):
    reach(armed.water_liaison)
    outgoing(armed.water_liaison)
    Clock.objects.update(cluster="elsewhere")
    assert tasks.deliver("gateway") == 0
    watch.arm()
    assert tasks.deliver("gateway") == 1


def test_starting_quietly_keeps_inside_what_was_waiting(armed, phone):
    reach(armed.water_liaison)
    outgoing(armed.water_liaison)
    watch.arm_quietly()
    assert tasks.deliver("gateway") == 0
    assert Delivery.objects.get().state == State.DROPPED


def test_a_late_duty_goes_out_at_once_whatever_its_urgency(armed, phone, friday):
    reach(armed.water_liaison)
    directive = armed.directive("running", due=date(2026, 11, 20))
    Duty.objects.exclude(step="report").update(done_at=timezone.now())
    sweep()
    friday.move_to("2026-11-23T08:00:00+08:00", tick=False)
    sweep()
    assert deliver("gateway") == 1
    assert "已逾期" in str(phone.taken)
    assert directive.matter.number in str(phone.taken)
