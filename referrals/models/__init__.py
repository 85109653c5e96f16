"""A referral, the pages it is written on, and what the board makes of it."""

from referrals.models.pages import (
    ANSWERS,
    AgenciesKnown,
    Child,
    Consultation,
    Contact,
    CriterionAnswer,
    FamilyPage,
    HelpfulAnswers,
    Incident,
    Page,
    Proceedings,
    Relative,
    Safety,
    SinglePage,
    age_in_words,
)
from referrals.models.panel import Attendance, ChairsDecision, Enquiry, PanelRecommendation
from referrals.models.referral import REFERRAL_STATES, Referral, ReferralGrant

__all__ = [
    "ANSWERS",
    "REFERRAL_STATES",
    "AgenciesKnown",
    "Attendance",
    "ChairsDecision",
    "Child",
    "Consultation",
    "Contact",
    "CriterionAnswer",
    "Enquiry",
    "FamilyPage",
    "HelpfulAnswers",
    "Incident",
    "Page",
    "PanelRecommendation",
    "Proceedings",
    "Referral",
    "ReferralGrant",
    "Relative",
    "Safety",
    "SinglePage",
    "age_in_words",
]
