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
    """Rows of cells. `numbers` are the row numbers people see; `name` is how the table is called."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def place(self, row: int) -> str:
        """「表1 第5行」."""
        return f"{self.name} 第{self.numbers[row]}行"


def distinct(row: list[Cell]) -> list[Cell]:
    """The cells with something in them, a merged one once."""
    return list({cell.origin: cell for cell in row if cell.words}.values())


def line(row: list[Cell]) -> str:
    """A row as one line of words."""
    return " ".join(tidy(cell.words) for cell in distinct(row))
