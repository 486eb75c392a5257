"""What stands in a text, or makes up an annex: tables, charts, pictures, with their captions."""

from base64 import b64encode

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .charts import chart_svg, chart_words, course_svg, course_words
from .faces import HEI
from .levels import paragraph_of, paragraphs
from .measure import MEASURE, TABLE_SIZE
from .sheets import Chart, Content, Course, Insert, Picture, Table
from .tables import table_html
from .tidy import tidy, tidy_lines

HIGHEST = 480  # pt of a picture, so that its caption stays on its page
POINTS_PER_PIXEL = 72 / 150  # a small photo is not blown up beyond this


def text_html(body: str, inserts: tuple[Insert, ...], blocks: Blocks) -> SafeString:
    """The paragraphs of a body; a line that is only the mark of an insert is that insert."""
    known = {one.mark: one for one in inserts}
    lines = tidy_lines(body)
    return join(
        insert_html(known[line], blocks)
        if line in known
        else blocks.paragraph(paragraph_of(line), last=number == len(lines))
        for number, line in enumerate(lines, 1)
    )


def insert_html(insert: Insert, blocks: Blocks) -> SafeString:
    """With its caption: above a table, which may go on over pages; below a chart or a picture, on one page with it."""
    said = caption(f"{insert.label}　{insert.title}", blocks)
    made = content_html(insert.content, blocks, said=f"{insert.label}　{insert.title}")
    if isinstance(insert.content, Table):
        return block("div", "insert insert-table", said, made)
    return block("div", "insert figure", made, said)


def caption(words: str, blocks: Blocks) -> SafeString:
    lines = blocks.ragged(words, TABLE_SIZE, MEASURE, HEI).split("\n")
    return block("div", "caption", *(block("span", "line", line) for line in lines))


def content_html(
    content: Content | str,
    blocks: Blocks,
    said: str = "",
    size: float = TABLE_SIZE,
    measure: float = MEASURE,
) -> SafeString:
    """`said`: what a picture is of, for who hears it; `size` of the type of a table, and how wide it may be, in pt."""
    if isinstance(content, Table):
        return table_html(content, measure, blocks, size)
    if isinstance(content, Chart):
        return image(
            "svg+xml", chart_svg(content, measure).encode(), f"{said}。{chart_words(content)}", measure
        )
    if isinstance(content, Course):
        drawn = course_svg(content, MEASURE).encode()
        return image("svg+xml", drawn, f"{said}。{course_words(content)}", MEASURE)
    if isinstance(content, Picture):
        return image("jpeg", content.jpeg, said, fitting(content))
    return join(blocks.paragraph(one) for one in paragraphs(content))


def image(kind: str, data: bytes, said: str, width: float) -> SafeString:
    """An image that carries its own bytes: nothing is fetched."""
    source = f"data:image/{kind};base64,{b64encode(data).decode()}"
    return format_html('<img src="{}" alt="{}" style="width:{}">', source, tidy(said), f"{width:.2f}pt")


def fitting(picture: Picture) -> float:
    """The width in pt at which it keeps within the measure, the page and its own sharpness."""
    natural = picture.width * POINTS_PER_PIXEL
    return min(MEASURE, natural, HIGHEST * picture.width / max(picture.height, 1))
