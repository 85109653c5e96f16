"""What is nobody's case: the directory, the lists, the guide, the account."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Listing, Person, Role
from tests.access import table
from tests.access.people import Browsers
from tests.access.reading import address, names
from tests.access.trial import TO_THE_SECOND_FACTOR, TO_THE_SIGN_IN, Traces, answered, filled, outcome, undone
from tests.access.world import board, northshire, westermere

# --- the directory, the lists, the guide ----------------------------------------------------------------------------


def _somebody_of_each_kind() -> list[Person]:
    parts = ["manager", "chair", "auditor", "panel", "overview", "owner", "lead_csc", "author_csc", "administrator"]
    return [northshire(part) for part in parts] + [westermere(part) for part in ("manager", "chair", "lead_csc")]


def test_a_board_is_kept_by_its_manager_and_its_administrator(demo: None, browsers: Browsers) -> None:
    keepers = [northshire("manager"), northshire("administrator")]
    url_of = {name: address(name, {"pk": board().about.pk}) for name in names(table.DIRECTORY)}
    bodies = {name: filled(browsers.of(keepers[0]).get(url)) for name, url in url_of.items()}
    before = _kept()
    for person in _somebody_of_each_kind():
        expected = "opened" if person in keepers else "hidden"
        for name, url in url_of.items():
            assert outcome(browsers.of(person).get(url)) == expected, f"{name}: {person}"
            with undone():
                sent = outcome(browsers.of(person).post(url, bodies[name]))
                assert sent in ({"opened", "refused"} if person in keepers else {"hidden"}), f"{name}: {person} sends"
                assert person in keepers or _kept() == before


def _kept() -> tuple[int, ...]:
    """How many people, roles and agencies the boards' directories hold."""
    return Person.objects.count(), Role.objects.count(), Listing.objects.count()


def test_everybody_has_lists_of_their_own(demo: None, browsers: Browsers) -> None:
    for name in names(table.LISTS):
        for person in _somebody_of_each_kind():
            assert outcome(browsers.of(person).get(reverse(name))) == "opened", f"{name}: {person}"
        for method in ("get", "post"):
            assert answered(Client(), method, reverse(name)) == TO_THE_SIGN_IN, name


def test_a_password_alone_opens_neither_lists_nor_the_directory(demo: None, browsers: Browsers, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    for name in [*names(table.LISTS), *names(table.DIRECTORY)]:
        url = address(name, {"pk": board().about.pk})
        for method in ("get", "post"):
            assert answered(browsers.of(northshire("manager")), method, url) == TO_THE_SECOND_FACTOR, name


def test_a_referral_is_begun_by_those_who_work_with_a_board(demo: None, browsers: Browsers) -> None:
    """Somebody of the second board cannot begin a referral to the first, whatever they send."""
    before = Traces()
    answer = browsers.of(westermere("manager")).post(reverse("referrals:start"), {"board": str(board().about.pk)})
    assert (answer.status_code, before.left()) == (200, [])


def test_the_guide_is_everybodys(demo: None, browsers: Browsers) -> None:
    for client in (Client(), browsers.of(westermere("lead_csc"))):
        for name in names(table.PUBLIC):
            for code, status in (("scr-2006", 200), ("no-such-kind", 404)):
                url = address(name, {"code": code})
                assert client.get(url).status_code == (status if name == "frameworks:pack" else 200)
                assert client.post(url).status_code == 405


# --- the demonstration's own door -----------------------------------------------------------------------------------


def test_one_becomes_one_of_the_cast_in_the_demonstration_only(demo: None, settings: Any) -> None:
    url = f"/demo/sign-in/{northshire('manager').pk}/"
    assert Client().post(url).status_code == 404
    settings.ROOT_URLCONF = "tests.access.demo_urls"
    assert [Client().get(url).status_code, Client().post(url).status_code] == [405, 302]
    for somebody in (northshire("administrator"), northshire("lead_police"), westermere("chair")):
        assert Client().post(f"/demo/sign-in/{somebody.pk}/").status_code == 404


# --- the account ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table.ACCOUNT.strip().splitlines(), ids=lambda row: row.split()[0])
def test_the_pages_of_an_account(demo: None, row: str) -> None:
    name, *expected = row.split()
    url = address(name, {"key": "a-key", "uidb36": "1", "pk": 1})
    visitors = (Client(), Browsers().of(northshire("manager")))
    got = [_said(getattr(client, method)(url)) for client in visitors for method in ("get", "post")]
    assert got == expected


def _said(answer: Any) -> str:
    """The status, or where one is sent first: to sign in, or to confirm with the password."""
    where = answer.headers.get("Location", "")
    if where.startswith((reverse("account_login"), reverse("account_reauthenticate"))):
        return "sign-in" if where.startswith(reverse("account_login")) else "confirm"
    return str(answer.status_code)
