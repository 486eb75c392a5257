"""The limits of 数据异议: until when the figures of an issue may be contested (as long as a unit may ask for a second look, facts
§5.3), and by when that is answered. Nobody's duty: a duty belongs to a matter, and a bulletin is none."""

from bureau.matters.deadlines.dues import Due
from bureau.org.limited import ANY, DAYS, WORKDAYS

OBJECT_TO_FIGURES = Due("object_to_figures", "对通报数据提出异议", limits={ANY: (10, DAYS)})
ANSWER_OBJECTION = Due("answer_objection", "核实、答复数据异议", limits={ANY: (10, WORKDAYS)})
