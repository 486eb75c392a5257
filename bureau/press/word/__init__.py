"""The same sheets as .docx, in the same layout: pure, no database. `write(sheet, fonts_folder)`."""

from .writing import write

__all__ = ["write"]
