"""The magistrate on a phone: reads a 专报, writes one line and two units' names, next morning sees who has signed, and
weeks later finds the answer on the same card."""

import pytest

import instructions.actions as instructing
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from instructions.models import Instruction
from tests.county import in_days
from tests.house.papers import picture
from tests.leading.issuing import issued

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTH, HEIGHT, THUMB = 390, 844, 44
LINE = "请把花果山水库放在第一位。"
MEASURE = """() => [...document.querySelectorAll(".steps .button, .slip-actions .button, button.phrase")]
    .map(one => one.getBoundingClientRect()).filter(box => box.width).map(box => box.height)"""


@pytest.fixture
def special(county):
    """The answer to an earlier word, laid before the magistrate."""
    word = county.word(words="请水利局摸清全县病险水库底数。")
    about = instructing.OnPaper("关于小型水库安全度汛的情况报告")
    return issued(county, county.instruction("accepted", to=[county.water], word=word, about=about))


def draw(page) -> None:
    """Two strokes with a finger."""
    page.locator("canvas").wait_for()  # it stands once the page's picture has come
    sheet = page.locator("canvas").bounding_box()
    for down in (60, 120):
        page.mouse.move(sheet["x"] + 40, sheet["y"] + down)
        page.mouse.down()
        page.mouse.move(sheet["x"] + 200, sheet["y"] + down + 20, steps=8)
        page.mouse.up()


def choose(person, label: str, unit) -> None:
    """By initials: with scripts a tap on what is found, without them the server finds it."""
    person.write(label, unit.initials)
    if person.scripts:
        person.press(unit.short)


def test_one_line_and_two_units_and_nobody_telephones(county, enter, special):
    leader = enter(county.magistrate, phone=True)
    leader.reads("待阅文件")
    leader.follow("阅读")
    leader.reads("第1期")
    leader.page.get_by_text("看版面").click()
    image = leader.page.locator(".leaves img").first
    assert image.evaluate("one => one.decode().then(() => one.naturalWidth)") >= WIDTH
    leader.page.locator(".steps").get_by_role("link", name="批示").click()
    leader.write("批示内容", LINE)
    choose(leader, "牵头单位", county.roads)
    choose(leader, "会同单位", county.finance)
    leader.write("几日内报我", "20")
    leader.press("提交批示")
    leader.is_told("第2轮批示，无须再填报")
    leader.reads("督查员甲")
    record = Instruction.objects.get()
    assert (record.lead_unit, list(record.co_units.all())) == (county.roads, [county.finance])

    officer = enter(county.officer)
    officer.open(f"/instructions/{record.pk}/propose/")
    officer.holds("牵头单位", county.roads.short)
    officer.write("批示摘要", "修复花果山水库上坝公路。")
    officer.press("拟办")
    director = enter(county.director)
    director.open(f"/instructions/{record.pk}/approve/")
    director.press("审定并交办")
    for liaison in (county.roads_liaison, county.finance_liaison):
        unit = enter(liaison)
        unit.press("签收")

    leader.open("/")
    leader.reads(LINE)
    marks = leader.page.locator(".slip-units").first
    assert marks.locator(".signed").count() == 2
    leader.reads("签收")

    record = Instruction.objects.get()
    instructing.report(county.roads_liaison, record, "上坝公路已经修通，资金全部到位。")
    instructing.accept(county.colleague, record)
    issued(county, record)
    leader.open("/")
    leader.follow("阅读")
    leader.reads("第2期")
    leader.open(f"/leading/mine/{record.pk}/")
    leader.reads("上坝公路已经修通")
    leader.reads("督查专报")
    leader.follow("圈阅")
    leader.press("圈阅")
    leader.reads("都已阅批")
    assert Instruction.objects.get().state == "closed"


def test_the_choice_alone_writes_the_sentence(county, enter):
    leader = enter(county.magistrate, phone=True)
    leader.follow("写批示")
    choose(leader, "牵头单位", county.water)
    choose(leader, "会同单位", county.finance)
    leader.write("几日内报我", "7")
    sentence = f"请{county.water.short}会同{county.finance.short}办理，7日内报我。"
    if leader.scripts:
        leader.holds("批示内容", sentence)
    leader.press("提交批示")
    leader.reads(sentence)


def test_everything_is_for_one_thumb(county, enter, special):
    """Nothing runs off the side; what is tapped is large enough; the bar stands at the foot of the window."""
    directive = county.directive("running", to=[county.water], due=in_days(-3), title="完成水库除险加固" * 8)
    leader = enter(county.magistrate, phone=True)
    record = Instruction.objects.get()
    for address in (
        "/leading/",
        "/leading/mine/",
        f"/leading/mine/{record.pk}/",
        "/leading/instruct/",
        f"/leading/instruct/?matter={directive.pk}",
        f"/leading/instruct/?bulletin={special.pk}",
        f"/leading/ink/?bulletin={special.pk}",
        f"/leading/bulletins/{special.pk}/",
    ):
        assert leader.open(address).status == 200, address
        assert leader.page.evaluate("document.documentElement.scrollWidth") <= WIDTH, address
        assert min(leader.page.evaluate(MEASURE)) >= THUMB, address
        bar = leader.page.locator(".steps").bounding_box()
        assert bar["y"] + bar["height"] == pytest.approx(HEIGHT, abs=1), address


def test_more_time_is_granted_in_two_taps(county, enter):
    directive = county.directive("running", to=[county.water])
    part = county.part(directive)
    for days in (40, 50):
        assignments.ask_extension(county.water_liaison, part, "汛期推迟", "已完成六成", in_days(days))
        if days == 40:
            replies.grant_extension(county.director, Reply.objects.latest("pk"), in_days(days))
    leader = enter(county.vice, phone=True)
    leader.follow("同意")
    leader.press("同意延期")
    leader.is_told("同意延期")
    leader.reads("都已阅批")


def test_a_line_by_hand_is_put_into_letters_by_the_office(county, enter, special, scripts):
    leader = enter(county.magistrate, phone=True)
    leader.open(f"/leading/bulletins/{special.pk}/")
    leader.follow("手写")
    if scripts:
        draw(leader.page)
    else:
        photo = {"name": "手写.png", "mimeType": "image/png", "buffer": picture()}
        leader.field("手写批示的照片").set_input_files(photo)
    leader.press("提交批示")
    leader.is_told("第2轮批示")
    record = Instruction.objects.get()
    officer = enter(county.officer)
    officer.open(f"/instructions/{record.pk}/transcribe/")
    hand = officer.page.locator(".leading-inked img")
    assert hand.evaluate("one => one.decode().then(() => one.naturalWidth)") >= 2
    officer.write("批示内容", "再核一次，务必到人。")
    officer.press("转写手写批示")
    leader.open(f"/leading/mine/{record.pk}/")
    leader.reads("再核一次，务必到人。")
