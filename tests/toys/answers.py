"""How a walk is answered to the leader of the rivers, who has no account here."""

from bureau.matters.answering import Answering
from bureau.press.wording.words import Words
from tests.toys import actions, states
from tests.toys.models import Walk

LEADER, ONLY = "总河长", 1


def awaited():
    return Walk.objects.filter(state=states.CLOSED).values("pk")


def present(matter, report, at):
    return actions.present(Walk.objects.get(pk=matter.pk), report, at)


ANSWERS = Answering(
    awaited=awaited,
    round=lambda matter: ONLY,
    leader=lambda matter, number: LEADER,
    title=lambda matter, number: f"关于{matter.title}的报告",
    compose=lambda matter, number: Words(f"{matter.title}，已经巡毕。"),
    facts=lambda matter, number: [("河流", matter.title)],
    present=present,
)
