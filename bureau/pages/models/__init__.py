from bureau.pages.models.column_choice import ColumnChoice
from bureau.pages.models.draft import Draft
from bureau.pages.models.saved_view import SavedView
from bureau.pages.models.submission import Submission

__all__ = ["ColumnChoice", "Draft", "SavedView", "Submission"]
