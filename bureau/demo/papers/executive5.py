"""县人民政府常务会议纪要5号: 22 decisions, six closed, four overdue; the bulletin tells of them."""

from bureau.demo.papers.executive5_economy import ECONOMY
from bureau.demo.papers.executive5_people import PEOPLE
from bureau.demo.tale import Paper
from directives.models import Source

PAPER = Paper(
    kind=Source.Kind.EXECUTIVE,
    title="桃溪县人民政府常务会议纪要",
    number="〔{year}〕5号",
    date=-24,
    officer="officer1",
    organ="桃溪县人民政府办公室",
    tales=ECONOMY + PEOPLE,
)
