"""Charts as SVG for print: black, grey and one red; what is told by colour is told by pattern, mark and figure too."""

from .course import course_svg, course_words
from .drawing import chart_svg
from .words import chart_words

__all__ = ["chart_svg", "chart_words", "course_svg", "course_words"]
