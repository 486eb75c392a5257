"""督查建议: what the bureau proposes to a unit, a leader or a meeting, what is answered, and the paper that takes it up."""
