"""双人确认: the 系统管理员 makes accounts and asks for posts, the 安全管理员 gives them. Whoever holds a post, or enters for a leader, reads
what no administrator may read; so no administrator alone makes such a person, or takes over their account."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bureau.org import logins, passwords, second_factor
from bureau.org.models import Appointment, Deputy, Person, Posting
from bureau.org.noting import Kind, note
from bureau.org.posts import ADMINISTRATORS, GUARDED, Post

POSTS, SECRETARY = Appointment.Kind.POSTS, Appointment.Kind.SECRETARY
PASSWORD, FACTOR = Appointment.Kind.PASSWORD, Appointment.Kind.FACTOR
NOTED_AS = {POSTS: Kind.POST, SECRETARY: Kind.SECRETARY, PASSWORD: Kind.PASSWORD, FACTOR: Kind.PASSWORD}
WAITING = Appointment.State.WAITING
LISTENERS: list[Callable[[Appointment], None]] = []
"""Who is told of each request and of what became of it, in the same transaction; higher storeys put themselves here."""


def adds(posts, held) -> bool:
    """Whether these posts instead of those give somebody one: that takes two. To take one away takes one."""
    return bool(set(posts) - set(held))


def is_guarded(person) -> bool:
    """Whether two must agree on a new password of theirs: for what they hold, or are about to."""
    if person.pk is None:
        return False
    enters = Deputy.objects.filter(Q(ends__isnull=True) | Q(ends__gte=timezone.localdate()), deputy=person)
    return (
        person.holds(*GUARDED)
        or enters.filter(kind=Deputy.Kind.SECRETARY).exists()
        or waiting(person, POSTS, SECRETARY).exists()
    )


def waiting(person, *kinds):
    return Appointment.objects.filter(person=person, kind__in=kinds, state=WAITING)


@transaction.atomic
def ask(by, kind: str, person, **what) -> Appointment:
    """A request that is not in force. The caller has looked that none is waiting."""
    row = Appointment.objects.create(kind=kind, person=person, asked_by=by, **what)
    note(by, f"提出（待安全管理员确认）：{row.words}", person, NOTED_AS[row.kind])
    tell(row)
    return row


@transaction.atomic
def confirm(by, key: int) -> Appointment:
    """In force from now on. Raises ValidationError with a sentence where it cannot be."""
    row = taken(key)
    if row.asked_by_id == by.pk:
        raise ValidationError("提出的人不能自己确认。")
    DONE_BY[row.kind](row)
    return decide(row, by, Appointment.State.CONFIRMED)


def confirm_plain(by, keys: list[int]) -> tuple[int, list[str]]:
    """Of these requests those for plain posts, one by one: how many, and why not the others."""
    done, refusals = 0, []
    for row in Appointment.objects.filter(pk__in=keys, state=WAITING).order_by("pk"):
        try:
            if row.is_plain:
                confirm(by, row.pk)
                done += 1
        except ValidationError as refusal:
            refusals.append(f"{row.person.username}：{''.join(refusal.messages)}")
    return done, refusals


@transaction.atomic
def refuse(by, key: int, remark: str) -> Appointment:
    if not remark:
        raise ValidationError("请写明不予确认的理由。")
    return decide(taken(key), by, Appointment.State.REFUSED, remark)


@transaction.atomic
def withdraw(by, key: int) -> Appointment:
    return decide(taken(key), by, Appointment.State.WITHDRAWN)


def taken(key: int) -> Appointment:
    """The request under lock, while it waits."""
    waits = Appointment.objects.select_for_update(of=("self",)).filter(state=WAITING)
    if (row := waits.filter(pk=key).first()) is None:
        raise ValidationError("这一项已经有了结果，没有再办。")
    return row


def decide(row: Appointment, by, state: str, remark: str = "") -> Appointment:
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
    row.remark, row.password = remark, ""
    row.save()
    words = f"{row.get_state_display()}：{row.words}{f'（{remark}）' if remark else ''}"
    note(by, words, row.person, NOTED_AS[row.kind])
    tell(row)
    return row


def give_posts(row: Appointment) -> None:
    person = Person.objects.select_for_update(of=("self",)).get(pk=row.person_id)
    if person.posts != set(row.held):
        raise ValidationError("提出以后，此人的岗位又有变动。请不予确认，由系统管理员重新提出。")
    set_posts(person, set(row.posts))


def set_posts(person, posts: set[str]) -> None:
    """Whoever is logged in logs in anew, with what the new posts ask of a login."""
    if person.posts != posts:
        logins.end(person)
    person.postings.exclude(post__in=posts).delete()
    Posting.objects.bulk_create(Posting(person=person, post=post) for post in posts - person.posts)


def name_secretary(row: Appointment) -> None:
    if not row.principal.is_active or not row.principal.holds(Post.LEADER):
        raise ValidationError("被代录的已不是县领导。请不予确认。")
    if not row.person.is_active or row.person.holds(*ADMINISTRATORS):
        raise ValidationError("此人已停用或改任管理员，不能代录。请不予确认。")
    Deputy.objects.create(
        kind=Deputy.Kind.SECRETARY,
        principal=row.principal,
        deputy=row.person,
        starts=row.starts,
        ends=row.ends,
        reason=row.reason,
        arranged_by=row.asked_by,
    )


def set_password(row: Appointment) -> None:
    passwords.start(row.person, row.password)
    row.person.save(update_fields=["password", "must_change_password", "password_set_at"])


def reset_factor(row: Appointment) -> None:
    second_factor.drop(row.person)
    logins.end(row.person)


DONE_BY = {POSTS: give_posts, SECRETARY: name_secretary, PASSWORD: set_password, FACTOR: reset_factor}


def tell(row: Appointment) -> None:
    for listener in LISTENERS:
        listener(row)
