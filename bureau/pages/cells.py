"""The rows of every table as they stand on a page. Drawn here and not by a template, which would be asked anew at each of
hundreds of cells."""

from typing import Any

from django.template import Context
from django.template.base import render_value_in_context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django_tables2 import Table
from django_tables2.columns import BoundColumn
from django_tables2.rows import BoundRow


def body(table: Table, context: Context) -> SafeString:
    """The rows of the page that is shown. What a cell says besides its value is its column's, and alike in all of them."""
    opened = [(column.name, opening(column)) for column in table.columns]
    return mark_safe("\n".join(drawn(row, opened, context) for row in table.paginated_rows))


def opening(column: BoundColumn) -> SafeString:
    return format_html('<td data-label="{}" {}>', column.verbose_name, column.attrs["td"].as_html())


def drawn(row: BoundRow, opened: list[tuple[str, SafeString]], context: Context) -> str:
    cells = [f"{begin}{shown(row.get_cell(name), context)}</td>" for name, begin in opened]
    return f"<tr {row.attrs.as_html()}>{''.join(cells)}</tr>"


def shown(cell: Any, context: Context) -> str:
    """As a template shows a value: escaped, unless it is markup."""
    return cell if isinstance(cell, SafeString) else render_value_in_context(cell, context)
