"""What leaders write most: the sentence that a choice of units and days makes."""

from bureau.org.collective import in_words, township_ids

PLAIN = ("阅。", "同意。")
# Completed in the browser with the units and days that were chosen; without scripts they stand there as hints.
PATTERNS = ("请××牵头办理", "请××会同××办，×日内报我")


def composed(lead, co, days) -> str:
    """「请县水利局会同县财政局办理，7日内报我。」; without a lead the bureau itself; empty where nothing was chosen."""
    if not lead and not days:
        return ""
    asked = f"请{lead.short}牵头办理" if lead else "请督查局办理"
    if lead and co:
        asked = f"请{lead.short}会同{in_words(co, township_ids())}办理"
    return asked + (f"，{days}日内报我。" if days else "。")
