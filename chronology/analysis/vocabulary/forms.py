"""Forms of address and what stands before a name as they do: whom of one surname they may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

OF_MEN = frozenset("mr sir rev uncle father dad daddy stepfather stepdad grandfather grandad grandpa brother son".split())
OF_WOMEN = frozenset(
    """mrs ms miss lady aunt auntie nan nanny nana gran grandma grandmother mother mum mam mummy stepmother stepmum sister daughter
    midwife""".split()
)
MARRIED_OR_NOT = frozenset({"mrs", "ms"})  # "Mrs Baker" and "Ms Baker" are two of one family


def addressed(forms: Mapping[str, Counter[str]], grown: Sequence[str], title: str) -> list[str]:
    """Those of one surname whom this form of address may mean, those first who are addressed so by given name too."""
    fitting = [person for person in grown if _may_bear(forms.get(person, Counter()), title)]
    return sorted(fitting, key=lambda person: title not in forms.get(person, ()))


def _may_bear(known: Counter[str], title: str) -> bool:
    if title in known:
        return True
    men, women = (sum(known[form] for form in of_sex) for of_sex in (OF_MEN, OF_WOMEN))
    if men != women and (men > women) != (title in OF_MEN):
        return False
    return not (title in MARRIED_OR_NOT and not MARRIED_OR_NOT.isdisjoint(known))
