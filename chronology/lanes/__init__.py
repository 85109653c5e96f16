"""The swim lanes: one lane for each agency, time across, what a person asked to see as marks.

However many entries there are, a picture is four questions and some hundred marks: the database counts what falls into
one cell of a lane, ``chronology.marks`` places it, and only marks that are a single entry are read as such.
"""

from chronology.lanes.drawing import picture_of
from chronology.lanes.gaps import GAP, NOBODY
from chronology.lanes.picture import Gap, Lane, Mark, Picture

__all__ = ["GAP", "NOBODY", "Gap", "Lane", "Mark", "Picture", "picture_of"]
