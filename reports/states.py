"""The states of a bulletin (facts §11.1)."""

DRAFT, SUBMITTED, CHECKED = "draft", "submitted", "checked"
SIGNED, ISSUED, DISCARDED = "signed", "issued", "discarded"
STATES = {
    DRAFT: "拟稿",
    SUBMITTED: "待核稿",
    CHECKED: "待签发",
    SIGNED: "已签发",
    ISSUED: "已印发",
    DISCARDED: "已废弃",
}
CHOICES = list(STATES.items())
UNSIGNED, FROZEN = (DRAFT, SUBMITTED, CHECKED, DISCARDED), (SIGNED, ISSUED)
