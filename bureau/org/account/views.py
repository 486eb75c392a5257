"""登录与安全: of the person logged in and nobody else. Their second factor, their logins, and what the login asks."""

from django.contrib import messages
from django.contrib.auth.views import RedirectURLMixin
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views import View
from django.views.generic import FormView, TemplateView

from bureau.org import cipher, logins, requirements, second_factor
from bureau.org.account.forms import CodeForm, EnrolForm
from bureau.org.account.guessed import Guessed
from bureau.org.forms import OwnPassword
from bureau.org.models import SecondFactor
from bureau.org.noting import Kind, note, tell


class Account(TemplateView):
    template_name = "org/account.html"

    def get_context_data(self, **kwargs):
        person, here = self.request.user, self.request.session.session_key
        return super().get_context_data(
            factor=SecondFactor.objects.filter(user=person).first(),
            codes=person.recovery_codes.count(),
            asked=requirements.of(person),
            logins=logins.open_logins(person, here),
            **kwargs,
        )


class EndLogins(View):
    """Of one's own: one that is named, or all but this one."""

    http_method_names = ["post"]

    def post(self, request):
        here, person = request.session.session_key, request.user
        others = [one for one in logins.open_logins(person, here) if not one.here]
        named = [one for one in others if one.name == request.POST.get("end")]
        gone = named if "end" in request.POST else others
        person.sessions.filter(session_key__in=[one.key for one in gone]).delete()
        if gone:
            tell(person, f"退出自己在别处的登录{len(gone)}处", person, Kind.LOGIN)
        messages.success(request, f"已退出{len(gone)}处登录。" if gone else "没有别处的登录了。")
        return redirect("account")


class Second(Guessed, RedirectURLMixin, FormView):
    """At the login: what the telephone shows, or a recovery code."""

    form_class, template_name, guessed = CodeForm, "registration/second_factor.html", "code"
    next_page = "/"

    def dispatch(self, request, *args, **kwargs):
        known = request.method.lower() in self.http_method_names
        if known and request.session.get(logins.FACTOR) != logins.ASKED:
            return redirect("/")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            right = second_factor.passes(self.request.user, form.cleaned_data["code"])
        except cipher.Unreadable as unreadable:
            form.add_error("code", str(unreadable))
            return self.render_to_response(self.get_context_data(form=form))
        person = self.request.user
        note(person, "两步验证通过" if right else "验证码不对", person, Kind.LOGIN if right else Kind.FAILURE)
        if not right:
            form.add_error("code", "不对，或者已经用过。连续输错的，要等一会儿再输。")
            return self.form_invalid(form)
        del self.request.session[logins.FACTOR]
        self.request.session.cycle_key()
        return redirect(self.get_success_url())


class Enrol(Guessed, FormView):
    """启用两步验证, also with another telephone. The recovery codes are shown in the answer and never again."""

    form_class, template_name = EnrolForm, "org/enrol.html"

    def get_form(self, form_class=None):
        return EnrolForm(self.request.user, **self.get_form_kwargs())

    def get_initial(self):
        return {"sealed": second_factor.new_secret(self.request.user)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        person, form = self.request.user, context["form"]
        sealed = form["sealed"].value() or ""
        secret = second_factor.opened(sealed, person)
        if secret:
            context |= {
                "picture": second_factor.picture(secret, person),
                "spelled": second_factor.spelled(secret),
            }
        return context

    @transaction.atomic
    def form_valid(self, form):
        person = self.request.user
        codes = second_factor.enrol(person, form.secret, form.step)
        self.request.session.pop(logins.FACTOR, None)
        logins.end(person, but=self.request.session.session_key)
        tell(person, "启用两步验证，别处的登录已退出", person, Kind.PASSWORD)
        return render(self.request, "org/recovery_codes.html", {"codes": codes})


class Drop(Guessed, FormView):
    """停用两步验证, where no post of theirs asks for it."""

    template_name, success_url = "org/drop_factor.html", reverse_lazy("account")

    def dispatch(self, request, *args, **kwargs):
        if requirements.of(request.user).second_factor:
            messages.warning(request, "您的岗位须两步验证，不能停用。换手机的，重新启用即可。")
            return redirect("account")
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        return OwnPassword(self.request.user, **self.get_form_kwargs())

    @transaction.atomic
    def form_valid(self, form):
        person = self.request.user
        second_factor.drop(person)
        tell(person, "停用两步验证", person, Kind.PASSWORD)
        messages.success(self.request, "已停用两步验证。")
        return super().form_valid(form)
