"""What the pages of the guide say beside every fact."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from frameworks.facts import Fact

register = template.Library()

UNCONFIRMED = SafeString(' <strong class="govuk-tag c8-tag c8-tag--warn">not confirmed</strong>')


@register.simple_tag
def source(fact: Fact) -> SafeString:
    """Where a fact is said, and whether it is still to be confirmed."""
    doubt = "" if fact.confirmed else UNCONFIRMED
    return format_html('<span class="c8-guide__source">{}</span>{}', fact.citation, doubt)


@register.filter
def blanks(text: str) -> str:
    """A letter with its blanks as a reader of the guide sees them: [reply by]."""
    return re.sub(r"\$\{(\w+)\}", lambda blank: f"[{blank[1].replace('_', ' ')}]", text)
