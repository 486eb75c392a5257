"""The papers of three months, two hot issues, and what became of their decisions; one module per paper."""

from bureau.demo.papers import (
    campaign,
    committee3,
    executive5,
    executive6,
    farming2,
    hot_issues,
    office7,
    work_report,
)

MODULES = (work_report, committee3, executive5, campaign, office7, farming2, executive6)
PAPERS = (*(module.PAPER for module in MODULES), hot_issues.SCHOOL, hot_issues.WATER)
