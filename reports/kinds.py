"""What sets one series apart: who usually receives it, how its head looks, what its text begins with."""

from dataclasses import dataclass

from reports.models import Series

INSIDE = "内部资料　注意保存"
TO_BE_NUMBERED = "编号：＿＿＿＿"  # by hand, on each copy
OPINION = "领导批示"


@dataclass(frozen=True)
class Kind:
    """`marking`, `copy_number`: above the name; `box`: the label of the frame that leaders write in, on page 1."""

    fields: tuple[str, ...]  # of the draft's form
    report_to: str = ""
    send_to: str = ""
    issue_to: str = ""
    copies: int = 1
    marking: str = ""
    copy_number: str = ""
    box: str = ""

    @property
    def distribution(self) -> dict:
        """As a draft begins with it."""
        return {name: getattr(self, name) for name in ("report_to", "send_to", "issue_to", "copies")}


KINDS = {
    Series.NOTICE: Kind(
        fields=("title", "body", "report_to", "send_to", "issue_to", "copies", "signer"),
        # Who usually receives a 督查通报 (facts §6.2).
        report_to="县委书记、副书记、常委，县人大常委会主任，县长、副县长，县政协主席。",
        send_to="县委办公室、县人大常委会办公室、县人民政府办公室、县政协办公室，县纪委监委、县委组织部。",
        issue_to="各乡镇，县直及驻县各单位。",
        copies=120,
    ),
    Series.SPECIAL: Kind(
        fields=("title", "body", "readers", "report_to", "copies", "signer"),
        copies=5,
        marking=INSIDE,
        copy_number=TO_BE_NUMBERED,
        box=OPINION,
    ),
}


def kind(bulletin) -> Kind:
    return KINDS[bulletin.series]
