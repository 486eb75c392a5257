"""《督查专报》 from the draft to the leader's desk, as lines of a tale: the answer to a leader, or what was found."""

from django.core.management.base import CommandError
from django.db.models import Q

from bureau.demo.handling import verified
from bureau.demo.tale import Act
from reports import actions
from reports.models import Bulletin, Rendering, Series
from reports.rendering import render_issue
from reports.wording import survey

CHECKS, SIGNS = "deputy", "director"


def answered(day: int, remark: str = "", presented_on: int | None = None, readers=()) -> tuple[Act, ...]:
    """The result verified and answered to the leader, on the same day unless another one is named. `readers`: the
    logins of other leaders who read it too."""
    then = day if presented_on is None else presented_on
    return (verified(day, remark), drafted(then, readers), checked(then), issued(then))


def surveyed(day: int, title: str, found: str, proposal: str, readers: tuple[str, ...]) -> tuple[Act, ...]:
    """调研专报 on a matter whose handling shows a problem."""

    def play(scene):
        bulletin = actions.draft_survey(scene.officer, [scene.matter])
        body = bulletin.body.replace(survey.FIND, found).replace(survey.PROPOSE, proposal)
        address(scene, bulletin, {"title": title, "body": body}, readers)
        return actions.submit(scene.officer, bulletin)

    return (Act(day, play), checked(day), issued(day))


def drafted(day: int, readers=()) -> Act:
    """From what was accepted; to the leader whose word it was, and to these."""

    def play(scene):
        bulletin = actions.draft_answer(scene.officer, scene.record.matter)
        if readers:
            address(scene, bulletin, {"body": bulletin.body}, readers)
        return actions.submit(scene.officer, bulletin)

    return Act(day, play)


def address(scene, bulletin, text: dict, logins) -> None:
    readers = [*bulletin.readers.all(), *(scene.person(login) for login in logins)]
    actions.edit(scene.officer, bulletin, {"report_to": bulletin.report_to, **text}, {}, readers)


def checked(day: int) -> Act:
    return Act(day, lambda scene: actions.check(scene.person(CHECKS), special(scene.pk)))


def issued(day: int) -> Act:
    """Signed, numbered, set, delivered."""

    def play(scene):
        bulletin = special(scene.pk)
        actions.sign(scene.person(SIGNS), bulletin)
        press(bulletin)

    return Act(day, play)


def special(matter) -> Bulletin:
    """The latest that answers this matter (its key), or tells of it."""
    about = Q(answers=matter) | Q(quotes__matter=matter)
    return Bulletin.objects.filter(about, series=Series.SPECIAL).latest("pk")


def press(bulletin) -> None:
    """Set as the worker sets it; a demo whose papers cannot be set is not built."""
    render_issue(bulletin.rendering.pk)
    rendering = Rendering.objects.get(bulletin=bulletin)
    if rendering.state != Rendering.State.DONE:
        raise CommandError(f"演示县未建成，{bulletin.get_series_display()}没有排成：{rendering.trouble}")
