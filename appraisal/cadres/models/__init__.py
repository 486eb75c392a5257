"""Of cadres: how much each thing counts, the review of a period, each cadre's merit in it with the posts held, what is proposed
and what usually follows from a grade."""

from appraisal.cadres.models.review import Council, Merit, Review, Stint
from appraisal.cadres.models.use import Use
from appraisal.cadres.models.usual import UsualUse
from appraisal.cadres.models.weight import Weight

__all__ = ["Council", "Merit", "Review", "Stint", "Use", "UsualUse", "Weight"]
