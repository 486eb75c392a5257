"""A table of the drafter's own, and a chart of it: what is pasted, uploaded, or typed cell by cell."""

from django import forms

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.files.sniff import FileKind, sniff
from bureau.jobs.barred import Barred
from bureau.org.visible import VisibleField, visible
from reports import figures
from reports.insert_forms import InsertForm
from reports.inserts import own, plotted

LONGEST = 60_000  # characters of a pasted table
NEW_ROWS, NEW_COLUMNS, ROOM = 5, 5, 2  # of an empty grid; rows to be added below a filled one
HEADS = [(0, "自动识别"), (1, "1行"), (2, "2行"), (3, "3行")]
UNIT_LENGTH, SOURCE_LENGTH = 10, 100


class GridWidget(forms.Widget):
    """A box for each cell."""

    template_name = "reports/parts/grid.html"

    def get_context(self, name, value, attrs):
        rows = value or [[""] * NEW_COLUMNS for _ in range(NEW_ROWS)]
        wide = max(map(len, rows))
        rows = [*rows, *([""] * wide for _ in range(ROOM))]
        return {"name": name, "rows": [list(enumerate(row, 1)) for row in rows]}

    def value_from_datadict(self, data, files, name):
        """The rows of boxes: all cells of a row have its name."""
        rows, number = [], 1
        while f"{name}-{number}" in data and number <= own.MOST_ROWS + ROOM:
            rows.append([visible(cell) for cell in data.getlist(f"{name}-{number}")[: own.MOST_COLUMNS + 1]])
            number += 1
        return rows


class GridField(forms.Field):
    widget = GridWidget

    def clean(self, value):
        return [row for row in value or [] if any(cell.strip() for cell in row)]


class OwnTableForm(InsertForm):
    """What is uploaded wins over what is pasted, and that over the cells."""

    grid = GridField(label="逐格填写", required=False)
    pasted = VisibleField(
        label="粘贴表格",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "wrap": "off"}),
        help_text="在 Excel、WPS 或 Word 里选中表格复制，粘贴到这里；也可以逐行打字，各格之间用“|”隔开。粘贴的内容代替下面的格子。",
    )
    upload = forms.FileField(
        label="上传 Excel",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text="取第一张有内容的工作表；合并的表头照样合并。",
    )
    heads = forms.TypedChoiceField(label="表头行数", choices=HEADS, coerce=int, initial=0)
    source = VisibleField(
        label="数据来源",
        required=False,
        max_length=SOURCE_LENGTH,
        help_text="印在表的下面，如“数据来源：县统计局。”",
    )
    landscape = forms.BooleanField(
        label="横排", required=False, help_text="只对附件：栏目多的表横着排，页码位置不变。"
    )
    field_order = ("title", "upload", "pasted", "grid", "heads", "source", "annex", "landscape")

    def __init__(self, *posted, spec: dict, **kwargs):
        super().__init__(*posted, **kwargs)
        self.initial |= {name: spec[name] for name in ("heads", "source", "landscape") if name in spec}
        self.initial["grid"] = spec.get("own")

    def clean_upload(self):
        """Its rows."""
        if not (upload := self.cleaned_data["upload"]):
            return None
        try:
            if sniff(upload, upload.name) != FileKind.XLSX:
                raise Refused("表格只收 .xlsx 文件；.xls 请在 Excel 或 WPS 里另存为 .xlsx。")
            found = (one for one in grids(upload) if any(cell.words for row in one.rows for cell in row))
            return own.rows_of_sheet(next(found, Grid("")))
        except (Refused, Barred) as refused:
            raise forms.ValidationError(str(refused)) from refused

    def clean(self):
        said = self.cleaned_data
        if said.get("landscape") and not said.get("annex"):
            self.add_error("landscape", "只有附件能横排：请同时勾选“作为附件”，或者取消“横排”。")
        if self.errors:
            return
        try:
            if not (rows := said.get("upload")):
                rows = own.rows_of(said["pasted"]) if said["pasted"] else own.squared(said["grid"])
            said["own"] = rows
        except Barred as barred:
            raise forms.ValidationError(str(barred)) from barred

    def more(self) -> dict:
        said = self.cleaned_data
        return {"spec": {name: said[name] for name in ("own", "heads", "source", "landscape")}}


class OwnChartForm(InsertForm):
    """Of which table, which columns, and how it is drawn."""

    kind = forms.ChoiceField(label="图形", choices=figures.CHART_KINDS)
    column = forms.MultipleChoiceField(label="数据", widget=forms.CheckboxSelectMultiple)
    unit = VisibleField(label="单位", max_length=UNIT_LENGTH, initial="件", help_text="如“万元”“个”“%”。")

    def __init__(self, *posted, tables, spec: dict, **kwargs):
        super().__init__(*posted, **kwargs)
        self.fields["column"].choices = [
            (f"{table.number}-{place}", f"表{table.number}：{label}")
            for table in tables
            for place, label in plotted.figures(table.data)
        ]
        self.initial |= {name: spec[name] for name in ("kind", "unit") if name in spec}
        self.initial["column"] = [f"{spec['table']}-{place}" for place in spec.get("columns", ())]

    def clean_column(self):
        """The number of the table, and the places of its columns."""
        chosen = [tuple(map(int, one.split("-"))) for one in self.cleaned_data["column"]]
        if len({table for table, _place in chosen}) > 1:
            raise forms.ValidationError("“数据”要取自同一张表。")
        return chosen[0][0], [place for _table, place in chosen]

    def more(self) -> dict:
        said = self.cleaned_data
        table, columns = said["column"]
        return {"spec": {"table": table, "columns": columns, "kind": said["kind"], "unit": said["unit"]}}
