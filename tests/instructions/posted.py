"""The form of an instruction, and what is asked when it was refused."""

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bureau.matters.models import Attachment, Entry, Matter
from instructions.models import Instruction, Paper, Round
from tests.house.papers import picture
from tests.pages.posting import form_of

NEW = "/instructions/new/"
PLAN = {"lead": "县水利局", "shown": "summary", "summary": "拿出方案。"}
CLASSIFIED = "涉密不上网"


def form(**changes) -> dict:
    return {
        "leader_name": "县长",
        "level": "county",
        "date": str(timezone.localdate()),
        "title": "关于城区内涝整治的报告",
        "number": "桃住建报〔2026〕8号",
        "words": "请住建局阅处。",
        "meaning": "handle",
        "wants_answer": "on",
        "urgency": "normal",
        "secrecy": "normal",
    } | changes


def photo(name="批示照片.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture())


def counted() -> dict:
    return {model: model.objects.count() for model in (Matter, Instruction, Round, Paper, Attachment, Entry)}


def kept_files() -> list:
    return [path for path in settings.FILES_ROOT.rglob("*") if path.is_file()]


def is_refused(browser, values: dict, told: str, url=NEW, status=(200, 409)):
    """Told so, with what was typed still there, and nothing was written anywhere."""
    before = counted()
    answer = browser.post(url, values)
    page = answer.content.decode()
    assert answer.status_code in status
    assert told in page, page[page.find("form-errors") :][:1500]
    assert counted() == before
    return answer


def enter_and_post(browser, url, values):
    return browser.post(url, form_of(browser.get(url)) | values)
