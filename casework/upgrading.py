"""What an installation of an earlier version lacks, brought up once its tables are those of this one."""

from __future__ import annotations

from django.apps import apps

from casework import access


def bring_up_to_date() -> tuple[int, int]:
    """Let each app open what older cases have not been given yet, then bring permissions in line.

    An app says so by ``bring_up_to_date`` in its configuration: it goes through verbs, is safe to run twice, and returns
    how many things it began. Returns that number for all of them, and how many permissions were not what facts say.
    """
    begun = sum(each.bring_up_to_date() for each in apps.get_app_configs() if hasattr(each, "bring_up_to_date"))
    return begun, access.mend()
