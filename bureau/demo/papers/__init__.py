"""The papers of three months and what became of their decisions; one module per paper."""

from bureau.demo.papers import campaign, committee3, executive5, executive6, farming2, office7, work_report

PAPERS = tuple(
    module.PAPER for module in (work_report, committee3, executive5, campaign, office7, farming2, executive6)
)
