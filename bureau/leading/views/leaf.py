from bureau.leading.views.reading import OnBulletin
from reports.views.leaf import Leaf as AnyLeaf


class Leaf(OnBulletin, AnyLeaf):
    """One page of a bulletin that the leader sees, also for who acts in their name."""
