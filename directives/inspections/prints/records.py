"""督查方案 and 督查底稿, as forms on upright pages."""

from django.conf import settings
from django.utils import timezone

from bureau.press.typeset.sheets import Column, Report, Section, Table
from directives.inspections.models import Finding, Inspection, Target
from directives.inspections.prints.letters import period

HEADS = (Column("项目", "left", 0.2), Column("内容", "left", 0.8))
ITEMS = (Column("序号", "center", 0.1), Column("督查清单", "left", 0.9))
CHECKED = (Column("序号", "center", 0.08), Column("清单项", "left", 0.42), Column("现场情况", "left", 0.5))
FOUND = (
    Column("序号", "center", 0.08),
    Column("时间", "center", 0.17),
    Column("类别", "center", 0.11),
    Column("情况", "left", 0.42),
    Column("照片", "center", 0.08),
    Column("记录人", "left", 0.14),
)
SIGNING = (
    Column("督查对象现场人员（签字）", "left", 0.38),
    Column("督查人员（签字）", "left", 0.38),
    Column("日期", "center", 0.24),
)
SIGNED = (Column("签字人", "left", 0.36), Column("时间", "center", 0.2), Column("意见", "left", 0.44))


def plan(inspection: Inspection) -> Report:
    """督查方案 (政府督查工作条例 第15条): content, targets, scope, and who goes when."""
    matter = inspection.matter
    rows = (
        ("督查名称", matter.title),
        ("督查类型", inspection.get_type_display()),
        ("督查方式", inspection.methods_words),
        ("是否暗访", "是，结束以前只限督查组和审批人知悉" if inspection.unannounced else ""),
        ("督查内容", inspection.content),
        ("督查对象", "、".join(one.unit.name for one in inspection.targets.all())),
        ("督查范围", inspection.scope),
        ("时间", period(inspection)),
        ("组长", inspection.head.signature),
        ("组员", "、".join(one.signature for one in inspection.members.all())),
        ("邀请参加人员", inspection.invited),
        ("拟定", matter.officer.signature),
        ("审批", inspection.approver.signature),
        ("仍须督查的理由", inspection.overlap_reason),
    )
    items = tuple((str(one.ordinal), one.words) for one in inspection.items.all())
    return report(
        "督查方案",
        matter.number,
        Section(table=Table(HEADS, known(rows))),
        *([Section("督查清单", "", Table(ITEMS, items))] if items else []),
    )


def record(target: Target) -> Report:
    """督查底稿: what was seen at one target, item by item, and who signed it. Blank lines to sign on stand at the end."""
    inspection = target.inspection
    findings = list(
        target.findings.select_related("item", "person__unit").prefetch_related("entry__attachments")
    )
    rows = (
        ("督查名称", inspection.matter.title),
        ("督查对象", target.unit.name),
        ("督查类型", inspection.get_type_display()),
        ("督查人员", team_words(inspection)),
    )
    return report(
        "督查底稿",
        inspection.matter.number,
        Section(table=Table(HEADS, known(rows))),
        *checked(inspection, findings),
        Section(
            "现场情况", "", Table(FOUND, tuple(row(number, one) for number, one in enumerate(findings, 1)))
        ),
        *signed(target),
        Section("", "", Table(SIGNING, (("", "", "　　年　月　日"),))),
    )


def team_words(inspection: Inspection) -> str:
    people = [inspection.head, *inspection.members.all()]
    return "、".join(one.signature for one in people) + (
        f"；{inspection.invited}" if inspection.invited else ""
    )


def checked(inspection: Inspection, findings: list[Finding]) -> list[Section]:
    """Each item of the plan with what was found of it; one that nobody looked at says so."""
    found: dict[int | None, list[str]] = {}
    for one in findings:
        found.setdefault(one.item_id, []).append(f"{one.get_kind_display()}：{one.told}")
    rows = tuple(
        (str(item.ordinal), item.words, "\n".join(found.get(item.pk, ["未记录"])))
        for item in inspection.items.all()
    )
    return [Section("督查清单", "", Table(CHECKED, rows))] if rows else []


def row(number: int, one: Finding) -> tuple[str, ...]:
    photos = len(one.entry.attachments.all())
    at = f"{timezone.localtime(one.found_at):%m-%d %H:%M}"
    return (
        str(number),
        at,
        one.get_kind_display(),
        one.told,
        f"{photos}张" if photos else "—",
        one.person.name,
    )


def signed(target: Target) -> list[Section]:
    rows = tuple(
        (one.signer, f"{timezone.localtime(one.signed_at):%m-%d %H:%M}", one.remark or "无异议")
        for one in target.signatures.all()
    )
    return [Section("现场签字", "签字原件随本事项附件保存。", Table(SIGNED, rows))] if rows else []


def known(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in rows if text)


def report(title: str, number: str | None, *sections: Section) -> Report:
    right = f"编号：{number}" if number else "未批准"
    return Report(title, timezone.localdate(), sections, left=settings.BUREAU_NAME, right=right)
