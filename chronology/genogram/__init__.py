"""The genogram: a family by code, drawn by the rules that practitioners know. Plain Python, no database."""

from chronology.genogram.family import Family, Member, Tie, Union
from chronology.genogram.layout import Bond, Descent, Drawing, Placed, drawing_of

__all__ = ["Bond", "Descent", "Drawing", "Family", "Member", "Placed", "Tie", "Union", "drawing_of"]
