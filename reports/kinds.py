"""What sets one series apart: who usually receives it, how its head looks, how it is numbered, how long it may be."""

from dataclasses import dataclass

from reports.models import Series

INSIDE = "内部资料　注意保存"
OPINION = "领导批示"
ORDINARY, SPECIFIC = 5_000, 4_000  # characters at most of a text, of one on a single task (facts §6.2)
TEXT = ("title", "body", "report_to", "send_to", "issue_to", "copies", "signer", "plate", "rates")


@dataclass(frozen=True)
class Kind:
    """`marking`: above the name; `box`: the label of the frame that leaders write in, on page 1; `mark`: of a letter, what
    stands between 机关代字 and year; `restricted`: each copy is numbered and bears its reader's name."""

    fields: tuple[str, ...]  # of the draft's form
    report_to: str = ""
    send_to: str = ""
    issue_to: str = ""
    copies: int = 1
    marking: str = ""
    box: str = ""
    mark: str = ""
    longest: int = ORDINARY
    restricted: bool = False

    @property
    def distribution(self) -> dict:
        """As a draft begins with it."""
        return {name: getattr(self, name) for name in ("report_to", "send_to", "issue_to", "copies")}


# Who usually receives what goes wide (facts §6.2).
LEADERS = "县委书记、副书记、常委，县人大常委会主任，县长、副县长，县政协主席。"
OFFICES = "县委办公室、县人大常委会办公室、县人民政府办公室、县政协办公室，县纪委监委、县委组织部。"
UNITS = "各乡镇，县直及驻县各单位。"

PARTS = ("main_to", "signed_off")  # 主送, 署名: where a county prints them
WIDE = {"report_to": LEADERS, "send_to": OFFICES, "issue_to": UNITS, "copies": 120}
BRIEF = Kind(fields=(*TEXT, *PARTS, "readers", "units"), longest=SPECIFIC, **WIDE)
LETTER = (
    "title",
    "main_to",
    "units",
    "body",
    "answer_by",
    "signer",
    "plate",
    "copy_to",
    "note",
    "urgency",
    "rates",
)

KINDS = {
    Series.NOTICE: Kind(fields=(*TEXT, *PARTS, "readers", "units", "answer_by"), **WIDE),
    Series.SPECIAL: Kind(
        fields=("title", "body", "readers", "report_to", "copies", "signer", "plate", "rates"),
        copies=5,
        marking=INSIDE,
        box=OPINION,
        longest=SPECIFIC,
        restricted=True,
    ),
    Series.BRIEF: BRIEF,
    Series.EXTRA: BRIEF,
    Series.LETTER: Kind(fields=LETTER, mark="函", longest=SPECIFIC),
    Series.SLIP: Kind(fields=LETTER, mark="通", longest=SPECIFIC),
}


def kind(bulletin) -> Kind:
    return KINDS[bulletin.series]
