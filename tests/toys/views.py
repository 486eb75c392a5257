import django_filters as filters

from bureau.matters.filters import MatterFilter
from bureau.matters.tables import RoomTable
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.matters.views.desk_only import DeskOnly
from tests.toys import flow, states
from tests.toys.models import Walk


class WalkFilter(MatterFilter):
    state = filters.ChoiceFilter(label="状态", choices=states.CHOICES)

    class Meta:
        model = Walk
        fields = ["q", "unit", "light", "state", "due"]


class WalkTable(RoomTable):
    class Meta(RoomTable.Meta):
        model = Walk
        fields = ()
        sequence = ("tick", "light", "number", "title", "lead", "due", "stage")

    co = None

    @staticmethod
    def ledger_columns():
        return [("number", "编号"), ("title", "河流"), ("lead", "巡河单位"), ("stage", "状态")]

    def ledger_rows(self, records=None):
        for walk in records or self.records():
            yield [walk.matter.number, walk.matter.title, walk.lead.unit.short, walk.matter.stage]


class Ledger(MatterList):
    model = Walk
    table_class = WalkTable
    filterset_class = WalkFilter
    heading = export_name = "巡河台账"


class Page(MatterPage):
    model = Walk
    flow = flow.FLOW
    template_name = "matters/page.html"


class Step(StepPage):
    flow = flow.FLOW

    def records(self, person):
        return Walk.objects.visible_to(person)


class Batch(DeskOnly, BatchPage):
    model = Walk
    flow = flow.FLOW
    function = "toys"
