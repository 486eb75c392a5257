"""Complaints by every way in, each with a complainant whose name is found at once where it lies open."""

import re
from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

import complaints.actions as complaining
from bureau.attack.hunting import letter
from bureau.jobs import doing, long
from bureau.jobs.models import Job
from bureau.urging import actions as urging
from bureau.urging.models import Urging
from bureau.vault.particulars import Particulars
from complaints.actions import visiting
from complaints.models import Complaint
from reports import actions as reporting
from reports.models import Bulletin
from reports.rendering import render_issue
from tests.complaints.playing import anew, call
from tests.county import HEARD
from tests.house.scene import owed
from tests.pages.posting import form_of

LETTER = "来信里写的那些字"
CANARIES = ("金雀来电人", "0990-5500-0", "91TXCANARY0", LETTER)
NEW, IMPORT, WEB = "/complaints/new/", "/complaints/import/", "/tousu/"


def who(number: int) -> Particulars:
    return Particulars(
        f"金雀来电人{number}号",
        f"0990-5500-{number:05}",
        f"金雀来电人路{number}号",
        f"金雀来电人{number}竹业有限公司",
        f"91TXCANARY{number:08}",
    )


def by_telephone(county, browser, number: int, **changes) -> Complaint:
    """On the page, as the clerk types it."""
    known = who(number)
    given = {name: getattr(known, name) for name in ("name", "phone", "enterprise", "licence", "address")}
    case = {"facts": f"第{number}处路口设卡收费。", "cause": county.cause().pk, "place": f"第{number}处路口"}
    answer = browser.post(NEW, form_of(browser.get(NEW)) | given | case | {"again": "1"} | changes)
    assert answer.status_code == 302, answer.content.decode()
    return Complaint.objects.latest("matter_id")


def by_letter(county, browser, number: int) -> Complaint:
    scan = SimpleUploadedFile("金雀来电人的来信.png", letter(LETTER))
    return by_telephone(county, browser, number, channel="letter", letters=scan)


def by_visit(county, browser, number: int) -> Complaint:
    """Five come together, each of them named."""
    made = by_telephone(county, browser, number, channel="visit", persons=12, representatives=5)
    for more in range(1, 5):
        complaining.name_another(county.clerk, anew(made), who(number * 100 + more), [])
    return made


def by_web(county, number: int) -> Complaint:
    browser, known = Client(), who(number)
    given = {
        "facts": "网上反映设卡收费。",
        "cause": county.cause().pk,
        "name": known.name,
        "phone": known.phone,
    }
    evidence = SimpleUploadedFile("金雀来电人的收据.png", letter(LETTER))
    values = form_of(browser.get(WEB)) | given | {"enterprise": known.enterprise, "evidence": evidence}
    assert browser.post(WEB, values).status_code == 200
    return Complaint.objects.latest("matter_id")


def by_hotline(browser, *numbers: int) -> None:
    """Work orders of the hotline, out of a table; one that tells who called is refused in words without it."""
    rows = [("工单编号", "受理时间", "诉求人", "联系电话", "企业名称", "诉求内容", "事由")]
    at = timezone.localtime() - timedelta(hours=1)
    for number in numbers:
        known = who(number)
        rows.append(
            (
                f"GD{number}",
                f"{at:%Y-%m-%d %H:%M}",
                known.name,
                known.phone,
                known.enterprise,
                "设卡收费",
                "乱收费",
            )
        )
    told = [rows[0], (*rows[1][:5], f"{who(numbers[0]).name}反映设卡收费", "乱收费")]
    assert who(numbers[0]).name not in handed_in(browser, told).content.decode()
    assert handed_in(browser, rows).status_code == 302


def handed_in(browser, rows):
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    table = SimpleUploadedFile("金雀来电人工单.xlsx", out.getvalue())
    return browser.post(IMPORT, form_of(browser.get(IMPORT)) | {"file": table})


def by_meeting(county, number: int) -> None:
    visit = visiting.register_visit(
        county.clerk, "round_table", timezone.localdate(), "县政府", "副局长", 3, ["路口设卡收费。"]
    )
    told = county.told(identity_mode="anonymous")
    visiting.complain(county.clerk, visit.questions.get(), told)


def in_eight_states(county) -> None:
    for number, stage in enumerate(HEARD, 8):
        told = {"received": call(channel="superior"), "facts": f"上级转来的第{number}件。"}
        county.complaint(stage, to=[county.water, county.roads], who=who(number), **told)


def aside(county) -> None:
    """Refused, merged, withdrawn, split, and one from which a supervision arises."""
    refused, merged, withdrawn, split, supervised = (
        county.complaint("registered" if number < 18 else "running", who=who(number))
        for number in range(16, 21)
    )
    complaining.propose_refusal(county.clerk, refused, "R1", "不属于本局受理范围。", "")
    complaining.refuse(county.director, anew(refused))
    complaining.merge(county.clerk, anew(merged), split.matter.number)
    complaining.withdraw(county.clerk, withdrawn, "投诉人来电撤回。")
    complaining.split(county.clerk, anew(split), "另一处收费", "另一处收费请核查。")
    words = {"title": "整改设卡收费", "words": "查实设卡。", "due": timezone.localdate() + timedelta(days=9)}
    complaining.supervise(county.director, anew(supervised), "directives", county.horse, **words)


def urged(county, time_machine, **told) -> Urging:
    """One that water is a month late with, and was sent a paper for."""
    now = timezone.now()
    time_machine.move_to(now - timedelta(days=40))
    late = county.complaint("running", to=[county.water], who=who(23), **told)
    time_machine.move_to(now)
    return urging.issue(county.clerk, owed(late, "report"), "slip", remark="请抓紧核查并报送结果。")


def told_of(county, browser) -> Bulletin:
    """A 通报, begun by the clerk from the year's figures and issued."""
    address = "/reports/figures/new/?room=complaints"
    values = form_of(browser.get(address)) | {"series": "notice", "plate": "bureau"}
    assert browser.post(address, values).status_code == 302
    return issue(county, Bulletin.objects.latest("pk"))


def reported(county) -> Bulletin:
    """A 专报 on all that was accepted, with their table, laid before the magistrate."""
    matters = [one.matter for one in Complaint.objects.exclude(accepted_at=None).select_related("matter")]
    made = reporting.draft_survey(county.clerk, matters)
    body = re.sub("【请[^】]*】", "已责令停止", made.body)  # what a person still has to write
    text = {"title": made.title, "body": body, "report_to": "", "copies": 1}
    reporting.edit(county.clerk, made, text, {}, [county.magistrate])
    return issue(county, made)


def exported(browser, monkeypatch) -> None:
    """The whole ledger as Excel, made by the worker as that of a thousand would be; its file lies beside the store."""
    with monkeypatch.context() as limits:
        limits.setattr(long, "EXPORTED_ROWS", 0)
        browser.get("/complaints/?export=xlsx")
    assert doing.run(Job.objects.latest("pk").pk)


def issue(county, bulletin: Bulletin) -> Bulletin:
    reporting.submit(county.clerk, bulletin)
    reporting.check(county.deputy, bulletin)
    reporting.sign(county.director, bulletin)
    render_issue(Bulletin.objects.get(pk=bulletin.pk).rendering.pk)
    return Bulletin.objects.get(pk=bulletin.pk)
