"""Decisions of the months before the tales: finished long ago, and written set-wise (`bureau.demo.rows`), for the clock of the play would cost too much."""
