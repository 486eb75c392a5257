"""A bulletin's text for the screen: its paragraphs, and where a mark stands the table, chart or photo itself."""

from base64 import b64encode
from dataclasses import dataclass

from bureau.press.typeset.charts import chart_svg, chart_words
from bureau.press.typeset.levels import Paragraph, paragraph_of
from bureau.press.typeset.sheets import Chart, Insert, Picture, Table
from bureau.press.typeset.tidy import tidy_lines
from reports.computed import body_of
from reports.inserts import inserts_of

WIDTH = 300  # of a chart, in the units of its drawing: a phone's, so that its words are no smaller there than drawn


@dataclass(frozen=True)
class Block:
    """A paragraph, or an insert with what a page needs to show it."""

    paragraph: Paragraph | None = None
    insert: Insert | None = None

    @property
    def table(self) -> Table | None:
        return self.insert.content if isinstance(self.insert.content, Table) else None

    @property
    def chart(self) -> str:
        return chart_svg(self.insert.content, WIDTH) if isinstance(self.insert.content, Chart) else ""

    @property
    def words(self) -> str:
        return chart_words(self.insert.content)

    @property
    def photo(self) -> str:
        """As a data address."""
        if not isinstance(self.insert.content, Picture):
            return ""
        return f"data:image/jpeg;base64,{b64encode(self.insert.content.jpeg).decode()}"


def blocks(bulletin) -> list[Block]:
    """A photo that the store has lost leaves its mark."""
    try:
        known = {one.mark: one for one in inserts_of(bulletin)}
    except FileNotFoundError:
        known = {}
    return [
        Block(insert=known[line]) if line in known else Block(paragraph=paragraph_of(line))
        for line in tidy_lines(body_of(bulletin))
    ]
