"""A broken pack stops the start, and says in which file, at which key, and why."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from frameworks import loading
from frameworks.faults import BrokenPacksError

TINY = Path(__file__).parent / "packs" / "near-miss-2030.toml"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the tiny pack with one thing changed, under its own name or another."""

    def write(old: str = "", new: str = "", *, name: str = TINY.stem, text: str = TINY.read_text()) -> Path:
        assert old in text
        file = tmp_path / f"{name}.toml"
        file.write_text(text.replace(old, new, 1) if old else text)
        return file

    return write


def faults_of(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(BrokenPacksError) as broken:
        loading.load([folder])
    return [(fault.file.name, fault.key, fault.reason) for fault in broken.value.faults]


def test_the_tiny_pack_is_whole(tmp_path: Path, write: Write) -> None:
    write()
    assert list(loading.load([tmp_path])) == ["near-miss-2030"]


DECIDE = 'amount = 10\nunit = "day"\n'
COMPLETE = 'amount = 20\nunit = "working_day"\n'
SHAPES = [
    (
        DECIDE,
        'amount = 10\nunit = "week"\n',
        "timescales[0].unit",
        "is 'week', which is none of: day, month, working_day",
    ),
    (DECIDE, 'amount = "ten"\nunit = "day"\n', "timescales[0].amount", "should be a whole number, and is text"),
    (DECIDE, 'amount = -1\nunit = "day"\n', "timescales[0].amount", "should be 0 or more"),
    (DECIDE, "amount = 10\n", "timescales[0].unit", "is missing"),
    (
        DECIDE,
        'amount = 10\nunits = "day"\n',
        "timescales[0].units",
        "is not a key that a pack knows; did you mean unit?",
    ),
    ('version = "1"\n', "", "version", "is missing"),
    ('version = "1"\n', 'version = ""\n', "version", "is empty"),
    (
        'nation = "scotland"',
        'nation = "narnia"',
        "nation",
        "is 'narnia', which is none of: england_wales, northern_ireland, scotland",
    ),
    (
        'code = "nearly"',
        'code = "Nearly!"',
        "criteria[0].code",
        "should be written as small letters, digits and underscores, beginning with a letter",
    ),
    (
        'starts = "referral.submit"',
        'starts = "submitted"',
        "timescales[0].starts",
        "should be written as a thing and an act, like referral.submit",
    ),
    (
        '["health", "housing"]',
        '["health", "circus"]',
        "panel.core_sectors[1]",
        ("is 'circus', which is none of: education, health, housing, local_authority, other, police, probation, voluntary"),
    ),
    ('["health", "housing"]', "[]", "panel.core_sectors", "is empty"),
    (
        'all_of = [["falls"], ["alone"]]',
        'all_of = [["falls"]]',
        "combinations[0].all_of",
        "should have at least 2 entries",
    ),
    (
        'responsible = "chair"',
        'responsible = "anybody"',
        "timescales[0].responsible",
        (
            "is 'anybody', which is none of: auditor, author, chair, countersigner, lead, manager, overview_author, "
            "owner, panel_member, referrer"
        ),
    ),
    ('["under_65", "Under 65"]', '["under_65"]', "profile[0].fields[0].codes[0]", "should have at least 2 entries"),
    (
        '["under_65", "Under 65"]',
        '["under_65", 65]',
        "profile[0].fields[0].codes[0][1]",
        "should be text, and is a whole number",
    ),
    ("[panel]", "[panel]\nquorum = 3", "panel.quorum", "is not a key that a pack knows"),
    ("tracked = true", 'tracked = "yes"', "decisions[1].tracked", "should be true or false, and is text"),
]


@pytest.mark.parametrize(("old", "new", "key", "reason"), SHAPES, ids=[f"{key}: {reason[:30]}" for _, _, key, reason in SHAPES])
def test_a_wrong_shape(tmp_path: Path, write: Write, old: str, new: str, key: str, reason: str) -> None:
    write(old, new)
    assert faults_of(tmp_path) == [("near-miss-2030.toml", key, reason)]


AGAIN = '\n[[criteria]]\ncode = "nearly"\ntext = "Again."\nweight = "must"\nsource = "Northshire rules"\n'
CONTRADICTIONS = [
    ("[[criteria]]", AGAIN + "\n[[criteria]]", [("criteria", "uses 'nearly' 2 times")]),
    ('["health", "housing"]', '["health", "health"]', [("panel.core_sectors", "uses 'health' 2 times")]),
    (
        'starts = "referral.decide"',
        'starts = "referral.dream"',
        [("timescales[1].starts", "names 'referral.dream', an event that [[events]] has no words for")],
    ),
    (
        'on = "referral.decide"',
        'on = "referral.withdraw"',
        [("notifications[0].on", "names 'referral.withdraw', an event that [[events]] has no words for")],
    ),
    (
        'starts = "referral.submit"\nends = "referral.decide"',
        'starts = "referral.decide"\nends = "referral.decide"',
        [("timescales[0].ends", "is 'referral.decide', the event that starts it")],
    ),
    (
        COMPLETE,
        COMPLETE + 'falls = "next"\n',
        [("timescales[1].falls", "has no meaning: a limit in working days cannot end on a closed day")],
    ),
    (
        DECIDE,
        'amount = 0\nunit = "month"\n',
        [("timescales[0].amount", "is 0, and no months is no limit; for “at once” write 0 days")],
    ),
    (
        'limits = ["decide"]',
        'limits = ["dither"]',
        [("stages[1].limits", "names 'dither', and there is no such timescale")],
    ),
    (
        'opens = "near-miss-2030"',
        'opens = "far-miss-2030"',
        [("decisions[0].opens", "names 'far-miss-2030', and there is no such pack")],
    ),
    (
        "tracked = true",
        'tracked = true\nopens = "near-miss-2030"',
        [("decisions[1].tracked", "is true, and yet the decision opens a review, which has its own end")],
    ),
    (
        'outcome = "What was said?"\n',
        "",
        [("decisions[1].outcome", "is missing: what is tracked to its end needs a question to end it with")],
    ),
    (
        'letter = "thanks"',
        'letter = "sorry"',
        [("notifications[0].letter", "names 'sorry', and there is no such letter")],
    ),
    (
        "${reference}: thank you",
        "${name}: thank you",
        [
            (
                "letters[0].subject",
                (
                    "asks for ${name}; a letter can hold only agency, board, chair, date, manager, recipient, reference, "
                    "reply_by, report, review"
                ),
            )
        ],
    ),
    (
        "telling ${board}.",
        "$5",
        [("letters[0].body", "has a $ that stands for nothing; write $$ for a dollar sign")],
    ),
    (
        'source = "Hearsay"\nconfirmed = false',
        'source = "Hearsay"',
        [("decisions[1].confirmed", "should be false: 'Hearsay' was not seen, so it confirms nothing")],
    ),
    (
        'source = "Hearsay"',
        'source = "A friend"',
        [("decisions[1].source", "cites 'A friend', which is not among the sources")],
    ),
    (
        '[["falls"], ["alone"]]',
        '[["falls"], ["age"]]',
        [("combinations[0].all_of[1]", "names 'age', and there is no such factor")],
    ),
    (
        'descriptors = [{ code = "useful"',
        'descriptors = [{ code = "grand"',
        [("grading.descriptors[0].code", "describes 'grand', and there is no such grade")],
    ),
    (
        'kind = "choice", codes',
        'kind = "date", codes',
        [("profile[0].fields[0].codes", "does not fit its kind, 'date': a choice has codes, and nothing else has")],
    ),
    (
        'what = "none"',
        'what = "summary"',
        [("summary.chapters", "is empty, and yet the summary is what is published")],
    ),
    (
        "[[overview.chapters]]",
        (
            '[[summary.chapters]]\nkey = "s"\ntitle = "S"\n'
            'sections = [{ key = "s", title = "S", guidance = "G", source = "Northshire rules" }]\n\n'
            "[[overview.chapters]]"
        ),
        [("summary.chapters", "has headings, and yet nothing is published")],
    ),
    (
        "[panel]",
        '[[converts]]\nto = "near-miss-2030"\nwhen = "W"\nkeeps = "K"\nsource = "Northshire rules"\n\n[panel]',
        [("converts[0].to", "is this pack itself")],
    ),
    (
        "[panel]",
        '[[converts]]\nto = "far-miss"\nwhen = "W"\nkeeps = "K"\nsource = "Northshire rules"\n\n[panel]',
        [("converts[0].to", "names 'far-miss', and there is no such pack")],
    ),
]


@pytest.mark.parametrize(("old", "new", "mistakes"), CONTRADICTIONS, ids=[each[0][0] for *_, each in CONTRADICTIONS])
def test_a_contradiction(tmp_path: Path, write: Write, old: str, new: str, mistakes: list[tuple[str, str]]) -> None:
    write(old, new)
    assert faults_of(tmp_path) == [("near-miss-2030.toml", *mistake) for mistake in mistakes]


def test_no_criteria_and_no_decisions(tmp_path: Path, write: Write) -> None:
    text = TINY.read_text()
    start, end = text.index("[[criteria]]"), text.index("[panel]")
    write(
        text=text[:start] + text[end:],
        old='nation = "scotland"',
        new='nation = "scotland"\ncriteria = []\ndecisions = []',
    )
    assert faults_of(tmp_path) == [
        ("near-miss-2030.toml", "criteria", "is empty: a referral could not be put to any test"),
        ("near-miss-2030.toml", "decisions", "is empty: nothing could be decided"),
    ]


def test_every_contradiction_is_named_at_once(tmp_path: Path, write: Write) -> None:
    write(
        'opens = "near-miss-2030"',
        'opens = "far-miss"',
        text=TINY.read_text().replace('letter = "thanks"', 'letter = "x"'),
    )
    assert [key for _, key, _ in faults_of(tmp_path)] == ["decisions[0].opens", "notifications[0].letter"]


def test_the_same_section_in_two_chapters(tmp_path: Path, write: Write) -> None:
    second = (
        '[[agency_report.chapters]]\nkey = "more"\ntitle = "More"\n'
        'sections = [{ key = "what_happened", title = "T", guidance = "G", source = "Northshire rules" }]\n\n'
    )
    write("[[overview.chapters]]", second + "[[overview.chapters]]")
    assert faults_of(tmp_path) == [("near-miss-2030.toml", "agency_report.chapters", "uses 'what_happened' 2 times")]


@pytest.mark.parametrize(
    ("data", "key", "reason"),
    [
        (b"code = \n", "line 1, column 8", "is not TOML: Invalid value"),
        (b"code = 'x'\ncode = 'x'\n", "line 2, column 11", "is not TOML: Cannot overwrite a value"),
        (b"\xff\xfe", "byte 0", "is not UTF-8 text"),
        (b"code = 'other'", "code", "should be 'broken', as the file is named"),
        (b"", "code", "should be 'broken', as the file is named"),
        (b"code = 'broken'\ndigest = 'abc'", "digest", "is computed from the file and cannot stand in it"),
    ],
)
def test_what_is_no_pack_at_all(tmp_path: Path, data: bytes, key: str, reason: str) -> None:
    (tmp_path / "broken.toml").write_bytes(data)
    assert faults_of(tmp_path) == [("broken.toml", key, reason)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "nowhere") == [("nowhere", "FRAMEWORK_PACK_DIRS", "is not a folder")]


def test_one_code_in_two_folders(tmp_path: Path, write: Write) -> None:
    file = write()
    with pytest.raises(BrokenPacksError) as broken:
        loading.load([TINY.parent, tmp_path])
    assert [tuple(fault) for fault in broken.value.faults] == [(file, "code", f"is taken by {TINY}")]


def test_building_on_nothing(tmp_path: Path) -> None:
    (tmp_path / "upper.toml").write_text('code = "upper"\nbuilds_on = "lower"\n')
    assert faults_of(tmp_path) == [("upper.toml", "builds_on", "names 'lower', and there is no such pack")]


def test_building_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "hen.toml").write_text('code = "hen"\nbuilds_on = "egg"\n')
    (tmp_path / "egg.toml").write_text('code = "egg"\nbuilds_on = "hen"\n')
    assert faults_of(tmp_path) == [("egg.toml", "builds_on", "goes round in a circle by way of 'egg'")]


def test_a_mistake_is_reported_where_it_stands_and_once(tmp_path: Path, write: Write) -> None:
    write('letter = "thanks"', 'letter = "sorry"')
    (tmp_path / "a-builds-on-it.toml").write_text('code = "a-builds-on-it"\nbuilds_on = "near-miss-2030"\n')
    assert faults_of(tmp_path) == [
        ("near-miss-2030.toml", "notifications[0].letter", "names 'sorry', and there is no such letter")
    ]


def test_what_builds_on_another_joins_tables_and_replaces_lists(tmp_path: Path, write: Write) -> None:
    write()
    (tmp_path / "upper.toml").write_text(
        'code = "upper"\nbuilds_on = "near-miss-2030"\nnotifications = []\n[panel]\ncore_sectors = ["police"]\n'
    )
    pack = loading.load([tmp_path])["upper"]
    assert pack.notifications == ()
    assert pack.panel.core_sectors == ("police",)
    assert pack.panel.text == "Health and housing sit on the team."


def test_a_broken_pack_stops_the_start(tmp_path: Path, write: Write) -> None:
    file = write(DECIDE, 'amount = 10\nunit = "week"\n')
    start = (
        "import django; from django.conf import settings;"
        f"settings.configure(INSTALLED_APPS=['frameworks'], FRAMEWORK_PACK_DIRS=[{str(tmp_path)!r}]);"
        "django.setup(); print('started')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", start], cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.splitlines()[-1] == (f"{file}: timescales[0].unit: is 'week', which is none of: day, month, working_day")
