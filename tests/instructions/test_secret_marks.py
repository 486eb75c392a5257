"""涉密不上网: what bears a mark of secrecy is refused, and nothing of it is kept."""

import pytest

import instructions.actions as instructing
from bureau.pages.models import Draft
from bureau.pages.once import token
from instructions.models import Instruction
from tests.county import CITY
from tests.instructions.posted import CLASSIFIED, NEW, PLAN, form, is_refused, kept_files, photo
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
MARKS = ["机密★1年", "（秘密）", "密级：绝密", "【机密】", "绝密 ☆"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("name", ["title", "number", "words"])
def test_a_marked_paper_is_refused_and_nothing_is_kept(county, enter, name, mark):
    browser = enter(county.officer)
    is_refused(browser, form(**{name: f"{mark}关于某事"}, files=photo()), CLASSIFIED)
    assert not Draft.objects.exists()


def test_a_file_with_a_marked_name_does_not_even_come_to_the_disk(county, enter):
    answer = is_refused(enter(county.officer), form(files=photo("机密★1年 报告.png")), CLASSIFIED)
    assert kept_files() == []
    assert "机密★1年 报告.png，" not in answer.content.decode()  # not offered as 已上传


def test_what_is_marked_is_not_kept_as_a_draft_either(county, enter):
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    answer = enter(county.officer).post(url, {"opinion": "（机密）照办", "draft": "1"}, follow=True)
    assert CLASSIFIED in answer.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["opinion", "summary", "asked"])
def test_a_marked_proposal_is_refused(county, enter, name):
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    is_refused(enter(county.officer), PLAN | {name: "秘密★5年"}, CLASSIFIED, url)
    assert Instruction.objects.get().state == "registered"


def test_a_marked_transcript_and_a_marked_word_of_the_leaders_are_refused(county, enter):
    about = instructing.OnPaper("防汛报告")
    ink = instructing.instruct(county.magistrate, county.word(origin="ink", words=""), about)
    url = f"{ink.get_absolute_url()}transcribe/"
    is_refused(enter(county.officer), {"text": "密级：机密"}, CLASSIFIED, url)
    record = county.instruction("reported")
    url = f"{record.get_absolute_url()}note/"
    is_refused(enter(county.magistrate), {"opinion": "机密★"}, CLASSIFIED, url)
    city = county.instruction("reported", word=county.word(**CITY))
    url = f"{city.get_absolute_url()}note_for/"
    is_refused(enter(county.officer), {"opinion": "阅", "files": photo("（秘密）.png")}, CLASSIFIED, url)
    assert kept_files() == []


def test_a_marked_correction_is_refused(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    shown = form_of(browser.get(url))
    for name in ("title", "number", "words"):
        is_refused(browser, shown | {name: "（机密）", "once": token()}, CLASSIFIED, url)
    is_refused(browser, shown | {"secrecy": "classified"}, CLASSIFIED, url)


def test_to_speak_of_secrets_is_no_mark(county, enter):
    words = "请保密局牵头，抓好商业秘密保护和机密文件管理。"
    enter(county.officer).post(NEW, form(words=words, title="关于保守国家秘密宣传月的报告"))
    assert Instruction.objects.get().round.words == words
