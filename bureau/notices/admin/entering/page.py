"""批量录入: paste or choose a table, see every row as it was read, enter all of it."""

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from bureau.files.refused import Refused
from bureau.files.sniff import FileKind, sniff
from bureau.jobs import long
from bureau.notices.admin.entering import checked, rows
from bureau.notices.admin.entering.kinds import KINDS
from bureau.notices.admin.entering.known import Unread
from bureau.org.admin import administration
from bureau.org.models import Appointment, Person
from bureau.org.passwords import said
from bureau.org.visible import VisibleField, visible

LONGEST = 200_000  # characters of a pasted table
STAND_IN = "looked-at-and-never-entered-1"


class Pasted(VisibleField):
    """As one sees it, its empty lines with it: rows are counted as they stand in the box."""

    def to_python(self, value):
        return visible(forms.CharField.to_python(self, value))


class TableForm(forms.Form):
    file = forms.FileField(
        label="Excel 文件",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text="读第一张有内容的工作表；读出的内容会放进下面的框里，可以在那里改。",
    )
    words = Pasted(
        label="或者从表格里复制，粘贴到这里",
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "wrap": "off", "class": "admin-paste"}),
    )

    def __init__(self, kind, *args):
        super().__init__(*args)
        self.kind, self.read = kind, None
        self.initial["words"] = "\t".join(column.label for column in kind.columns) + "\n"
        self.fields["words"].help_text = f"第一行是列名，次序可以变。{kind.help}"
        if kind.model is Person:
            self.fields["start_password"] = VisibleField(
                label="初始密码",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
                help_text=f"{said()}这一批人共用，各人第一次登录时必须改掉。",
                error_messages={"required": "请填写这一批人的初始密码。"},
            )

    def clean_start_password(self):
        validate_password(self.cleaned_data["start_password"])
        return self.cleaned_data["start_password"]

    def clean(self):
        given = super().clean()
        try:
            words = self.of_file(given["file"]) if given.get("file") else given.get("words", "")
            self.read = rows.table(words, self.kind)
        except Refused as why:
            self.add_error("file", str(why))
        except Unread as why:
            self.add_error("words", str(why))
        return given

    def of_file(self, file) -> str:
        """Its words stand in the box from now on, so that they can be mended there."""
        if sniff(file, file.name) is not FileKind.XLSX:
            raise Refused(f"文件「{file.name}」不是 .xlsx，请另存为 Excel 工作簿后再上传。")
        if file.size > long.FILE_BYTES or long.written_in(file) > long.ENTERED_BYTES:
            raise Refused(
                f"文件「{file.name}」内容太多，没有读取。请把要录入的 {rows.MOST} 行以内另存为一份只有这张表的文件，"
                "或者复制后粘贴到下面的框里。"
            )
        try:
            words = rows.of_file(file)
        except Refused:
            raise
        except Exception as fault:  # the library raises many kinds on a damaged package
            raise Refused(f"文件「{file.name}」已损坏，打不开，请重新另存后再上传。") from fault
        self.data = self.data.copy()
        self.data["words"] = words
        return words

    @property
    def shared(self) -> dict:
        """What all rows have alike. A password that is not in order has a stand-in, with which rows are looked at and never entered."""
        if "start_password" not in self.fields:
            return {}
        return {"start_password": self.cleaned_data.get("start_password", STAND_IN)}


@administration.page("org/<str:model>/several/", "org_several", administration.keepers)
def enter_several(request, model):
    """Looked at first, as if it were entered; entered by the second click."""
    kind = KINDS.get(model)
    if kind is None or not administration.get_model_admin(kind.model).has_add_permission(request):
        raise Http404
    form = TableForm(kind, request.POST or None, request.FILES or None)
    valid, well = form.is_valid(), False
    if (
        form.read
    ):  # also where the start password is not in order: whoever mends one thing is told of the others
        wanted = valid and "enter" in request.POST and not request.FILES
        well = checked.enter(request, kind, form.read.rows, form.shared, rehearsing=not wanted) and valid
        if well and wanted:
            return entered(request, model, form.read.rows)
    listed = reverse(f"admin:org_{model}_changelist")
    context = {
        **administration.each_context(request),
        "title": f"批量录入{kind.model._meta.verbose_name}",
        "opts": kind.model._meta,
        "form": form,
        "listed": listed,
        "well": well,
        **(shown(form.read) if form.is_bound and form.read else {}),
    }
    return TemplateResponse(request, "admin/several.html", context)


def entered(request, model: str, found: list) -> HttpResponseRedirect:
    messages.success(request, f"已录入 {len(found)} 条。")
    if waiting := Appointment.objects.filter(asked_by=request.user, state=Appointment.State.WAITING).count():
        messages.warning(request, f"有 {waiting} 项任用在等安全管理员确认，确认前不生效。")
    return HttpResponseRedirect(reverse(f"admin:org_{model}_changelist"))


def shown(table: rows.Table) -> dict:
    """For the template: the heads, each row with its cells, and every problem with its place."""
    columns = [column for column in table.columns if column]
    lines = [
        {
            "number": row.number,
            "cells": [
                (column.label, row.words.get(column.name, ""), row.problems.get(column.name, ""))
                for column in columns
            ],
            "problem": row.problems.get("", ""),
            "wrong": bool(row.problems),
        }
        for row in table.rows
    ]
    labels = {column.name: column.label for column in columns} | {"": ""}
    told = [
        (row.number, label, row.problems[name])
        for row in table.rows
        for name, label in labels.items()
        if name in row.problems
    ]
    return {"columns": columns, "lines": lines, "told": told}
