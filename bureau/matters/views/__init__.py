"""The base views: a list, a page, a step. Rooms name their records, tables, filters and flows."""

from bureau.matters.views.batch import BatchPage
from bureau.matters.views.lists import MatterList, SeenList
from bureau.matters.views.page import MatterPage
from bureau.matters.views.step import StepPage

__all__ = ["BatchPage", "MatterList", "MatterPage", "SeenList", "StepPage"]
