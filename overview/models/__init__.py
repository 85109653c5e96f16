"""The overview report, what it finds and rests on, what it recommends, and the papers made of it."""

from overview.models.accuracy import FactsCheck
from overview.models.findings import Evidence, Explanation, Finding
from overview.models.papers import Paper, PaperGrant
from overview.models.recommendations import Basis, Recommendation, RecommendationGrant
from overview.models.report import OverviewReport, OverviewReportGrant
from overview.models.sections import CopySent, OverviewSection

__all__ = [
    "Basis",
    "CopySent",
    "Evidence",
    "Explanation",
    "FactsCheck",
    "Finding",
    "OverviewReport",
    "OverviewReportGrant",
    "OverviewSection",
    "Paper",
    "PaperGrant",
    "Recommendation",
    "RecommendationGrant",
]
