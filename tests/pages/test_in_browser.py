"""The components in Chromium, under the application's own content security policy."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from playwright.sync_api import Page, Request, expect

from frameworks import clock
from tests.browser import violations
from tests.pages import showcase
from tests.pages.conftest import SITE, Site
from tests.pages.payloads import CORPUS, SELF_STARTERS

pytestmark = pytest.mark.browser

OpenSite = Callable[..., Site]


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_component_is_accessible_and_fits_the_screen(open_site: OpenSite, width: int) -> None:
    with clock.travelling(showcase.NOON):
        site = open_site(width=width)
        page = site.show("/cases/", showcase.everything())
    expect(page.locator(".tiptap")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert site.complaints == []
    assert [address for address in site.asked if not address.startswith(SITE + "/")] == []
    assert [address for address in site.asked if "/assets/" in address] == []


def test_the_first_stop_of_the_keyboard_leads_to_the_content(open_site: OpenSite) -> None:
    page = open_site().show("/section/", showcase.writing())
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_question_appears_with_the_answer_that_asks_for_it(open_site: OpenSite) -> None:
    page = open_site().show("/cases/", showcase.everything())
    expect(page.get_by_label("What instead?")).to_be_hidden()
    page.get_by_label("Something else").check()
    expect(page.get_by_label("What instead?")).to_be_visible()
    page.get_by_label("Serious case review").check()
    expect(page.get_by_label("What instead?")).to_be_hidden()


def test_without_javascript_everything_is_in_sight(open_site: OpenSite) -> None:
    page = open_site(javascript=False).show("/cases/", showcase.everything())
    expect(page.get_by_label("What instead?")).to_be_visible()
    expect(page.get_by_label("Your reasons")).to_be_visible()
    expect(page.get_by_role("link", name="My work")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_on_paper_only_what_can_be_read_is_left(open_site: OpenSite) -> None:
    page = open_site().show("/cases/", showcase.everything())
    page.emulate_media(media="print")
    for furniture in (".govuk-service-navigation", ".c8-acts", ".moj-sub-navigation", ".c8-filters__panel", ".govuk-pagination"):
        expect(page.locator(furniture).first).to_be_hidden()
    expect(page.get_by_text("NSCB-2026-004 · Child A")).to_be_visible()
    expect(page.locator("table").first).to_be_visible()


# --- hostile words ------------------------------------------------------------------------------

WATCHED = """<!DOCTYPE html><title>x</title><main>{}</main>"""
PROVOKE = """() => {
  for (const element of document.querySelectorAll("main *")) {
    for (const kind of ["mouseover", "pointerenter", "focus", "copy", "wheel"]) element.dispatchEvent(new Event(kind));
    if (element.matches("a")) element.click();
  }
}"""


def watched(site: Site) -> Site:
    """Every text that strikes says so on the console, from whatever frame it got to."""
    site.context.add_init_script("window.struck = () => console.error('struck');")
    return site


def shown_alone(site: Site, texts: tuple[str, ...]) -> Page:
    """These texts, each on a page of its own."""
    for number, text in enumerate(texts):
        site.answers[f"/{number}/"] = lambda _, text=text: (200, WATCHED.format(text))
    frames = "".join(f'<iframe src="/{number}/"></iframe>' for number in range(len(texts)))
    return site.show("/all/", f"<!DOCTYPE html><title>x</title>{frames}", until="domcontentloaded")


def test_no_hostile_text_strikes_even_without_the_policy(open_site: OpenSite) -> None:
    shown = Template("{% load casework %}{{ text|richtext }}")
    cleaned = "".join(f"<div>{shown.render(Context({'text': hostile}))}</div>" for hostile in CORPUS)
    site = watched(open_site(with_policy=False))
    page = site.show("/all/", WATCHED.format(cleaned))
    page.wait_for_timeout(500)
    assert page.locator("main > div").count() == len(CORPUS)
    page.evaluate(PROVOKE)
    page.wait_for_timeout(500)
    assert "struck" not in site.complaints
    assert site.dialogs == []
    assert {address for address in site.asked if not address.startswith(SITE)} <= {"https://ok.example/"}


def test_the_same_texts_strike_where_nothing_cleans_them_and_the_policy_alone_would_hold_too(open_site: OpenSite) -> None:
    """The policy stands for longer than the texts need without it."""
    held, free = watched(open_site()), watched(open_site(with_policy=False))
    held.policy = held.policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    shown_alone(held, SELF_STARTERS).wait_for_load_state()
    page = shown_alone(free, SELF_STARTERS)
    until = time.monotonic() + 30
    while free.complaints.count("struck") < 40 and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert free.complaints.count("struck") >= 40
    page.wait_for_timeout(500)
    assert held.complaints.count("struck") == 0
    assert len(held.complaints) >= 40  # the policy says what it held


# --- the editor and texts that save themselves --------------------------------------------------


def written_on(site: Site) -> Page:
    """A page with an editor, whose clock the test can put forward."""
    site.context.clock.install()
    page = site.show("/section/", showcase.writing())
    expect(page.locator(".tiptap")).to_be_visible()
    return page


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Analysis").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def write_and_pause(page: Page, words: str) -> None:
    write(page, words)
    page.clock.fast_forward(3_000)


def wait_for_another_try(page: Page) -> None:
    page.clock.fast_forward(10_000)


def fields(request: Request) -> dict[str, str]:
    """What a form sent, whichever way it was wrapped."""
    body = request.post_data or ""
    if "form-data" not in request.headers["content-type"]:
        return {name: values[0] for name, values in parse_qs(body).items()}
    sent = {}
    for part in body.split("form-data; name=")[1:]:
        name, _, rest = part.partition('"\r\n\r\n')
        sent[name.strip('"')] = rest.partition("\r\n--")[0]
    return sent


def test_the_editor_keeps_the_form_field_up_to_date(open_site: OpenSite) -> None:
    site = open_site()
    site.answers["/save/"] = lambda _: (200, '{"version": 2}')
    page = written_on(site)
    write(page, " and ")
    page.get_by_role("button", name="bold", exact=True).click()
    page.keyboard.type("more")
    expect(page.locator("textarea[name=text]")).to_have_value("<p>First and <strong>more</strong></p>")
    assert page.locator("style").count() == 0
    assert site.complaints == []


def test_a_text_saves_itself_and_says_so(open_site: OpenSite) -> None:
    site = open_site()
    sent: list[dict[str, str]] = []

    def save(request: Request) -> tuple[int, str]:
        sent.append(fields(request))
        return 200, f'{{"version": {len(sent) + 1}}}'

    site.answers["/save/"] = save
    page = written_on(site)
    write_and_pause(page, " and more")
    expect(page.locator("[data-autosave-says]")).to_contain_text("Saved ")
    write_and_pause(page, " still")
    expect(page.locator("[name=version]")).to_have_value("3")
    assert [(each["version"], each["text"]) for each in sent] == [
        ("1", "<p>First and more</p>"),
        ("2", "<p>First and more still</p>"),
    ]
    assert page.evaluate("localStorage.length") == 0


def test_a_text_that_cannot_be_saved_stays_and_is_tried_again(open_site: OpenSite) -> None:
    site = open_site()
    outcomes = [503, 200]

    def save(request: Request) -> tuple[int, str]:
        status = outcomes.pop(0)
        return status, '{"version": 2}' if status == 200 else "<p>no</p>"

    site.answers["/save/"] = save
    page = written_on(site)
    write_and_pause(page, " and more")
    expect(page.locator("[data-autosave-says]")).to_have_text("Not saved: we will try again. Your text is still on this page.")
    expect(page.get_by_role("textbox", name="Analysis")).to_have_text("First and more")
    wait_for_another_try(page)
    expect(page.locator("[data-autosave-says]")).to_contain_text("Saved ")


def test_after_signing_in_again_the_text_is_saved_with_the_new_token(open_site: OpenSite) -> None:
    site = open_site()
    tokens: list[str] = []

    def save(request: Request) -> tuple[int, str]:
        tokens.append(fields(request)["csrfmiddlewaretoken"])
        return (200, '{"version": 2}') if tokens[-1] == "new" else (403, "<p>expired</p>")

    site.answers["/save/"] = save
    page = written_on(site)
    site.answers["/section/"] = lambda _: (200, '<input name="csrfmiddlewaretoken" value="new">')
    write_and_pause(page, " and more")
    expect(page.locator("[data-autosave-says]")).to_contain_text("you may have been signed out")
    wait_for_another_try(page)
    expect(page.locator("[data-autosave-says]")).to_contain_text("Saved ")
    assert tokens == ["old", "new"]


def test_when_somebody_else_was_faster_both_texts_are_shown(open_site: OpenSite) -> None:
    site = open_site()
    versions: list[str] = []

    def save(request: Request) -> tuple[int, str]:
        versions.append(fields(request)["version"])
        if versions[-1] == "7":
            return 200, '{"version": 8}'
        facts = {"theirs": "<p>They wrote this.</p>", "yours": "", "version": 7, "action": "/save/"}
        return 409, render_to_string("components/outdated.html", facts)

    site.answers["/save/"] = save
    page = written_on(site)
    write_and_pause(page, " and mine")
    expect(page.get_by_role("region", name="What stands now")).to_contain_text("They wrote this.")
    expect(page.get_by_role("textbox", name="Analysis")).to_have_text("First and mine")
    page.get_by_role("button", name="Save my text over it").click()
    expect(page.locator("[data-autosave-says]")).to_contain_text("Saved ")
    assert versions == ["1", "7"]


def test_a_refusal_is_said_in_its_own_words(open_site: OpenSite) -> None:
    site = open_site()
    page409 = render_to_string("409.html", {"sentences": ["The report has been countersigned."]})
    site.answers["/save/"] = lambda _: (409, page409)
    page = written_on(site)
    write_and_pause(page, " more")
    expect(page.locator("[data-autosave-says]")).to_have_text(
        "Not saved. The report has been countersigned. Your text is still on this page."
    )


def test_the_form_goes_only_when_its_text_is_safe(open_site: OpenSite) -> None:
    site = open_site()
    outcomes = [503, 200]
    site.answers["/save/"] = lambda _: (outcomes.pop(0), '{"version": 2}')
    site.answers["/done/"] = lambda request: (200, f"<!DOCTYPE html><title>x</title><p>{fields(request)['version']}</p>")
    page = written_on(site)
    write(page, " and more")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("[data-autosave-says]")).to_contain_text("we will try again")
    assert page.url == f"{SITE}/section/"
    wait_for_another_try(page)
    expect(page.locator("[data-autosave-says]")).to_contain_text("Saved ")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_text("2", exact=True)).to_be_visible()


def test_progress_is_followed_until_it_is_done(open_site: OpenSite) -> None:
    site = open_site()
    facts = {"heading": "Preparing the PDF", "percent": 40, "sentence": "Page 12 of 30", "done": False, "failed": ""}
    ready = {**facts, "done": True, "sentence": "The PDF is ready.", "next_url": "/pdf/", "next_label": "Open the PDF"}
    request = showcase.a_request("/progress/")
    page = site.show("/progress/", render_to_string("components/progress.html", facts, request))
    site.answers["/progress/"] = lambda _: (200, render_to_string("components/progress.html", ready, request))
    expect(page.get_by_text("Page 12 of 30")).to_be_visible()
    expect(page.get_by_role("button", name="Open the PDF")).to_be_visible()
    assert site.complaints == []
