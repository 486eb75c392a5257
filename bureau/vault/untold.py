"""A page whose words are handed out: refused beside the field while they tell who complained."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect

from bureau.jobs.barred import Barred
from bureau.pages.form_page import FormPage
from bureau.vault import checking
from bureau.vault.checking import CLEARED, Told
from bureau.vault.opening import Kept, kept_on

ONLY_BY_CHANCE = "确属巧合才勾选。谁勾选的、是哪一项，记入身份查看记录。"
TICK, TICKET = "cleared", "cleared_what"


class Untold(FormPage):
    """A mixin, written before the page among the bases. What may be chance (a short name inside another word) is let out by
    a tick, with a line; it is asked about anew when the words were changed.

    - `handed_out`: the names of the form's fields whose words leave; empty: all that are words.
    - `kept(form)`: who must not be told of; else those kept on the record's matter. On a page that registers what is
      typed with who typed it: `Kept(Particulars(…))` of them.
    - `kept_with(done)`: the matter that `take` made, where `kept` names none.

    Who may not open who it is, and is told by a refusal, leaves a line (`checking.note_stopped`).

    A verb that checks by itself (`checking.require_untold`) is answered alike. A template with a layout of its own includes
    vault/cleared.html above its buttons; parts/form.html shows the tick by itself. Not for pages on which a unit writes: by
    what is refused it could try names."""

    handed_out: tuple[str, ...] = ()

    # --- what a page says -----------------------------------------------------------------------------
    def kept(self, form: forms.BaseForm) -> Iterable[Kept]:
        return kept_on(self.record.matter)

    def kept_with(self, done: Any) -> int:
        return done.matter_id

    def words(self, form: Any) -> Mapping[str, str]:
        """By the name of the field."""
        names = self.handed_out or form.cleaned_data
        given = {name: form.cleaned_data.get(name) for name in names}
        return {name: words for name, words in given.items() if isinstance(words, str) and words}

    # --- what every such page does ----------------------------------------------------------------------
    def carry_out(self, form: forms.BaseForm) -> tuple[Any, HttpResponseRedirect]:
        person, later = self.request.user, []
        with transaction.atomic():
            for label, matter, digest in self.ticked():
                if matter is None:
                    later.append((label, digest))
                else:
                    checking.clear(person, matter, label, digest)
            self.check(form, {digest for _label, digest in later})
            done, answer = super().carry_out(form)
            for label, digest in later:
                checking.clear(person, self.kept_with(done), label, digest)
        return done, answer

    def check(self, form: forms.BaseForm, passed: set[str]) -> None:
        """Raises Told; `passed`: digests of what is let out with what is registered now."""
        found = checking.hits(self.kept(form), self.words(form))
        checking.refuse([hit for hit in found if hit.digest not in passed])

    def ticked(self) -> list[tuple[str, int | None, str]]:
        posted = self.request.POST
        return checking.from_ticket(self.request.user, posted.get(TICKET, "")) if TICK in posted else []

    def refuse(self, form: forms.BaseForm, barred: Barred) -> HttpResponse:
        """Also where there was but a button."""
        return self.show_refused(form, barred) if isinstance(barred, Told) else super().refuse(form, barred)

    def show_refused(self, form: forms.BaseForm, barred: Barred) -> HttpResponse:
        """What is told stands beside its field, or by the name of its place; and the tick, where it may be chance."""
        if not isinstance(barred, Told):
            return super().show_refused(form, barred)
        checking.note_stopped(self.request.user, barred.hits)
        self.record = self.anew()
        for place, words in checking.sentences(barred.hits).items():
            inside = place in form.fields
            form.add_error(place if inside else None, words if inside else f"“{place}”：{words}")
        if barred.may_be_cleared:
            self.offer_tick(form, barred)
        return self.show(form, status=409)

    def offer_tick(self, form: Any, told: Told) -> None:
        """Not ticked, also where another one was."""
        form.data = form.data.copy()
        form.data.pop(TICK, None)
        form.data[TICKET] = checking.ticket(self.request.user, told.hits)
        form.fields[TICK] = forms.BooleanField(label=CLEARED, required=False, help_text=ONLY_BY_CHANCE)
        form.fields[TICK].wide = True
        form.fields[TICKET] = forms.CharField(widget=forms.HiddenInput)
