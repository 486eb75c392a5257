"""What is owed in this room alone."""

from bureau.matters.deadlines.dues import PROGRESS, Due
from bureau.org.limited import ANY, WORKDAYS

SOUND = Due("sound", "测水深", limits={ANY: (2, WORKDAYS)}, answered_by=(PROGRESS,), undone="尚未测水深")
