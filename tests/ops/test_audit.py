"""审计记录: what leaves the house, who looked at what few may see; chained, checked, read by the 审计管理员 alone."""

import logging
from io import BytesIO
from urllib.parse import quote

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from bureau.matters.access import grants
from bureau.matters.models import Attachment
from bureau.matters.parts import assignments
from bureau.notices.models import Notice
from bureau.ops.tasks import check_audit
from bureau.org.audit import checking, sealing
from bureau.org.models import AdminEntry, AuditEnd
from bureau.org.noting import note
from bureau.org.tasks import chain_audit
from tests.house.papers import picture
from tests.house.scene import keep

pytestmark = pytest.mark.django_db
KEYLESS = "SET LOCAL bureau.emptying = 'yes'"  # as whoever rules the database switches the guards off


@pytest.fixture
def lines(county):
    """Five, chained."""
    for number in range(5):
        note(county.system, f"第{number}件", county.officer)
    chain_audit()
    return list(AdminEntry.objects.order_by("pk"))


def sentences(kind: str) -> list[str]:
    return list(AdminEntry.objects.filter(kind=kind).order_by("pk").values_list("sentence", flat=True))


def by_hand(sql: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(KEYLESS)
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL bureau.emptying = ''")


def test_lines_are_chained_once_and_found_whole(lines):
    assert [one.place for one in lines] == [1, 2, 3, 4, 5]
    assert checking.faults() == []
    chain_audit()
    assert AuditEnd.objects.get().count == 5


TAMPERING = {
    "words": "UPDATE org_adminentry SET sentence = '无事' WHERE place = 3",
    "who": "UPDATE org_adminentry SET actor_id = person_id WHERE place = 2",
    "whom": "UPDATE org_adminentry SET person_id = NULL WHERE place = 2",
    "when": "UPDATE org_adminentry SET at = at - interval '1 day' WHERE place = 4",
    "whence": "UPDATE org_adminentry SET address = '10.0.0.1' WHERE place = 4",
    "kind": "UPDATE org_adminentry SET kind = 'login' WHERE place = 1",
    "one deleted": "DELETE FROM org_adminentry WHERE place = 3",
    "first deleted": "DELETE FROM org_adminentry WHERE place = 1",
    "last deleted": "DELETE FROM org_adminentry WHERE place = 5",
    "all deleted": "DELETE FROM org_adminentry",
    "order": "UPDATE org_adminentry SET place = 12 - place WHERE place > 2",
    "end turned back": "DELETE FROM org_adminentry WHERE place = 5; UPDATE org_auditend SET count = 4, head ="
    " (SELECT link FROM org_adminentry WHERE place = 4)",
    "end deleted": "DELETE FROM org_auditend",
    "out of the chain": "UPDATE org_adminentry SET place = NULL, link = '' WHERE place = 5",
    "inserted": "INSERT INTO org_adminentry (actor_words, kind, sentence, at, digest, link)"
    " VALUES ('系统管理员', 'admin', '从未发生', now(), '', '')",
}


@pytest.mark.parametrize("what", TAMPERING)
def test_whoever_rules_the_database_without_the_key_is_found(lines, what):
    by_hand(TAMPERING[what])
    chain_audit()
    assert checking.faults()


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE org_adminentry SET place = 99 WHERE place = 5",
        "UPDATE org_auditend SET count = 0",
        "DELETE FROM org_auditend",
        "TRUNCATE org_auditend",
    ],
)
def test_a_place_once_given_stays(lines, act):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)


def test_a_line_that_waits_for_its_place_is_not_changed_either(county):
    note(county.system, "还没有入链")
    with pytest.raises(IntegrityError), transaction.atomic():
        AdminEntry.objects.update(sentence="改过")


def test_the_auditor_finds_by_person_kind_day_and_address(county, enter, lines):
    auditor = enter(county.audit)
    note(county.officer, "另一件", kind="grant")
    assert "另一件" in auditor.get("/audit/?kind=grant").content.decode()
    assert "第1件" not in auditor.get("/audit/?kind=grant").content.decode()
    assert "第1件" in auditor.get(f"/audit/?person={county.officer.username}").content.decode()
    assert "第1件" not in auditor.get("/audit/?address=192.0.2.1").content.decode()
    assert "第1件" not in auditor.get("/audit/?at_max=2001-01-01").content.decode()
    for odd in ("person=%00", "at_min=x", "kind=emperor", "address=%25", "sort=-sentence", "page=-1"):
        assert auditor.get(f"/audit/?{odd}").status_code == 200


def test_the_export_holds_the_lines_and_leaves_one(county, enter, lines):
    answer = enter(county.audit).get("/audit/?export=xlsx")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert "第3件" in {cell for row in rows for cell in row}
    assert sentences("export") == [f"导出Excel，{len(rows) - 1}行：/audit/"]


def test_the_auditor_checks_the_chain_and_changes_nothing(county, enter, lines):
    auditor = enter(county.audit)
    assert "审计记录完整" in auditor.post("/audit/check/", follow=True).content.decode()
    by_hand(TAMPERING["words"])
    assert "被改动" in auditor.post("/audit/check/", follow=True).content.decode()


def test_what_is_wrong_is_told_by_night_to_who_reads_the_lines(county, lines):
    assert check_audit() == 0
    by_hand(TAMPERING["one deleted"])
    assert check_audit() > 0
    told = Notice.objects.filter(words__contains="审计记录不完整")
    assert {one.person for one in told} == {county.audit, county.system}


def test_nobody_else_finds_the_page_or_its_button(county, enter):
    for name in set(county.cast) - {"audit"}:
        browser = enter(county.cast[name])
        assert browser.get("/audit/").status_code == 404
        assert browser.post("/audit/check/").status_code == 404


def test_a_ledger_as_excel_and_a_paper_leave_a_line_without_what_was_searched(county, enter):
    directive = county.directive("running", to=[county.water], title="一件很机密的事")
    browser = enter(county.officer)
    browser.get("/directives/?export=xlsx&q=机密")
    browser.get(reverse("directives:notice", args=[directive.pk]))
    told = sentences("export") + sentences("print")
    assert any(one.startswith("导出Excel，1行：/directives/") for one in told)
    assert any(one.startswith("打印：/") for one in told)
    assert not [one for one in told if "机密" in one]


def test_a_look_at_a_sealed_matter_leaves_a_line_and_shows_who_looks(county, enter):
    sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
    plain = county.directive("running", to=[county.finance], title="平常的一件事")
    browser = enter(county.officer)
    page = browser.get(f"/directives/{plain.pk}/").content.decode()
    assert (sentences("sealed"), "watermark" in page) == ([], False)
    page = browser.get(f"/directives/{sealed.pk}/").content.decode()
    assert sentences("sealed") == [f"查看限阅事项{sealed.matter.number}：/directives/{sealed.pk}/"]
    assert quote(f"{county.officer.signature} {county.officer.username}") in page


def test_who_does_not_see_a_sealed_matter_leaves_no_line(county, enter):
    sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
    assert enter(county.stranger).get(f"/directives/{sealed.pk}/").status_code == 404
    assert sentences("sealed") == []


def test_every_door_of_a_sealed_matter_leaves_a_line(county, enter):
    sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
    browser, matter = enter(county.officer), sealed.matter
    part = county.part(sealed)
    grants.grant(county.officer, matter, county.finance_liaison, "牵头办理", timezone.localdate())
    assignments.reply(county.finance_liaison, part, "已办", 30, [keep(picture(), "现场.png")])
    file, reply = Attachment.objects.get().pk, part.replies.get().pk
    doors = {
        "directives:page": [sealed.pk],
        "directives:notice": [sealed.pk],
        "directives:step": [sealed.pk, "correct"],
        "matters:grants": [matter.pk],
        "matters:reply": [reply, "accept"],
        "matters:file": [file],
        "matters:look": [file],
        "matters:leaf": [file, 1],
        "desk:chain": ["matter", matter.pk],
        "desk:print_chain": ["matter", matter.pk],
    }
    silent = []
    for door, args in doors.items():
        before = len(sentences("sealed"))
        assert browser.get(reverse(door, args=args)).status_code == 200, door
        silent += [door] if len(sentences("sealed")) == before else []
    assert silent == []


def test_pictures_and_papers_of_a_sealed_matter_say_who_had_them(county, enter):
    made = {}
    for secrecy in ("normal", "sealed"):
        one = county.directive("running", to=[county.water], secrecy=secrecy)
        if secrecy == "sealed":
            grants.grant(county.officer, one.matter, county.water_liaison, "牵头办理", timezone.localdate())
        part = county.part(one)
        assignments.reply(county.water_liaison, part, "已办", 30, [keep(picture(), "现场.png")])
        file = Attachment.objects.get(matter=one.matter)
        browser = enter(county.officer)
        leaf = browser.get(reverse("matters:leaf", args=[file.pk, 1])).content
        paper = browser.get(reverse("directives:notice", args=[one.pk])).content
        made[secrecy] = leaf, "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    (plain, plain_paper), (marked, paper) = made["normal"], made["sealed"]
    assert plain != marked
    assert Image.open(BytesIO(plain)).size == Image.open(BytesIO(marked)).size
    assert county.officer.username not in plain_paper
    assert county.officer.username in paper


def test_a_ledger_in_excel_says_on_paper_who_exported_it(county, enter):
    answer = enter(county.officer).get("/directives/?export=xlsx")
    footer = load_workbook(BytesIO(answer.content)).active.oddFooter.center.text
    assert footer.startswith(f"导出：{county.officer.signature} {county.officer.username} ")


def test_many_rows_are_exported_for_a_reason_that_is_noted(county, enter):
    county.directive("running", to=[county.water])
    county.directive("running", to=[county.water])
    browser = enter(county.officer)
    with override_settings(EXPORT_ASKS=1):
        asked = browser.get("/directives/?export=xlsx&lead=&q=")
        assert "写明用途" in asked.content.decode()
        assert sentences("export") == []
        assert "写明用途" in browser.get("/directives/?export=xlsx&why=%E2%80%8B").content.decode()
        answer = browser.get("/directives/?export=xlsx&why=向县委汇报%00")
    assert answer.headers["Content-Type"].endswith("sheet")
    assert any("用途：向县委汇报" in one for one in sentences("export"))


def test_a_line_goes_to_syslog_once_it_stands(county, caplog, django_capture_on_commit_callbacks):
    with caplog.at_level(logging.INFO, "bureau.audit"), django_capture_on_commit_callbacks(execute=True):
        entry = note(county.system, "一件")
    assert entry.digest in caplog.text
    assert sealing.digest(entry) == entry.digest
