"""The gallery: one page that shows every part of the look with invented rows. It is served to the tests only."""

from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace as Row
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from django_tables2 import RequestConfig

from tests.look.asking import Conditions, Ledger, Registering, rows

NOW = datetime(2026, 6, 30, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


class Kept(list):
    """Attachments as a timeline finds them: by `.all`."""

    def all(self):
        return self


def entry(days: int, sentence: str, audience: str = "all", files=()) -> Row:
    return Row(
        at=NOW - timedelta(days=days),
        actor_words="督查员甲",
        sentence=sentence,
        audience=audience,
        get_audience_display="督查局内部",
        attachments=Kept(files),
    )


def part(unit: str, role: str, state: str, light: str, note: str = "") -> Row:
    return Row(
        unit=Row(name=unit),
        role=role,
        get_role_display={"lead": "牵头", "co": "协办"}[role],
        get_state_display=state,
        light=light,
        note=note,
        asked="汇总排查台账，逐处销号",
    )


FILE = Row(
    name="水库隐患排查整改台账（第三季度汇总稿，含各乡镇分表）.xlsx",
    size=183421,
    sha256="9f2c4be1" * 8,
    get_absolute_url="/",
    entry=Row(actor_words="县水利局 联络员", at=NOW),
)
ENTRIES = [
    entry(0, "督查员甲 退回重办：鉴定报告未盖章，请于 3 个工作日内补齐。"),
    entry(2, "县水利局 报送办结报告：全县 214 处水库（山塘）排查完毕。", files=[FILE]),
    entry(5, "与分管领导沟通，拟列入下期通报。", audience="desk"),
]
ASSIGNMENTS = [
    part("县水利局", "lead", "办理中", "yellow", "剩 2 个工作日"),
    part("桃花江镇", "co", "待签收", "blue"),
    part("县农业农村局", "co", "办理中", "red", "超 3 个工作日"),
    part("武潭镇", "co", "已完成", "grey"),
]
ACTIONS = [
    {
        "label": "销号",
        "url": "/",
        "tone": "primary",
        "post": True,
        "confirm": "确认销号？",
        "hidden": {"seen": "3"},
    },
    {"label": "退回重办", "url": "/"},
    {"label": "延期审批", "url": "/", "why_not": "承办单位没有申请延期"},
    {"label": "作废", "url": "/", "tone": "danger"},
]
FACTS = [
    {"label": "编号", "value": "桃督〔2026〕22号"},
    {"label": "来源", "value": "县人民政府常务会议纪要〔2026〕5号"},
    {"label": "议定内容", "value": "汛前对全县水库（山塘）隐患开展拉网式排查，限期整改到位。", "wide": True},
]
RECKONING = Row(
    sentences=["2026年5月12日 交办，次日起算。", "第 15 个工作日为 2026年6月2日。"],
    skipped=[((NOW - timedelta(days=n)).date(), "周六") for n in (45, 38, 31)],
)
CARDS = [
    {"label": "我的待办", "count": 12, "url": "/", "tone": "blue"},
    {"label": "逾期", "count": 2, "url": "/", "tone": "red"},
    {"label": "待签收", "count": 0, "url": "/"},
]
NAV = [{"label": "工作台", "url": "/", "count": 12}, {"label": "决策督查", "url": "/", "active": True}]
OFFICER = Row(is_authenticated=True, name="督查员甲", post_words="督查员", unit=Row(name="县委县政府督查局"))


@login_not_required
def gallery(request):
    """The page. `?size=size-c` shows larger type; an address with `title` in it shows the form filled in wrongly."""
    table = Ledger(rows(45))
    RequestConfig(request, paginate={"per_page": 20}).configure(table)
    context = {
        "bureau_name": "中共桃溪县委 桃溪县人民政府督查局",
        "nav": NAV,
        "user": OFFICER,
        "is_demo": True,
        "type_size": request.GET.get("size", "size-a"),
        "table": table,
        "filter": Conditions(request.GET or None),
        "form": Registering(request.GET if "title" in request.GET else None),
        "crumbs": [{"label": "决策督查", "url": "/"}],
        "cards": CARDS,
        "entries": ENTRIES,
        "assignments": ASSIGNMENTS,
        "actions": ACTIONS,
        "facts": FACTS,
        "reckoning": RECKONING,
        "files": [FILE],
        "lights": ["green", "yellow", "red", "grey", "blue"],
    }
    page = engines["django"].from_string(Path(__file__).with_name("gallery.html").read_text(encoding="utf-8"))
    return HttpResponse(page.render(context, request))


urlpatterns = [path("gallery/", gallery), path("", include("bureau.urls"))]
