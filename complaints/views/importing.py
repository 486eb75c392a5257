"""导入12345工单. The table is read in memory and kept nowhere: it names who called."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse

from bureau.files.refused import Refused
from bureau.files.sniff import FileKind, sniff
from bureau.pages.form_page import FormPage
from complaints.actions.importing import register_orders
from complaints.models import Complaint
from complaints.orders import HEADS, Order, read
from complaints.views.desk_only import DeskOnly

LIMIT = 2 * 1024 * 1024  # bytes


class OrdersForm(forms.Form):
    file = forms.FileField(
        label="工单表",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text="Excel（.xlsx），不超过2 MB；读完即弃，不在服务器上保存。",
        error_messages={"required": "请选择工单表。"},
    )

    orders: list[Order] = []

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            if sniff(file, file.name, LIMIT) is not FileKind.XLSX:
                raise Refused("请选择 .xlsx 文件。")
            self.orders = read(file)
        except Refused as why:
            raise forms.ValidationError(str(why)) from None
        except Exception:
            raise forms.ValidationError("这个表格打不开，请用 Excel 或 WPS 另存一次再上传。") from None
        return file


class ImportOrders(DeskOnly, FormPage):
    template_name = "complaints/import.html"
    form_class = OrdersForm

    def take(self, form: Any) -> list[Complaint]:
        return register_orders(self.request.user, form.orders)

    def tell(self, done: list[Complaint]) -> None:
        messages.success(self.request, f"已登记{len(done)}件投诉，请逐件审查是否受理。")

    def submit(self, form: Any) -> HttpResponse:
        """What is wrong is shown row by row, and nothing is registered."""
        return self.show(form, status=422) if wrong(form) else super().submit(form)

    def home(self) -> str:
        return "complaints:list"

    def place(self) -> str:
        return "complaints:receptions"

    def context(self, form: Any) -> dict:
        return {
            "wrong": wrong(form),
            "count": len(form.orders),
            "heads": [heads[0] for heads in HEADS.values()],
        }


def wrong(form: Any) -> list[Order]:
    return [order for order in form.orders if order.problems]
