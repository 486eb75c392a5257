"""情况, 档案: title, then sections — a heading in 黑体, plain paragraphs, a table — on upright A4."""

from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .faces import FANG, HEI
from .inserts import insert_html
from .levels import Paragraph
from .lines import Run
from .measure import MEASURE
from .sheets import Report, Section
from .tables import table_html
from .tidy import tidy, tidy_lines


def report_html(sheet: Report, blocks: Blocks) -> SafeString:
    """The body of a report."""
    above = block("div", "above", block("span", "", tidy(sheet.left)), block("span", "", tidy(sheet.right)))
    sections = (_section(section, blocks) for section in sheet.sections)
    whole = join((blocks.title(sheet.title), above, *sections))
    if not sheet.signed:
        return whole
    return block("div", "signed", block("div", "signing", block("span", "", tidy(sheet.signed))), whole)


def _section(section: Section, blocks: Blocks) -> SafeString:
    heading, known = tidy(section.heading), {one.mark: one for one in section.inserts}
    head = blocks.paragraph(Paragraph(1, (Run(heading, HEI),), stands_alone=True)) if heading else ""
    text = join(
        insert_html(known[line], blocks)
        if line in known
        else blocks.paragraph(Paragraph(0, (Run(line, FANG),)))
        for line in tidy_lines(section.text)
    )
    table = table_html(section.table, MEASURE, blocks) if section.table else ""
    return block("section", "part", head, text, table)
