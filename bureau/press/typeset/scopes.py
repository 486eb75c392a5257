"""Whose head a cell of a table is: of its column in <thead>, else of its row. Who hears the document is told it (PDF/UA)."""

from typing import Any


def say_scopes(_document: Any, pdf: Any) -> None:
    """A finisher of WeasyPrint, which tags TH without a scope."""
    for item in pdf.objects:
        if tag(item) != "/TH":
            continue
        section = above(pdf, above(pdf, item))
        item["A"]["Scope"] = "/Column" if tag(section) == "/THead" else "/Row"


def tag(item: Any) -> str:
    return str(item.get("S", "")) if hasattr(item, "get") else ""


def above(pdf: Any, item: Any) -> Any:
    """The element that holds it; itself where it is in none."""
    reference = item.get("P") if hasattr(item, "get") else None
    words = reference.decode() if isinstance(reference, bytes) else str(reference or "")
    number = words.partition(" ")[0]
    return pdf.objects[int(number)] if number.isdecimal() else item
