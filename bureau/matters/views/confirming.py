from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters.access import confirming


class Confirming(View):
    """待确认的代录: what was entered in my name; all confirmed at once, or one disputed with a word."""

    def get(self, request):
        return self.show(request)

    def post(self, request):
        if "dispute" in request.POST:
            return self.dispute(request)
        count = confirming.confirm(request.user, numbers(request.POST.getlist("id")))
        if count:
            messages.success(request, f"已确认{count}条代录，并记入动态。")
        else:
            messages.warning(request, "没有新确认的代录：请至少勾选一条还没有答复的。")
        return redirect(request.path)

    def dispute(self, request):
        keys, typed = numbers([request.POST["dispute"]]), request.POST.get("objection", "").replace("\0", "")
        if not keys:
            raise Http404
        try:
            confirming.dispute(request.user, keys[0], typed)
        except Barred as barred:
            messages.error(request, str(barred))
            return self.show(request, {"key": keys[0], "objection": typed}, status=409)
        messages.success(request, "异议已记入动态，督查局领导会看到。已办的事项没有自动撤回。")
        return redirect(request.path)

    def show(self, request, typed=None, status=200):
        context = {"waiting": confirming.to_confirm(request.user), "typed": typed or {}}
        context["limit"] = confirming.OBJECTION_LENGTH
        return render(request, "matters/confirming.html", context, status=status)


def numbers(keys) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) < 19]
