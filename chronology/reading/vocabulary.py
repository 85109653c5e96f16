"""What agencies call the columns of a chronology, and what each column means here."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

MEANINGS = {
    "date": "Date",
    "end_date": "End date",
    "datetime": "Date and time",
    "time": "Time",
    "end_time": "End time",
    "known_on": "Date the agency came to know",
    "recorded_on": "Date of recording",
    "source": "Source",
    "agency": "Agency",
    "professional": "Professional",
    "person": "Person concerned",
    "event": "Event",
    "contact_type": "Kind of contact",
    "child_seen": "Child seen",
    "child_alone": "Child seen alone",
    "child_views": "Child's wishes and feelings",
    "action": "Action or response",
    "outcome": "Outcome",
    "told": "Who was told",
    "standard": "Expected standard",
    "comment": "Author's comment",
    "line_of_enquiry": "Line of enquiry",
    "theme": "Theme",
    "significance": "Significance",
    "reference": "Reference",
    "ignored": "Not read",
}
# Meanings that one table gives to one column only; words of the others are put together when two columns carry them.
SINGLE = frozenset({"date", "end_date", "datetime", "time", "end_time", "known_on", "recorded_on"})

# Patterns over headings in small letters, every sign but letters and digits made a space. The first that fits decides.
HEADINGS: tuple[tuple[str, float, str], ...] = (
    ("ignored", 1.0, r".*\b(birth|dob|d o b|age|postcode|telephone|nhs no|nhs number)\b.*"),
    ("source", 1.0, r"(the )?(information |evidence )?sources?( .*)?"),
    (
        "date",
        1.0,
        (
            r"(the )?dates?|d ?o ?c|date( of)? (the )?(contacts?|events?|incidents?|entry|visits?|meetings?"
            r"|occurrence|significant events?|activity|attendance|consultations?|calls?|appointments?)"
        ),
    ),
    (
        "date",
        1.0,
        (
            r"(contact|event|incident|consultation|visit|activity|attendance|appointment|encounter|occurrence"
            r"|session|call|start|from|event start) ?dates?|date (from|started|began|start)|from"
        ),
    ),
    ("date", 0.8, r"days?|dated|dt|on|(occurred|happened|seen|visited|took place)( on)?|(appt|event|entry) dt|day (and|of) .*"),
    (
        "datetime",
        1.0,
        (
            r".*\bdate( and| of)? ?(and )?times?\b.*|date ?time|.*\btime( and)? date\b.*|timestamp"
            r"|time ?stamp|when( .*)?|start date time"
        ),
    ),
    (
        "end_date",
        1.0,
        (
            r"(end|finish|closing|closed|to|until|end of|event end) ?dates?|date (ended|to|until|finished"
            r"|closed|end|of end)|until|to"
        ),
    ),
    (
        "event",
        0.95,
        r"(full )?(details?|descriptions?|summary|account|narrative|what happened)\b.*\b(views?|wishes|feelings|voice)\b.*",
    ),
    ("child_views", 1.0, r".*\b(views?|wishes|feelings|voice)\b.*"),
    ("child_alone", 1.0, r".*\balone\b.*"),
    (
        "child_seen",
        1.0,
        (
            r".*\b(child( ?ren)?|cyp|yp|young person|baby|subject|pupil|patient|victim|adult"
            r"|client)( or .*)?( was| were)? ?(seen|sighted|present|spoken to|observed)\b.*|(was "
            r"|were )?(the )?(child(ren)?|subject|adult|victim)( s)? (seen|sighted).*|seen( y ?n)?( yes no)?"
            r"|c ?s( y n)?|sighted|was .* seen.*|\w+( \w+)? seen( y ?n)?|child contact"
        ),
    ),
    (
        "known_on",
        1.0,
        (
            r".*\bdates? .*(known|aware|notified|informed|learn\w*|told|shared with us).*|.*(notification"
            r"|notified) date|date (of )?(notification|information)( .*)?"
        ),
    ),
    (
        "recorded_on",
        1.0,
        (
            r"dates? (of )?(recording|recorded|reported|entered|entry made|created|logged|input|inputted"
            r"|added|modified|updated|typed|written|signed|received|completed)|(date )?(recorded|reported"
            r"|entered|created|logged|received|updated|modified|completed) (date|on)|recording date|(entry"
            r"|record|created|logged|received|input) date|date of report"
            r"|date (the )?(record|entry|note)( was)? (made|written|created|entered|added|typed)"
        ),
    ),
    (
        "date",
        0.7,
        r"dates?( of)?( the)?( (?!of|the|imr|author|next|review|due)\w+){1,4}|((?!imr|author|next|review|due)\w+ ){1,3}dates?",
    ),
    (
        "recorded_on",
        0.8,
        r"(logged|created|entered|recorded|opened|raised|received|added|reported|keyed|input|inputted)( on| at)?",
    ),
    ("end_time", 1.0, r"(end|finish|to) time|time (ended|to|finished|end)"),
    (
        "time",
        1.0,
        (
            r"(the )?times?( of.*)?|(contact|event|incident|start|call|visit|from|appointment) times?"
            r"|time (24 ?h(ou)?rs?|hh ?mm|from|started|start)|h(ou)?rs?|(approx\w*|actual) time|clock"
            r"|times? (approx\w*|if known|of day|24\w*|hh.*|in .*)"
            r"|(?!(response|travel|waiting|total|journey|end|finish|part|full) )\w+ times?"
        ),
    ),
    (
        "standard",
        1.0,
        (
            r".*\b(standards?|polic(y|ies)|procedures?|expected|expectations?|good practice|best practice"
            r"|what should have happened)\b.*"
        ),
    ),
    ("line_of_enquiry", 1.0, r".*\b(k?loes?|lines? of (en|in)quiry|terms? of reference|tor|key lines?)\b.*"),
    (
        "comment",
        1.0,
        (
            r".*\b(comments?|analysis|analytical|reflections?|remarks?|critique|commentary|appraisal|critical"
            r"|observations? (by|of) (the )?author|reviewers?|imr|author s? ?notes?|author|missed opportunit(y|ies)"
            r"|learning|lessons?)\b.*"
        ),
    ),
    (
        "significance",
        1.0,
        (
            r".*\b(significan(ce|t)|key (practice )?episodes?|kpe|importance|priority|rag( rating)?|rating"
            r"|severity|weight)\b(?!.*event).*|level( of (concern|need|risk))?"
        ),
    ),
    (
        "told",
        0.9,
        (
            r"(who(m)? (was|were) (told|informed|notified).*|(shared|information shared|copied|sent|notified"
            r"|informed|referred) (with|to)|(agencies|others?|partners) (informed|notified|told)"
            r"|information sharing|onward referral|referr(al|ed) (to|made).*)"
        ),
    ),
    (
        "outcome",
        1.0,
        (
            r".*\b(outcomes?|results?|resolutions?|disposals?|dispositions?|impact|consequences?|conclusion|closure|closing"
            r"|effect|upshot)\b.*"
            r"|closed( as)?"
        ),
    ),
    (
        "action",
        1.0,
        (
            r".*\b(actions?|responses?|decisions?|interventions?|what (was done|we did|did we do"
            r"|happened next)|next steps?|steps? taken|follow ?(up|on)|management|plan|services? (offered|provided)"
            r"|to do|todo|tasks?)\b.*"
            r"|(what )?(next|now)|steps?"
        ),
    ),
    (
        "contact_type",
        0.9,
        (
            r".*\b(types?|nature|method|mode|category|kind|form) ?(of)? ?(the )?(contacts?|events?|entry"
            r"|incidents?|visits?|communication|activity|note|meetings?)?|(contact|event|entry|incident|note"
            r"|activity|visit) (types?|nature|method|category|kind)|channel|how|(\w+ )?(step|episode|workflow|stage)"
        ),
    ),
    (
        "event",
        1.0,
        (
            r".*\b(events?|what (has )?happened|happen\w*|incidents?|narrative|descriptions?|details?|summary"
            r"|synopsis|contents?|activity|occurrences?|information|account|facts?|significant events?"
            r"|particulars|circumstances|what|what did .*)\b(?!.*\b(no|number|ref\w*|id|by|source"
            r"|location)\b).*"
        ),
    ),
    ("event", 0.8, r"(\w+ ){1,3}(notes?|text|write ?up)|(\w+ )?log( entry)?"),
    (
        "reference",
        1.0,
        (
            r".*\b(refs?|references?|number|no|num|nos|nr|id|serial|seq(uence)?|urn|item|row|line|log (no|number|ref\w*|id)"
            r"|crime no|index|page|para(graph)?|footnote|appendix)\b( (no|number|id|refs?|reference"
            r"|document))?|s n|sr|cad|crn|uprn|case"
        ),
    ),
    (
        "source",
        1.0,
        (
            r".*\b(sources?|records?|evidence( source)?|origin|system|where (recorded|held|from)|file"
            r"|documents?|database|information from|taken from|provenance|recorded (in|on))\b.*"
        ),
    ),
    (
        "professional",
        0.9,
        (
            r"(team|staff) members?|members? of (staff|the team)|consulter|hcp|oic|(done|attended|witnessed) by"
            r"|recorder|(author )?initials|(call|note) taker"
            r"|who wrote.*"
        ),
    ),
    ("agency", 1.0, r".*\b(agency|agencies|organi[sz]ations?|services?|department|provider|setting|trust|teams?)\b.*"),
    (
        "professional",
        0.95,
        (
            r".*\b(professionals?|workers?|staff|practitioners?|officers?|clinicians?|(seen|recorded|entered"
            r"|completed|made|written|reported) by|by whom|employee|role|designation|key ?worker"
            r"|social worker|health visitor|nurse|doctor|gp|teacher|author of entry|who (was )?(involved|by)"
            r"|contact with|job title|user)\b.*|by"
        ),
    ),
    (
        "person",
        0.95,
        (
            r".*\b(persons?|people|who( .*)?|subjects?|famil(y|ies)( members?)?|child(ren)?( s)?( name)?"
            r"|individuals?|service users?|clients?|patients?|names?|attend(ees|ed)|present|relating to"
            r"|concern(s|ing)|victim|perpetrator|parent|carer|participants?)\b.*"
        ),
    ),
    ("theme", 1.0, r".*\b(themes?|topics?|factors?|codes?|categor(y|ies)|issues?|risk|tags?|vulnerabilit(y|ies))\b.*"),
    (
        "event",
        0.75,
        (
            r".*\b(notes?|contacts?|entry|entries|text|comments? box|observations?|visit|consultation|history"
            r"|problem|chronology|intelligence|concerns?|disclosure|case notes?|session|body|free ?text"
            r"|practice)\b.*"
        ),
    ),
    ("source", 0.6, r".*\b(from|location|place|where)\b.*"),
)
COMPILED = tuple((meaning, score, re.compile(pattern)) for meaning, score, pattern in HEADINGS)
# The commonest headings, against which a misspelt one is held.
PLAIN_HEADINGS = {
    **{plain: plain for plain in ("date", "time", "source", "event", "outcome", "action", "comment", "significance")},
    **{plain: plain for plain in ("reference", "agency", "professional")},
    **dict.fromkeys(("description", "details", "what happened", "narrative", "incident"), "event"),
    **dict.fromkeys(("response", "decision"), "action"),
    "analysis": "comment",
    "child seen": "child_seen",
}
NOT_LETTERS = re.compile(r"[^a-z0-9]+")
LONGEST_HEADING = 120
# One slip in a short word, two in a long one.
LETTERS_PER_SLIP = 4


def in_small(heading: str) -> str:
    return NOT_LETTERS.sub(" ", heading.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).strip()


def meaning_of(heading: str) -> tuple[str, float]:
    """The meaning a heading names and how sure that is, from 0 (says nothing) to 1."""
    words = in_small(heading)
    if not words or len(words) > LONGEST_HEADING:
        return "", 0.0
    for meaning, score, pattern in COMPILED:
        if pattern.fullmatch(words):
            return meaning, round(score - 0.02 * max(len(words.split()) - 6, 0), 2)
    distance, near = min((OSA.distance(words, plain), plain) for plain in PLAIN_HEADINGS)
    return (PLAIN_HEADINGS[near], 0.7) if distance <= len(near) // LETTERS_PER_SLIP else ("", 0.0)
