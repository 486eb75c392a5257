"""送达回证: of one paper that was served; filled in as far as it was received, blank lines to sign on for the rest."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.models import Service
from bureau.matters.service.declared import label_of
from bureau.org.worktime import local
from bureau.press.typeset.sheets import Column, Report, Section, Table

HEADS = (Column("项目", "left", 0.3), Column("内容", "left", 0.7))
BLANK = "　"


def slip(service: Service) -> Report:
    """Whom it is served on stands there by unit and post; the name is written by hand."""
    received = service.received_at is not None
    rows = (
        ("文书名称", label_of(service)),
        ("文号", service.number),
        ("受送达人", service.addressed),
        ("送达方式", service.get_way_display() if received else "直接送达　留置送达　邮寄送达　委托送达"),
        ("送达地点", BLANK),
        (
            "收到时间",
            f"{local(service.received_at):%Y年%-m月%-d日%H时%M分}" if service.received_at else BLANK,
        ),
        ("受送达人签名", BLANK),
        ("代收人及与受送达人的关系", service.taker or BLANK),
        ("拒收事由和见证人（两名）", service.refusal or BLANK),
        ("送达人（两名）", service.served_by.signature + "　"),
        ("备注", "网上签收，以系统记录为准。" if service.way == Service.Way.CLICK else BLANK),
    )
    return Report(
        "送达回证",
        timezone.localdate(),
        (Section(table=Table(HEADS, rows)),),
        left=settings.BUREAU_NAME,
        right=f"编号：{service.matter.number or ''}",
    )
