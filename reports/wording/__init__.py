"""What a bulletin says before anybody has typed: one template of paragraphs for each kind."""

from reports.models.series import Series
from reports.wording import answer, notice, survey
from reports.wording.sources import paper
from reports.wording.words import Words, blanks, mend

__all__ = ["Words", "blanks", "compose", "mend", "paper"]


def compose(bulletin) -> Words:
    """The words for a bulletin as its quotes, or the instruction that it answers, stand now."""
    if bulletin.series == Series.NOTICE:
        return notice.compose(bulletin)
    return answer.compose(bulletin) if bulletin.answers_id else survey.compose(bulletin)
