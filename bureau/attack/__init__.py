"""`make audit`: forged requests of every post to every address, and where a planted word turns up that nobody may read."""
