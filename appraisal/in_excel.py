"""What of the ledger may be changed in Excel: until when values are collected."""

from appraisal import flow
from bureau.matters.reimport.declared import Change

CHANGES = (Change(flow.PROLONG, {"collect": "until"}, why="reason"),)
