"""全链: what came of what — from the sentence of a meeting to the last consequence, each link with what it quoted."""
