"""What follows once the story is told: matters linked, one opened to another reader, a bulletin issued."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from bureau.demo import clock, deputies
from bureau.demo.decided import DecidedScene
from bureau.demo.papers import executive5
from bureau.demo.papers.campaign import RETURNED_TWICE
from bureau.demo.papers.executive6 import BLACK_WATER
from bureau.demo.papers.farming2 import MERGED
from bureau.demo.scene import Scene
from bureau.demo.specials import press
from bureau.matters import linking
from bureau.matters.access import grants
from bureau.matters.models import Duty, Link
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from reports import actions
from reports.models import Bulletin, Insert

LINKS = (
    (MERGED, BLACK_WATER, Link.Why.CONTINUES),
    ("企业开办“一件事”窗口改造到位并投入使用", "企业开办时间压减至1个工作日以内", Link.Why.ARISES),
)
GRANT_DAYS = 30
READ_WITHIN = timedelta(days=4)
REASON = "该事项两次退回，须了解办理经过，研判是否移交问责线索"
ANSWER_DAYS = 10  # until when the units that lag are to answer
MARK, BELOW = "【图1】", "二、办理较好的单位"
CHART = {
    "title": "各类单位牵头事项办理情况",
    "spec": {
        "kind": "bars",
        "by": "class",
        "measures": ["registered", "closed", "overdue"],
        "over": "quotes",
    },
}
TITLE = "关于县人民政府第5次常务会议议定事项落实情况的通报"


def add(scenes: list[Scene]) -> None:
    """On the last working day before today, after everything else of that day."""
    decided = [scene for scene in scenes if isinstance(scene, DecidedScene)]
    matters, days = {scene.tale.title: scene for scene in decided}, decided[0].days
    with clock.at(days.moment(-1, 0.95)):
        grant(matters[RETURNED_TWICE], to="accountability")
    for source, target, why in LINKS:
        linking.link(matters[source].matter, matters[target].matter, why)
    deputies.go_away(days)
    issue(next(scene for scene in decided if scene.paper is executive5.PAPER))
    sweep()
    read_long_ago()


def read_long_ago() -> None:
    """Who has done a thing has read of it; so has everybody of what is older than a few days."""
    done = list(Duty.objects.filter(done_at__isnull=False).values_list("pk", flat=True))
    # By their keys: in the transaction that wrote them the planner knows neither table, and its join takes minutes.
    Notice.objects.filter(duty__in=done).update(read_at=F("at"))
    Notice.objects.filter(at__lt=timezone.now() - READ_WITHIN).update(read_at=F("at"))


def grant(scene: Scene, to: str) -> None:
    until = timezone.localdate() + timedelta(days=GRANT_DAYS)
    grants.grant(scene.person("director"), scene.matter, scene.person(to), REASON, until)


def issue(scene: Scene) -> None:
    """The bulletin on the scene's paper: drafted, checked, signed, set."""
    bulletin = draft(scene)
    with clock.at(scene.days.moment(-1, 0.975)):
        actions.check(scene.person("deputy"), bulletin)
    with clock.at(scene.days.moment(-1, 0.98)):
        actions.sign(scene.person("director"), bulletin)
    with clock.at(scene.days.moment(-1, 0.99)):
        press(Bulletin.objects.get(pk=bulletin.pk))


def placed(body: str) -> str:
    """The chart below the figures that it shows."""
    body = body.replace(f"\n{MARK}", "")
    return body.replace(BELOW, f"{MARK}\n{BELOW}")


def draft(scene: Scene) -> Bulletin:
    with clock.at(scene.days.moment(-1, 0.96)):
        bulletin = actions.draft_from_source(scene.officer, scene.record.source)
        actions.add_insert(scene.officer, bulletin, Insert.Kind.CHART, actions.Given(**CHART))
        bulletin.refresh_from_db()
        kept = {name: getattr(bulletin, name) for name in ("report_to", "send_to", "issue_to", "copies")}
        until = timezone.localdate() + timedelta(days=ANSWER_DAYS)
        text = {"title": TITLE, "body": placed(bulletin.body), "answer_by": until, **kept}
        actions.edit(scene.officer, bulletin, text, {})
    with clock.at(scene.days.moment(-1, 0.97)):
        actions.submit(scene.officer, bulletin)
    return bulletin
