"""A table as a grid, wherever it came from: merged cells repeat their value and know they are one cell."""

from dataclasses import dataclass, field

from bureau.org.reading.words import tidy


@dataclass(frozen=True)
class Cell:
    """A value (words, date, number or None) and the cell it really belongs to."""

    value: object = None
    origin: tuple[int, int] = (0, 0)

    @property
    def words(self) -> str:
        """The value as words, line breaks kept."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value).strip()


@dataclass
class Grid:
    """Rows of cells. `numbers` are the row numbers people see; `name` is how the table is called. Places of rows and columns that
    its author has hidden are in `unseen_rows` and `unseen_columns`."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    unseen_rows: set[int] = field(default_factory=set)
    unseen_columns: set[int] = field(default_factory=set)
    unseen: bool = False

    def place(self, row: int) -> str:
        """「表1 第5行」."""
        return f"{self.name} 第{self.numbers[row]}行"

    def seen(self) -> "Grid":
        """The table as it is seen, without hidden rows and columns."""
        rows = [
            [cell for column, cell in enumerate(row) if column not in self.unseen_columns]
            for at, row in enumerate(self.rows)
            if at not in self.unseen_rows
        ]
        numbers = [number for at, number in enumerate(self.numbers) if at not in self.unseen_rows]
        return Grid(self.name, rows, numbers)

    def hidden(self) -> list[tuple[str, str]]:
        """The place and the words of every hidden row, and of what hidden columns hold of the others."""
        found = []
        for at, row in enumerate(self.rows):
            away = (
                row
                if self.unseen or at in self.unseen_rows
                else [row[c] for c in sorted(self.unseen_columns) if c < len(row)]
            )
            if words := line(away):
                found.append((self.place(at), words))
        return found


def distinct(row: list[Cell]) -> list[Cell]:
    """The cells with something in them, a merged one once."""
    return list({cell.origin: cell for cell in row if cell.words}.values())


def line(row: list[Cell]) -> str:
    """A row as one line of words."""
    return " ".join(tidy(cell.words) for cell in distinct(row))
