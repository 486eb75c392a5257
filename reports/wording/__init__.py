"""What a bulletin says before anybody has typed: one template of paragraphs for each kind."""

from bureau.press.wording.words import Words, blanks, mend
from reports.models.series import LETTERS, Series
from reports.wording import answer, brief, letter, notice, survey

__all__ = ["Words", "blanks", "compose", "default_title", "mend"]


def compose(bulletin) -> Words:
    """The words for a bulletin as its quotes, or the instruction that it answers, stand now."""
    if bulletin.series == Series.NOTICE:
        return notice.compose(bulletin)
    if bulletin.series in LETTERS:
        return letter.compose(bulletin)
    if bulletin.series != Series.SPECIAL:
        return brief.compose(bulletin)
    return answer.compose(bulletin) if bulletin.answers_id else survey.compose(bulletin)


def default_title(series: str, source=None) -> str:
    """Before anybody has typed one."""
    if series in LETTERS:
        return letter.TITLES[series]
    return (notice if series == Series.NOTICE else brief).default_title(source)
