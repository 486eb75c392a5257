"""What a leader fills in: words or handwriting, and who is to handle it by when."""

from bureau.leading.forms.inking import InkForm
from bureau.leading.forms.writing import InstructForm

__all__ = ["InkForm", "InstructForm"]
