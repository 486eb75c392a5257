"""What bulletins and letters have alike: the text with its inserts, the list of annexes, the annexes."""

from docx.enum.text import WD_BREAK

from reports.typeset.levels import paragraph_of
from reports.typeset.tidy import tidy, tidy_lines

from .contents import content, insert
from .text import blank, line, run, set_paragraph, title


def text(holder, words: str, inserts, press) -> None:
    known = {one.mark: one for one in inserts}
    for words_of_line in tidy_lines(words):
        if words_of_line in known:
            insert(holder, known[words_of_line], press)
        else:
            set_paragraph(holder, paragraph_of(words_of_line))


def annex_list(holder, annexes) -> None:
    """附件说明, one blank row below the text."""
    if not annexes:
        return
    blank(holder)
    many = len(annexes) > 1
    for number, annex in enumerate(annexes, 1):
        label = "附件：" if number == 1 else "　　　"
        run(line(holder), f"　　{label}{f'{number}.' if many else ''}{tidy(annex.title)}")


def annexes(holder, all_of_them, press) -> None:
    """Each from a new page: its mark, its title, what it is."""
    for number, annex in enumerate(all_of_them, 1):
        mark = line(holder)
        mark.add_run().add_break(WD_BREAK.PAGE)
        run(mark, f"附件{number if len(all_of_them) > 1 else ''}", "hei")
        blank(holder)
        title(holder, annex.title, "Heading 2")
        content(holder, annex.content, press)
