"""Views that people keep: their own, until the manager shares one with all who read the integrated chronology."""

from __future__ import annotations

import pytest
from django.urls import reverse

from casework.refusals import Blocked
from chronology import panel_workflow
from chronology.models import SavedView
from tests.chronology.panel import Room, a_room
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import as_, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    return a_room(make_cast())


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


def test_what_is_filtered_is_kept_under_a_name_and_comes_back_with_one_link(room: Room) -> None:
    client, entries = as_(room.cast.panel_member), at("case_chronology", room.case)
    assert "Keep this view" in words(client.get(entries + "?seen=yes"))
    client.post(at("case_keep_view", room.case) + "?seen=yes&page=3&words=&rows=separate&x=1", {"name": "Seen"})
    view = SavedView.objects.get()
    assert (view.person, view.name, view.asked) == (room.cast.panel_member, "Seen", "seen=yes&rows=separate")
    assert client.get(at("view", view))["Location"] == entries + "?seen=yes&rows=separate"
    refused = client.post(at("case_keep_view", room.case) + "?seen=no", {"name": "Seen"})
    assert refused.context["form"].errors == {"name": ["You have a view of this name already. Choose another name"]}
    with pytest.raises(Blocked, match="under this name already"):
        panel_workflow.keep_view(room.integrated, name="Seen", asked="", by=room.cast.panel_member)


def test_a_view_is_one_s_own_until_the_manager_shares_theirs(room: Room) -> None:
    view = panel_workflow.keep_view(room.integrated, name="Key", asked="key=yes", by=room.cast.manager)
    member, manager = as_(room.cast.panel_member), as_(room.cast.manager)
    assert member.get(at("view", view)).status_code == 404
    assert member.post(at("view_share", view)).status_code == 404
    manager.post(at("view_share", view))
    assert member.get(at("view", view)).status_code == 302
    assert "Shared with all readers" in words(member.get(at("case_views", room.case)))
    assert [member.post(at(name, view)).status_code for name in ("view_share", "view_remove")] == [403, 403]
    assert as_(room.cast.lead).get(at("view", view)).status_code == 404
    manager.post(at("view_share", view))
    assert member.get(at("view", view)).status_code == 404
    manager.post(at("view_remove", view))
    assert not SavedView.objects.exists()


def test_nothing_of_a_view_is_in_an_address_but_its_identity(room: Room) -> None:
    view = panel_workflow.keep_view(room.integrated, name="A name", asked="words=asleep", by=room.cast.manager)
    page = as_(room.cast.manager).get(at("case_views", room.case)).content.decode()
    assert reverse("chronology:view", args=[view.pk]) in page
    assert "words=asleep" not in page
