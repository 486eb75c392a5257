"""Where a ledger comes back from Excel."""

from typing import Any

from django import forms

from bureau.files import store
from bureau.files.refused import Refused
from bureau.files.sniff import FileKind
from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.matters.jobs import READ
from bureau.matters.models import Reimport
from bureau.matters.reimport import taking_in
from bureau.matters.reimport.columns import Columns
from bureau.matters.views.reimporting.fetching import OfALedger
from bureau.pages.form_page import FormPage

SHOWN = 10  # imports of one's own that are listed


class UploadForm(forms.Form):
    file = forms.FileField(
        label="改好的 Excel 表",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text="上传后先列出每一处改动，确认以后才改。",
        error_messages={
            "required": "请选择改好的 Excel 文件。",
            "empty": "这个文件是空的，请重新保存后再上传。",
        },
    )


class Upload(OfALedger, FormPage):
    """Where the workbook is fetched, and where it comes back."""

    form_class = UploadForm
    template_name = "matters/reimport_upload.html"
    asks_again = False  # the same file once more changes nothing twice

    def find(self) -> Columns:
        return self.columns

    def prepare(self, form: Any) -> None:
        try:
            self.kept = store.keep(form.cleaned_data["file"])
        except Refused as refusal:
            raise Barred(str(refusal), field="file") from refusal
        if self.kept.kind != FileKind.XLSX:
            raise Barred(f"文件「{self.kept.name}」不是 Excel 表格，请另存为 .xlsx 后再上传。", field="file")

    def take(self, form: Any) -> Reimport | Job:
        """At once while little was changed in a short one; else the worker reads it."""
        kind, person = self.room.kind, self.request.user
        if long.content_of(self.kept) > long.CHANGED_BYTES:
            return self.hand_over()
        try:
            returned = taking_in.opened(self.kept, kind)
        except Refused as refusal:
            raise Barred(str(refusal), field="file") from refusal
        if len(returned.changed) > long.RECORDS_AT_ONCE:
            return self.hand_over()
        return taking_in.take_in(person, kind, self.kept, returned)

    def hand_over(self) -> Job:
        """The same file sent twice is read once."""
        person, facts = self.request.user, {"room": self.room.kind, **vars(self.kept)}
        words = f"读取“{self.kept.name[:80]}”"
        return under_way(person, READ, **facts) or start(person, READ, words, url=self.request.path, **facts)

    def tell(self, done: Any) -> None:
        """The page that follows says it."""

    def leads_to(self, done: Any) -> Any:
        return done

    def home(self) -> Any:
        return self.list_url

    def place(self) -> str:
        return f"{self.room.kind}:list"

    def context(self, form: forms.BaseForm) -> dict:
        mine = Reimport.objects.filter(person=self.request.user, kind=self.room.kind)
        return {
            "room": self.room,
            "columns": self.columns,
            "labels": [
                self.columns.labels[key] for key in self.columns.labels if key in self.columns.changeable
            ],
            "list_url": self.list_url,
            "imports": mine.defer("sealed")[:SHOWN],
        }
