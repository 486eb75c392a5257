from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.matters.views.desk_only import BureauOnly
from bureau.matters.views.on_paper import inline
from bureau.press.printing import PressProblem
from reports import flow
from reports.kinds import KINDS
from reports.models import Bulletin
from reports.personal import copies

RESTRICTED = [series for series, kind in KINDS.items() if kind.restricted]
MOST = 60


class CopiesForm(forms.Form):
    """From which 份号 to which."""

    first = forms.IntegerField(label="从第几份", min_value=1)
    last = forms.IntegerField(label="到第几份", min_value=1)

    def __init__(self, *args, most: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.most = most

    def clean(self):
        first, last = (self.cleaned_data.get(name) for name in ("first", "last"))
        if first is None or last is None:
            return
        if last < first:
            raise forms.ValidationError("“到第几份”不能小于“从第几份”。")
        if last > self.most:
            raise forms.ValidationError(f"本期共印{self.most}份，“到第几份”不能大于{self.most}。")
        if last - first >= MOST:
            raise forms.ValidationError(f"一次最多打印{MOST}份，请分几次。")


class Copies(BureauOnly, TemplateView):
    """打印份号件 of a restricted issue: each copy with its number, and its addressee where that is known."""

    template_name = "reports/copies.html"

    def get(self, request, pk):
        found = Bulletin.objects.visible_to(request.user).filter(series__in=RESTRICTED)
        bulletin = get_object_or_404(found, pk=pk)
        if bulletin.state != flow.ISSUED:
            messages.info(request, "印发以后再打印份号件。")
            return redirect(bulletin)
        form = CopiesForm(
            request.GET or None, most=bulletin.copies, initial={"first": 1, "last": bulletin.copies}
        )
        if form.is_bound and form.is_valid():
            return self.printed(bulletin, form.cleaned_data["first"], form.cleaned_data["last"])
        return self.render_to_response(self.get_context_data(bulletin=bulletin, form=form))

    def printed(self, bulletin, first: int, last: int):
        try:
            pdf = copies(bulletin, first, last)
        except PressProblem as problem:
            messages.error(self.request, str(problem))
            return redirect(bulletin)
        except FileNotFoundError:
            messages.error(self.request, "这一期的文件不在存储里，请从备份中恢复后再打印。")
            return redirect(bulletin)
        return inline(pdf, f"{bulletin.number}（第{first}至{last}份）.pdf")
