"""A draft at work: its text, and what is said of each matter it quotes."""

from django import forms

from bureau.org.visible import VisibleField
from reports.actions import Marks
from reports.forms import BulletinForm
from reports.models import Quote


class QuoteForm(forms.Form):
    """One row of the annex. Unticked, the matter leaves the bulletin."""

    keep = forms.BooleanField(label="引用", required=False)
    progress = VisibleField(
        label="进展情况",
        required=False,
        max_length=Quote.PROGRESS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lagging = forms.BooleanField(label="进展滞后", required=False)
    reason = VisibleField(
        label="滞后情况",
        required=False,
        max_length=Quote.REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "哪里滞后"}),
    )

    def __init__(self, quote, posted=None):
        self.quote = quote
        initial = {name: getattr(quote, name) for name in ("progress", "lagging", "reason")}
        super().__init__(posted, prefix=f"quote-{quote.pk}", initial={"keep": True, **initial})
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = f"第{quote.order}项{self.fields[name].label}"

    def clean(self):
        words = super().clean()
        wrong = words.get("lagging") and words.get("keep") and not words.get("reason")
        if wrong and not self.quote.overdue and "reason" not in self.errors:
            self.add_error("reason", f"第{self.quote.order}项标为进展滞后，请写明哪里滞后。")
        return words

    def marks(self) -> Marks:
        return Marks(**self.cleaned_data)


class DraftForm(BulletinForm):
    """The text, and below it the `rows`."""

    def __init__(self, posted=None, files=None, *, instance, **options):
        super().__init__(posted, files, instance=instance, **options)
        self.rows = [QuoteForm(quote, posted) for quote in instance.quotes.all()]

    def is_valid(self):
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    @property
    def wrong(self) -> bool:
        """Whether something in the rows has to be mended."""
        return any(row.errors for row in self.rows)

    def marks(self) -> dict[int, Marks]:
        return {row.quote.pk: row.marks() for row in self.rows}
