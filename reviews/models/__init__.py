"""The review and what it is held together by: records secured, terms of reference, appointments, proof of notices."""

from reviews.models.learning import LearningNote, OtherLearning, OtherLearningGrant
from reviews.models.notices import NoticeGiven, Told
from reviews.models.records import RecordsAnswer, RecordsRequest, RecordsRequestGrant
from reviews.models.review import Conversion, Declaration, Pause, Review, ReviewGrant
from reviews.models.terms import (
    AgreedTerms,
    Contributor,
    LineOfEnquiry,
    ScopePart,
    TermsOfReference,
    TermsOfReferenceGrant,
)

__all__ = [
    "AgreedTerms",
    "Contributor",
    "Conversion",
    "Declaration",
    "LearningNote",
    "LineOfEnquiry",
    "NoticeGiven",
    "OtherLearning",
    "OtherLearningGrant",
    "Pause",
    "RecordsAnswer",
    "RecordsRequest",
    "RecordsRequestGrant",
    "Review",
    "ReviewGrant",
    "ScopePart",
    "TermsOfReference",
    "TermsOfReferenceGrant",
    "Told",
]
