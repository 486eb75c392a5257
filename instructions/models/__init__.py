from instructions.models.instruction import Instruction, Shown
from instructions.models.paper import Paper
from instructions.models.round import PURSUED, Level, Meaning, Origin, Round

__all__ = ["PURSUED", "Instruction", "Level", "Meaning", "Origin", "Paper", "Round", "Shown"]
