from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of
from bureau.pages.drafting import Drafting
from bureau.pages.once import token
from reports import actions, computed, contents, drawing, flow, mending, presence
from reports.figures import tally
from reports.marks_form import DraftForm
from reports.models import Bulletin, Mailing
from reports.previewing import Preview, faces, preview, unseen
from reports.views.inserting import NAMES
from reports.views.of_bulletin import OnBulletin

PARTS = ("quotes", "inserts", "comments")
HERE = "here"  # the page that is shown already
DONE = {  # by the button that was pressed
    "address": "已保存，已套用分发名单。",
    "submit": "已送核稿。",
    "refresh": "已保存，数据已按台账刷新。",
    "mend": "已改好并保存。",
}


class Edit(BureauOnly, Drafting, OnBulletin):
    """A draft: its text beside the page as it will be printed, and the matters it quotes. Save, refresh, look, or send to
    be checked."""

    template_name = "reports/edit.html"

    def find(self) -> Bulletin:
        found = contents.naming_units(contents.noting_parts(Bulletin.objects.visible_to(self.request.user)))
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self):
        return policy.may(self.request.user, flow.EDIT, self.record)

    def post(self, request, *args, **kwargs):
        if self.may():
            presence.here(request.user, self.record)
        if "mend" in request.POST:
            return self.mend()
        if "preview" in request.POST:
            return self.look(self.form(request.POST))
        return super().post(request, *args, **kwargs)

    def mend(self):
        """What is typed, with one finding mended, saved as by the button below it."""
        posted = self.request.POST.copy()
        try:
            posted["body"] = mending.mended(posted.get("body", ""), posted["mend"])
        except Barred as barred:
            return self.show_refused(self.form(posted), barred)
        self.request.POST = posted
        return super().post(self.request)

    def form(self, *posted) -> DraftForm:
        """What is posted goes into a copy of its own."""
        if posted:
            return DraftForm(*posted, instance=self.find())
        contents.fill(self.record, *PARTS)
        return DraftForm(instance=self.record, initial={"units": "、".join(self.record.unit_shorts)})

    def filled(self, form):
        for row in form.rows:
            super().filled(row)
        return super().filled(form)

    def take(self, form) -> list[str]:
        """The edit, and what the button asks for besides. Returns what does not follow the figures any more."""
        person, draft, posted = self.request.user, self.record, self.request.POST
        left = actions.edit(person, draft, form.text(), form.marks(), form.readers(), form.delivered_to())
        if "address" in posted:
            actions.apply_mailing(person, draft, self.mailing())
        if "refresh" in posted:
            left += actions.refresh(person, draft)
        if "submit" in posted:
            actions.submit(person, draft)
        presence.gone(person, draft)
        return left

    def mailing(self) -> Mailing:
        found = Mailing.objects.filter(pk=key_of(self.request.POST.get("mailing", ""))).first()
        if found is None:
            raise Barred("请选一个“分发名单”。")
        return found

    def said(self, left) -> str:
        return next((DONE[name] for name in DONE if name in self.request.POST), "已保存。")

    def tell(self, left) -> None:
        super().tell(left)
        if left := dict.fromkeys(left):
            words = f"“{'”“'.join(left)}”已手工改过，没有随数据更新，请自行核对。"
            messages.warning(self.request, words)

    def leads_to(self, left):
        return (
            self.record if "submit" in self.request.POST else reverse("reports:edit", args=[self.record.pk])
        )

    def look(self, form):
        """预览 of what is typed: beside the text by itself, or by the button as the whole page; nothing is saved."""
        posted, person = self.request.POST, self.request.user
        asked = posted["preview"] if posted["preview"] != HERE else posted.get("page", "")
        if form.is_valid():
            made = preview(person, self.record, form, key_of(asked) or 1)
        else:
            made = Preview(trouble="有的内容还没有填对，改好后即可预览。", faces=faces())
        if self.request.htmx:
            others = presence.others(person, self.record)
            context = {"bulletin": self.record, "preview": made, "others": others}
            return render(self.request, "reports/parts/looked.html", context)
        self.record = self.find()
        return self.show(form, preview=made)

    def context(self, form) -> dict:
        draft = self.record
        contents.fill(draft, *PARTS)
        return {
            "bulletin": draft,
            "rows": form.rows,
            "preview": Preview(faces=faces()) if form.is_bound else unseen(draft),
            "wrong": form.wrong,
            "figures": tally(draft.quotes.all()),
            "moved": drawing.moved(draft.quotes.all()),
            "mailings": list(Mailing.objects.all()),
            "inserts": list(draft.inserts.all()),
            "insert_kinds": NAMES.items(),
            "fields": computed.NAMES,
            "others": presence.others(self.request.user, draft),
            "comments": list(draft.comments.all()),
            "may_comment": True,
            "comment_once": token(),
            "may_settle": True,
        }
