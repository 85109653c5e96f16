"""An agency's report of its own part in a case: who writes it, who answers for it, and every version that was signed."""

from imr.models.report import IMR, IMRGrant
from imr.models.signing import AuthorDeclaration, Countersignature, Return
from imr.models.text import Section, SectionVersion

__all__ = ["IMR", "AuthorDeclaration", "Countersignature", "IMRGrant", "Return", "Section", "SectionVersion"]
