"""What a person adds by hand once the story is told: links between matters, and a grant to read one."""

from datetime import timedelta

from django.contrib.auth.models import Permission
from django.utils import timezone

from bureau.demo.papers.campaign import RETURNED_TWICE
from bureau.demo.papers.executive6 import BLACK_WATER
from bureau.demo.scene import Scene
from bureau.matters import timeline
from bureau.matters.models import Audience, Link, MatterGrant

GRANT_DAYS = 30
REASON = "该事项两次退回，须了解办理经过，研判是否移交问责线索"


def add(scenes: list[Scene]) -> None:
    matters = {scene.tale.title: scene for scene in scenes}
    returned = matters[RETURNED_TWICE]
    grant(returned, to="accountability")
    link(matters["整治柳湾镇、枫林镇农村黑臭水体3处"], matters[BLACK_WATER], Link.Why.CONTINUES)
    link(returned, matters["马石镇、竹山镇集镇污水处理设施恢复正常运行"], Link.Why.EVIDENCE)


def link(source: Scene, target: Scene, why: str) -> None:
    Link.objects.create(source_id=source.pk, target_id=target.pk, why=why)


def grant(scene: Scene, to: str) -> None:
    """授权查阅 by the director, told on the timeline."""
    director, reader = scene.person("director"), scene.person(to)
    until = timezone.localdate() + timedelta(days=GRANT_DAYS)
    MatterGrant.objects.create(
        content_object_id=scene.pk,
        permission=Permission.objects.get(codename="read_matter"),
        user=reader,
        granted_by=director,
        reason=REASON,
        until=until,
    )
    sentence = f"{director.signature} 授权{reader.signature}查阅至{until}：{REASON}"
    timeline.write(scene.matter, "matter.grant", sentence, actor=director, audience=Audience.DESK)
