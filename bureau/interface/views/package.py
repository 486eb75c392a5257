"""归档数据包: a month's, made by the worker for who asks."""

from django import forms

from bureau.interface.forms import MonthForm
from bureau.interface.jobs import PACKAGE
from bureau.interface.package.making import LEFT_OUT
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.org.administrators import ForPosts
from bureau.org.posts import Post
from bureau.pages.form_page import FormPage


class Package(ForPosts, FormPage):
    posts = (Post.DIRECTOR,)
    template_name = "interface/package.html"
    form_class = MonthForm
    sentence = "正在后台导出，完成后在这里下载。"
    asks_again = False

    def take(self, form: forms.BaseForm) -> Job:
        year, month = map(int, form.cleaned_data["month"].split("-"))
        person, facts = self.request.user, {"year": year, "month": month}
        return under_way(person, PACKAGE, **facts) or start(
            person, PACKAGE, f"导出{year}年{month}月归档数据包", url=self.request.path, **facts
        )

    def leads_to(self, done: Job) -> Job:
        return done

    def home(self) -> str:
        return "interface:package"

    def context(self, form: forms.BaseForm) -> dict:
        return {"left_out": LEFT_OUT}
