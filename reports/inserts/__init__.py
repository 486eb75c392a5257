"""Inserts: tables, charts, photos and annexed texts of a bulletin — what is drawn for them, and as what they are set."""

from reports.inserts.drawing import draw, matters_of, redraw
from reports.inserts.setting import annexes_of, inserts_of

__all__ = ["annexes_of", "draw", "inserts_of", "matters_of", "redraw"]
