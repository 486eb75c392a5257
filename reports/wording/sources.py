"""Papers and what came of them, by the names that running text gives them."""

from reports.wording.levels import titled


def subject(source) -> str:
    """What of the paper is followed up: a meeting's decisions, a table's tasks."""
    return paper(source) + ("议定事项" if is_minutes(source) else "所列任务")


def paper(source) -> str:
    return source.words if is_minutes(source) else f"《{titled(source.title)}》"


def is_minutes(source) -> bool:
    return source.get_kind_display().endswith("纪要")
