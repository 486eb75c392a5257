"""全局: what the head of the bureau looks at — who has how much in hand, what comes due, where it takes long, how the months went."""
