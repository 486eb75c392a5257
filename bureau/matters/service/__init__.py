"""送达与救济: a paper is served on a unit and frozen; its addressee signs for it and may contest it in time; who took no part in
it decides, never for the worse, and the answer is served likewise. A room declares its papers (`ServedPaper`)."""
