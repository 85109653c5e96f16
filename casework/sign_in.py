"""Who is signed in: every request asks it, so it is a statement that is written once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from agencies.models import Person
from casework.statements import statement


class ByEMail(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """People sign in by e-mail and password, as allauth has it."""

    def get_user(self, user_id: UUID) -> Person | None:
        """The person of a session, unless they were shut out since."""
        person = next(iter(_person(user_id)), None)
        return person if person and self.user_can_authenticate(person) else None


@statement
def _person(pk: Any) -> Any:
    return Person.objects.filter(pk=pk)
