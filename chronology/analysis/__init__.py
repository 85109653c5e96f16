"""The analyst: what no single agency's chronology shows. It proposes with reasons, people dispose. No database, no Django.

``docs/analyst.md`` has the rules in words. ``analyse`` itself is in ``analysing``, beside all that it knows of words: half a
second and twenty megabytes that no page needs.
"""

from __future__ import annotations

from chronology.analysis.proposals import KINDS, Proposal
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.thresholds import Thresholds

__all__ = ["KINDS", "AgencyFacts", "Proposal", "Record", "Thresholds"]
