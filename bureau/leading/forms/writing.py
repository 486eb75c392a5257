from bureau.leading.forms.order import OrderForm
from bureau.leading.sentence import composed
from bureau.org.visible import VisibleField
from bureau.pages.fields import words
from instructions.models import Paper, Round


class InstructForm(OrderForm):
    """批示 in letters. `freely`: on no document, so that it may say what it is about."""

    words = words("批示内容", Round.WORDS_LENGTH, 3, required=False)
    subject = VisibleField(
        label="事由", max_length=Paper.TITLE_LENGTH, required=False, help_text="可不填，以批示内容为题。"
    )
    field_order = ["words", "lead", "co", "days", "urgency", "positive", "only_read", "subject"]

    def __init__(self, *args, freely: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not freely:
            del self.fields["subject"]

    def clean(self):
        given = super().clean()
        if not self.errors and not self.written():
            self.add_error("words", "请填写批示内容：可以点一句常用语，也可以只选牵头单位和天数。")
        return given

    def written(self) -> str:
        """As typed; where nothing was, the sentence that the choices make."""
        given = self.cleaned_data
        return given["words"].strip() or composed(given["lead"], given["co"], given["days"])
