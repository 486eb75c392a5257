"""Each line of the vault's own record is one of the audit's, too: that it happened, and on which matter."""

from typing import Any

from bureau.org import noting
from bureau.vault.models import Line


def record(**about: Any) -> Line:
    """`about`: the columns of `Line`."""
    line = Line.objects.create(**about)
    number = line.matter.number or "未编号事项"
    noting.note(line.person, f"{line.get_kind_display()}：{number}", line.whom, noting.Kind.VAULT)
    return line
