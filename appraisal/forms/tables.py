"""Tables that are pasted or uploaded: the indicators of a scheme, the values of one indicator."""

from typing import Any

from appraisal.importing import INDICATORS, read
from bureau.notices.admin.entering.page import TableForm


class IndicatorsForm(TableForm):
    """What a county wrote in columns of its own stands in the box in ours, so that it can be mended there."""

    def __init__(self, *args: Any) -> None:
        super().__init__(INDICATORS, *args)

    def clean(self) -> dict[str, Any]:
        words = self.cleaned_data.get("words", "")
        if words and not self.cleaned_data.get("file") and (ours := read(words)) != words:
            self.put(ours)
        return super().clean()

    def of_file(self, file: Any) -> str:
        words = read(super().of_file(file))
        self.put(words)
        return words

    def put(self, words: str) -> None:
        data: Any = self.data
        self.data = data.copy() | {"words": words}
        self.cleaned_data["words"] = words
