"""The papers that a room's matters came from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Papers:
    """来源: one paper, several matters. `model`: has `cited` and `followed_up`, as running text names it and what came of it.
    `column`: of a record, its paper; `records`: of a paper, its records. `order`: of records, paper by paper. `entry`: the
    address by which papers come in."""

    model: type
    column: str
    records: str
    order: tuple[str, ...]
    entry: str
