"""A ledger as somebody has it in Excel: opened, changed by what its heads and rows say, saved."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from bureau.files import store
from bureau.matters.models import Reimport
from bureau.matters.reimport.columns import MARK, Columns
from bureau.matters.reimport.taking_in import opened, take_in
from bureau.matters.reimport.workbook import write
from bureau.matters.rooms import room_of
from bureau.pages.asked import Asked
from tests.pages.posting import form_of


class Excel:
    """The workbook that a browser fetched of a room."""

    def __init__(self, browser, room="directives", content=None, bare=False, **asked):
        self.browser, self.room = browser, room
        self.file = content or browser.get(reverse("matters:changeable", args=[room]), asked).getvalue()
        self.book = load_workbook(BytesIO(self.file))
        self.sheet = self.book.worksheets[0]
        self.heads = [cell.value.replace(MARK, "") for cell in self.sheet[1]]
        if bare:
            return
        code = self.heads.index("识别码") + 1
        self.rows = {self.sheet.cell(row, code).value: row for row in range(2, self.sheet.max_row + 1)}

    def cell(self, record, head: str):
        """Of the record's row the cell below that head."""
        return self.sheet.cell(self.rows[record.pk], self.heads.index(head) + 1)

    def set(self, record, **words):
        for head, value in words.items():
            self.cell(record, head).value = value
        return self

    def saved(self) -> bytes:
        out = BytesIO()
        self.book.save(out)
        return out.getvalue()

    def send(self, content: bytes | None = None):
        """What the upload is answered."""
        upload = SimpleUploadedFile("台账.xlsx", self.saved() if content is None else content)
        url = reverse("matters:changes", args=[self.room])
        return self.browser.post(url, {**form_of(self.browser.get(url)), "file": upload})

    def returned(self):
        """The page on which the changes are shown."""
        answer = self.send()
        assert answer.status_code == 302, answer.content.decode()
        return self.browser.get(answer.url)

    def confirm(self, page, **choices):
        """The page after the button was pressed; `choices`: record → 「file」 or 「system」."""
        url = page.wsgi_request.path
        posted = {**form_of(page), "confirm": "1", **choices}
        return self.browser.post(url, posted, follow=True)


def came_back(person, records, head, words) -> Reimport:
    """One column of the ledger of directives changed in these rows, and the file sent."""
    columns, out = Columns(room_of("directives"), person), BytesIO()
    table = columns.room.ledger.ledger(Asked.again(person, ""))
    write(columns, table, table.data.data.count(), "台账", out)
    book = load_workbook(out)
    sheet = book.worksheets[0]
    heads = [cell.value.replace(MARK, "") for cell in sheet[1]]
    wanted = {record.pk for record in records}
    for row in sheet.iter_rows(min_row=2):
        if row[-1].value in wanted:
            row[heads.index(head)].value = words
    book.save(changed := BytesIO())
    kept = store.keep(ContentFile(changed.getvalue(), name="台账.xlsx"))
    return take_in(person, "directives", kept, opened(kept, "directives"))


def last() -> Reimport:
    return Reimport.objects.latest("pk")


def faults(page) -> dict[int, list]:
    return {row["pk"]: row["faults"] for row in page.context["faulty"]}
