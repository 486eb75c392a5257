"""授权查阅: an exception that one person grants another, with its reason and its end, told on the timeline."""

from datetime import date

from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from guardian.backends import ObjectPermissionBackend

from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.flow import NotNow
from bureau.matters.models import Audience, Matter, MatterGrant
from bureau.matters.policy import No, Refused, Yes
from bureau.org.models import Person
from bureau.org.noting import Kind, note
from bureau.org.posts import Post

REASON_LENGTH = MatterGrant.REASON_LENGTH


def may_grant(person: Person, matter: Matter) -> Yes | No:
    """The matter's own officer and the bureau's director; administrators never."""
    of_matter = matter.officer_id == person.pk and person.sits_at(matter.kind)
    if of_matter or (person.holds(Post.DIRECTOR) and not person.is_administrator):
        return Yes()
    return No("授权查阅由本事项的经办督查员或局领导办理。")


@transaction.atomic
def grant(person: Person, matter: Matter, to: Person, reason: str, until: date) -> MatterGrant:
    """授权 `to` to read the matter up to and including `until`; granting again renews reason and end. Raises what
    `require` and `check` raise."""
    require(person, matter)
    check(person, to, reason, until)
    cover.lock(matter.pk)
    row, _ = MatterGrant.objects.update_or_create(
        user=to,
        content_object=matter,
        permission=Permission.objects.get(codename="read_matter", content_type__app_label="matters"),
        defaults={"granted_by": person, "reason": reason, "until": until},
    )
    words = f"{person.signature} 授权{to.signature}查阅本事项，至{until:%Y-%m-%d}：{reason}"
    note(person, f"授权查阅{matter.number or '未编号事项'}，至{until:%Y-%m-%d}", to, Kind.GRANT)
    tell(matter, "matter.grant", words, person, {"to": to.signature, "until": str(until), "reason": reason})
    return row


@transaction.atomic
def withdraw(person: Person, matter: Matter, to: Person) -> None:
    """收回授权 before its end. Raises NotNow where there is none, Refused as `require` does."""
    require(person, matter)
    cover.lock(matter.pk)
    removed, _ = MatterGrant.objects.filter(user=to, content_object=matter).delete()
    if not removed:
        raise NotNow(f"{to.signature}已没有本事项的查阅授权，不用收回。")
    words = f"{person.signature} 收回{to.signature}对本事项的查阅授权"
    note(person, f"收回{matter.number or '未编号事项'}的查阅授权", to, Kind.GRANT)
    tell(matter, "matter.withdraw", words, person, {"to": to.signature})


def require(person: Person, matter: Matter) -> None:
    """Raises Refused where `may_grant` says no."""
    if not (verdict := may_grant(person, matter)):
        raise Refused(verdict.reason)


def check(person: Person, to: Person, reason: str, until: date) -> None:
    """What is granted must make sense: to another, who is not an administrator, with a reason and an end. Raises
    Barred."""
    if to.pk == person.pk:
        raise Barred("“授权给”不能是本人。")
    if to.is_administrator:
        raise Barred("“授权给”不能是系统、安全、审计管理员：管理员不查阅事项内容。")
    if not to.is_active:
        raise Barred(f"“授权给”的账号{to.signature}已停用，请另选。")
    if not reason.strip() or len(reason) > REASON_LENGTH:
        raise Barred(f"请填写“理由”，不超过{REASON_LENGTH}字。")
    if until < timezone.localdate():
        raise Barred("“截止日期”不能早于今天。")


def tell(matter: Matter, step: str, words: str, person: Person, facts: dict) -> None:
    timeline.write(matter, step, words, actor=person, audience=Audience.DESK, facts=facts)


class GrantBackend(ObjectPermissionBackend):
    """guardian's answers, held to the one rule of visibility: an expired grant opens nothing."""

    def has_perm(self, person: Person, perm: str, matter: Model | None = None) -> bool:
        if not super().has_perm(person, perm, matter):
            return False
        return (
            not isinstance(matter, Matter) or Matter.objects.visible_to(person).filter(pk=matter.pk).exists()
        )
