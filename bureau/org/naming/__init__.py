"""Units by every name they are written with. `units` asks the tables; the rest is pure."""

from .directory import VAGUE, Directory, Match, UnitName
from .folding import fold

__all__ = ["VAGUE", "Directory", "Match", "UnitName", "fold"]
