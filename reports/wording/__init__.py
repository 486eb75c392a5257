"""What a bulletin says before anybody has typed: one template of paragraphs for each kind."""

from bureau.matters.rooms import answers_of
from bureau.press.wording.words import Words, blanks, mend
from reports.models.series import LETTERS, Series
from reports.wording import brief, letter, notice, survey

__all__ = ["Words", "blanks", "compose", "default_title", "mend"]


def compose(bulletin) -> Words:
    """The words for a bulletin as its quotes, or what it answers, stand now."""
    if bulletin.series == Series.NOTICE:
        return notice.compose(bulletin)
    if bulletin.series in LETTERS:
        return letter.compose(bulletin)
    if bulletin.series != Series.SPECIAL:
        return brief.compose(bulletin)
    if answered := bulletin.answers:
        return answers_of(answered.kind).compose(answered, bulletin.round)
    return survey.compose(bulletin)


def default_title(series: str, source=None) -> str:
    """Before anybody has typed one."""
    if series in LETTERS:
        return letter.TITLES[series]
    return (notice if series == Series.NOTICE else brief).default_title(source)
