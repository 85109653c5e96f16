"""The guide: read by anybody, without an account, and true to the packs."""

from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import reverse
from msgspec.structs import fields

import frameworks
from frameworks.comparison import compare
from frameworks.packs import Pack
from frameworks.processmap import process_map
from frameworks.views import PARTS

TINY = Path(__file__).parent / "packs"
PACKS = ["scr-2006", "llr-medway", "near-miss-2030"]


@pytest.fixture(autouse=True)
def third_pack() -> object:
    with override_settings(FRAMEWORK_PACK_DIRS=[TINY], ALLOWED_HOSTS=["testserver"]):
        yield


def page(name: str, *args: str) -> lxml.html.HtmlElement:
    answer = Client().get(reverse(name, args=args))
    assert answer.status_code == 200
    return lxml.html.document_fromstring(answer.content.decode())


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_the_list_names_every_kind_and_leads_to_it() -> None:
    shown = page("frameworks:packs")
    links = {words(link): link.get("href") for link in shown.xpath("//main//h2/a")}
    assert links == {pack.title: reverse("frameworks:pack", args=[pack.code]) for pack in frameworks.all_packs()}


def test_the_kinds_stand_side_by_side() -> None:
    shown = page("frameworks:packs")
    table = shown.xpath("//table")[0]
    assert [words(cell) for cell in table.xpath("thead//th")] == [
        "Question",
        "Serious case review",
        "Lessons learned review",
        "Near miss review",
    ]
    rows = {words(row.find("th")): [words(cell) for cell in row.findall("td")] for row in table.xpath("tbody/tr")}
    assert rows["Who runs it?"] == [
        "Serious Case Review Panel",
        "Quality Assurance and Case Review sub-group",
        "Review team",
    ]
    assert rows["Who outside is told?"] == ["Ofsted Strategic Health Authority", "Nobody", "The committee"]
    assert rows["When must it be held?"][1:] == ["The board may choose", "The board may choose"]
    assert rows["How long may it take?"][2] == "Decision: 10 days Review completed: 20 working days (not confirmed)"
    assert len(rows) == len(compare(frameworks.all_packs()))


@pytest.mark.parametrize("code", PACKS)
def test_a_page_is_whole(code: str) -> None:
    shown, pack = page("frameworks:pack", code), frameworks.get(code)
    assert [words(heading) for heading in shown.xpath("//h1")] == [pack.title]
    assert all(table.find("caption") is not None for table in shown.xpath("//table"))
    ids = Counter(element.get("id") for element in shown.xpath("//*[@id]"))
    assert {name for name, count in ids.items() if count > 1} == set()
    for link in shown.xpath("//main//a[starts-with(@href, '#')]"):
        assert link.get("href")[1:] in ids
    assert shown.xpath("//main//*[@style] | //main//script | //main//style") == []


@pytest.mark.parametrize("code", PACKS)
def test_the_drawing_and_the_list_tell_the_same_way(code: str) -> None:
    shown, pack = page("frameworks:pack", code), frameworks.get(code)
    drawn = [words(text) for text in shown.xpath("//svg/text[@class='c8-map__title']")]
    listed = [words(name).rstrip(".") for name in shown.xpath("//ol[contains(@class, 'c8-guide__steps')]/li/strong[1]")]
    assert listed == [stage.label for stage in pack.stages]
    assert [label for label in drawn if label != "Or instead"] == listed
    svg = shown.xpath("//svg")[0]
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "map-title map-description"


@pytest.mark.parametrize("code", PACKS)
def test_nothing_in_the_drawing_overlaps_or_is_cut_off(code: str) -> None:
    drawn = process_map(frameworks.get(code))
    below = 0
    for box in drawn.boxes:
        assert box.y >= below
        assert box.x + box.width <= drawn.width
        assert box.y < box.lines[0].y < box.lines[-1].y + 1 <= box.y + box.height
        below = box.y + box.height
    assert below < drawn.height


@pytest.mark.parametrize("code", PACKS)
def test_every_limit_of_time_says_where_it_comes_from(code: str) -> None:
    shown, pack = page("frameworks:pack", code), frameworks.get(code)
    table = next(each for each in shown.xpath("//table") if words(each).startswith("Limits of time"))
    rows = [[words(cell) for cell in row.findall("td")] for row in table.xpath("tbody/tr")]
    assert [row[:4] for row in rows] == [[each.label, each.span, each.after, each.until] for each in pack.timescales]
    assert [row[5] for row in rows] == [each.citation + ("" if each.confirmed else " not confirmed") for each in pack.timescales]


@pytest.mark.parametrize("code", PACKS)
def test_all_that_is_unconfirmed_is_in_one_list(code: str) -> None:
    shown, pack = page("frameworks:pack", code), frameworks.get(code)
    after = shown.xpath("//h2[@id='unconfirmed']/following-sibling::details//li//code")
    assert [words(place) for place in after] == [path for path, _ in pack.unconfirmed()]


def test_every_part_of_a_pack_that_holds_facts_has_a_name() -> None:
    without_facts = {"code", "version", "title", "short_title", "introduction", "nation", "digest", "builds_on"}
    without_facts |= {"default", "takes_referrals", "also_called", "terms", "sources", "events"}
    assert {field.name for field in fields(Pack)} - without_facts == set(PARTS)


def test_what_differs_for_a_lessons_learned_review_is_said() -> None:
    text = words(page("frameworks:pack", "llr-medway").xpath("//main")[0])
    for sentence in (
        "Nobody outside the review is told.",
        "Nobody outside the board gets the papers.",
        "A lessons learned review is not published.",
        "The review is judged by the board itself, if the board wishes.",
    ):
        assert sentence in text


def test_a_letter_shows_its_blanks() -> None:
    shown = page("frameworks:pack", "near-miss-2030")
    letter = shown.xpath("//details[contains(., 'Thank you')]//p")
    assert [words(line) for line in letter] == [
        "To: Whoever reported it. Northshire rules",
        "[reference]: thank you",
        "Thank you for telling [board].",
    ]


def test_an_unknown_kind_is_not_found() -> None:
    assert Client().get(reverse("frameworks:pack", args=["scr-1999"])).status_code == 404


@pytest.mark.parametrize("address", [("frameworks:packs",), ("frameworks:pack", "scr-2006")])
def test_the_guide_is_only_read(address: tuple[str, ...]) -> None:
    name, *args = address
    assert Client().post(reverse(name, args=args)).status_code == 405


def test_what_a_pack_says_is_text_and_never_markup() -> None:
    fact = frameworks.get("near-miss-2030").criteria[0]
    hostile = type(fact)(code="x", text="<b>x</b>", weight="must", source="<i>s</i>", hint="<u>h</u>")
    shown = render_to_string("frameworks/facts.html", {"facts": [hostile]})
    assert "&lt;b&gt;x&lt;/b&gt;" in shown
    assert "&lt;i&gt;s&lt;/i&gt;" in shown
    assert "&lt;u&gt;h&lt;/u&gt;" in shown
