from django import forms

from bureau.leading import strokes
from bureau.leading.forms.order import OrderForm
from bureau.pages.fields import FilesField
from instructions.actions import Word
from instructions.models import Origin, Round


class InkForm(OrderForm):
    """批示 by hand: strokes drawn over the page, or the photograph of a page that was written on. `files_of`: who is
    logged in."""

    strokes = forms.CharField(required=False, widget=forms.HiddenInput, max_length=strokes.LONGEST)
    photo = FilesField(label="手写批示的照片", required=False, help_text="拍下写好的那一页，JPG 或 PNG。")
    field_order = ["strokes", "photo", "lead", "co", "days", "urgency", "positive", "only_read"]

    def __init__(self, *args, files_of, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photo"].of(files_of)

    def clean_strokes(self):
        return strokes.read(self.cleaned_data["strokes"])

    def clean_photo(self):
        photos = self.cleaned_data["photo"]
        if len(photos) > 1 or any(photo.kind not in ("png", "jpg") for photo in photos):
            raise forms.ValidationError("请只传一张照片（JPG 或 PNG）。")
        return photos

    def clean(self):
        given = super().clean()
        if not self.errors and bool(given["strokes"]) == bool(given["photo"]):
            self.add_error("photo", "请在页面上手写，或者上传手写批示的照片，二者选一。")
        return given

    def written(self) -> str:
        """Nobody has read it yet."""
        return Round.UNREAD

    def word(self, origin=Origin.INK) -> Word:
        return super().word(origin)
