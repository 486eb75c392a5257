"""The states of a poll."""

DRAFT, OPEN, CLOSED, COUNTED, VOID = "draft", "open", "closed", "counted", "void"
STATES = {
    DRAFT: "筹备",
    OPEN: "正在测评",
    CLOSED: "已截止，待确认计票",
    COUNTED: "已确认计票",
    VOID: "已作废",
}
TONES = {DRAFT: "yellow", OPEN: "blue", CLOSED: "yellow", COUNTED: "blue", VOID: "outline"}
ENDED = (CLOSED, COUNTED)  # the result may be read
