"""接口: what the 系统管理员 asked for; the 安全管理员 confirms and is shown the token once. Either revokes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import ListView

from bureau.interface import issuing
from bureau.interface.forms import ClientForm
from bureau.interface.models import Client
from bureau.interface.sending import troubled
from bureau.jobs.barred import Barred
from bureau.org.administrators import ForPosts
from bureau.org.keys import key_of
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.pages.form_page import FormPage

KEEPERS = (Post.SYSTEM, Post.SECURITY)


class Clients(ForPosts, ListView):
    request: Request
    posts = KEEPERS
    template_name = "interface/clients.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        return Client.objects.select_related("person__unit", "asked_by", "confirmed_by", "ended_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        keeps = user.holds(Post.SYSTEM)
        return super().get_context_data(
            asks=keeps,
            decides=user.holds(Post.SECURITY),
            undelivered=troubled().count() if keeps else 0,
            **kwargs,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """By the button: `confirm` or `end`, a key each. What is shown once is shown in the answer, and kept nowhere."""
        by, asked = self.request.user, request.POST
        try:
            if "confirm" in asked and by.holds(Post.SECURITY):
                handed = issuing.confirm(by, key_of(asked["confirm"]))
                return render(request, "interface/handed.html", {"handed": handed})
            client = issuing.end(by, key_of(asked.get("end", "")))
            messages.success(request, f"“{client}”：{client.state[0]}。")
        except Barred as refusal:
            messages.error(request, str(refusal))
        return redirect("interface:clients")


class NewClient(ForPosts, FormPage):
    """提出: not in force before somebody else has confirmed it."""

    posts = (Post.SYSTEM,)
    template_name = "interface/new.html"
    form_class = ClientForm
    sentence = "已提出，待安全管理员确认后生效。"

    def take(self, form: forms.BaseForm) -> Client:
        return issuing.ask(self.request.user, **form.cleaned_data)

    def home(self) -> str:
        return "interface:clients"

    def place(self) -> str:
        return "interface:clients"
