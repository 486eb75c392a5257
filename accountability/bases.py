"""决定依据: by which rule a decision is taken, and so how and until when it is contested. Chosen with the decision, printed in it
(rooms §15.4)."""

from dataclasses import dataclass

from accountability import dues
from bureau.matters.models import Contest
from bureau.matters.service.declared import Remedy

PLEA = Remedy(Contest.Kind.PLEA, dues.PLEAD, dues.ANSWER_PLEA)  # against a notice, whatever the basis
REVIEW, APPEAL = Contest.Kind.REVIEW, Contest.Kind.APPEAL


@dataclass(frozen=True)
class Basis:
    """`label`: the rule as it is cited; `remedies`: in the words of the hall's 送达与救济."""

    key: str
    label: str
    remedies: tuple[Remedy, ...]


BASES = {
    basis.key: basis
    for basis in (
        Basis(
            "local",
            "地方行政问责办法",
            (Remedy(REVIEW, dues.ASK_LOCAL, dues.ANSWER_LOCAL),),
        ),
        Basis(
            "leading",
            "《关于实行党政领导干部问责的暂行规定》",
            (Remedy(APPEAL, dues.ASK_LEADING, dues.ANSWER_LEADING),),
        ),
        Basis(
            "party",
            "《中国共产党问责条例》",
            (Remedy(APPEAL, dues.ASK_PARTY, dues.ANSWER_PARTY),),
        ),
        Basis(
            "supervision",
            "《中华人民共和国监察法》",
            (Remedy(REVIEW, dues.ASK_SUPERVISION, dues.ANSWER_SUPERVISION),),
        ),
        Basis(
            "servant",
            "《中华人民共和国公务员法》",
            (
                Remedy(REVIEW, dues.ASK_SERVANT, dues.ANSWER_SERVANT),
                Remedy(APPEAL, dues.APPEAL_SERVANT, dues.ANSWER_APPEAL),
            ),
        ),
    )
}
CHOICES = [(basis.key, basis.label) for basis in BASES.values()]
