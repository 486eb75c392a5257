"""现场: a night at the mill on a telephone without a signal. What is written down stays in it and arrives in order, once."""

import pytest
from playwright.sync_api import expect

import directives.inspections.actions as visiting
from bureau.matters.models import Attachment
from directives.inspections.models import Finding, Signature
from tests.house.papers import picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEPT = "[data-worker][data-kept]"
QUEUED = "[data-queue-list] li"


@pytest.fixture
def target(county):
    return county.inspection("running", unannounced=True).targets.get()


def write_down(visitor, words: str, photo: bool = False) -> None:
    visitor.write("看到的情况", words)
    if photo:
        file = {"name": "蒸球.png", "mimeType": "image/png", "buffer": picture()}
        visitor.field("照片").set_input_files(file)
    visitor.press("记下")


def queued(visitor, count: int) -> None:
    expect(visitor.page.locator(QUEUED)).to_have_count(count)


def words_of(target) -> list[str]:
    return list(target.findings.order_by("pk").values_list("words", flat=True))


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_what_is_written_without_a_signal_arrives_in_order_and_once(county, enter, target):
    """The line is cut and comes back three times."""
    inspector = enter(county.colleague, phone=True)
    page, line = inspector.page, inspector.page.context
    inspector.open(target.get_absolute_url())
    page.wait_for_selector(KEPT, state="attached")

    line.set_offline(True)
    write_down(inspector, "22时40分三号蒸球正在运行。", photo=True)
    write_down(inspector, "排污口正在排水。")
    queued(inspector, 2)
    inspector.reads("没有信号")
    assert words_of(target) == []
    page.reload()  # the page itself comes from the telephone
    queued(inspector, 2)
    line.set_offline(False)
    queued(inspector, 0)
    assert words_of(target) == ["22时40分三号蒸球正在运行。", "排污口正在排水。"]

    line.set_offline(True)
    write_down(inspector, "门卫登记簿写着“已停产”。")
    queued(inspector, 1)
    line.set_offline(False)
    queued(inspector, 0)

    line.set_offline(True)
    sign_on_glass(inspector)
    queued(inspector, 1)
    line.set_offline(False)
    queued(inspector, 0)

    assert len(words_of(target)) == 3
    assert Signature.objects.get(target=target).signer == "县水利局分管副局长"
    names = set(Attachment.objects.filter(matter=target.matter).values_list("name", flat=True))
    assert names == {"蒸球.png", "签字.png"}
    page.reload()
    inspector.reads("门卫登记簿写着“已停产”。")


def sign_on_glass(visitor) -> None:
    visitor.page.get_by_text("请对方在手机上签字").click()
    visitor.write("签字人单位和职务", "县水利局分管副局长")
    glass = visitor.page.locator("[data-glass] canvas")
    glass.scroll_into_view_if_needed()
    box = glass.bounding_box()
    mouse = visitor.page.mouse
    mouse.move(box["x"] + 40, box["y"] + 40)
    mouse.down()
    mouse.move(box["x"] + 160, box["y"] + 70, steps=5)
    mouse.up()
    visitor.page.wait_for_selector("[data-glass][data-signed]")
    visitor.press("签好了")


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_what_the_server_refuses_stays_on_the_telephone_and_says_why(county, enter, target):
    inspector = enter(county.colleague, phone=True)
    inspector.open(target.get_absolute_url())
    inspector.page.wait_for_selector(KEPT, state="attached")
    inspector.page.context.set_offline(True)
    inspector.write("看到的情况", "大门紧闭。")
    file = {"name": "病毒.exe", "mimeType": "application/octet-stream", "buffer": b"MZ" + bytes(200)}
    inspector.field("照片").set_input_files(file)
    inspector.press("记下")
    queued(inspector, 1)
    inspector.page.context.set_offline(False)
    expect(inspector.page.locator(QUEUED)).to_contain_text("没有收下")
    queued(inspector, 1)
    assert not Finding.objects.exists()


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_what_comes_after_the_activity_ended_is_not_lost(county, enter, target):
    """It was written where there was no signal; meanwhile the officer closed the activity."""
    inspector = enter(county.colleague, phone=True)
    inspector.open(target.get_absolute_url())
    inspector.page.wait_for_selector(KEPT, state="attached")
    inspector.page.context.set_offline(True)
    words = (
        "后半夜排水，水温烫手，现场有三名工人，都说是班长叫来的，班长不在，电话打不通，门卫也说没有看见车。"
    )
    write_down(inspector, words, photo=True)
    queued(inspector, 1)
    end(county, target)
    inspector.page.context.set_offline(False)
    inspector.open(target.get_absolute_url())
    kept = inspector.page.locator(QUEUED)
    expect(kept).to_contain_text("督查活动已经结束")
    expect(kept).to_contain_text(words)
    expect(kept.get_by_role("link", name="保存蒸球.png")).to_be_visible()


def end(county, target) -> None:
    inspection = target.inspection
    visiting.finish(county.officer, inspection)
    visiting.conclude_without(county.officer, inspection.targets.get(), "没有查到。")
    visiting.close(county.officer, type(inspection).objects.get(pk=inspection.pk), "没有发现问题。")


def test_it_is_written_down_without_scripts_too(county, enter, scripts, target):
    inspector = enter(county.colleague, phone=True)
    inspector.open(target.get_absolute_url())
    write_down(inspector, "烟囱冒烟。", photo=True)
    if scripts:
        expect(inspector.page.locator("[data-queue-state]")).to_be_visible()
        queued(inspector, 0)
        inspector.open(target.get_absolute_url())
    inspector.reads("烟囱冒烟。")
    assert words_of(target) == ["烟囱冒烟。"]
