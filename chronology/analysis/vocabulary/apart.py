"""By which words two things are told apart that read alike: roads, places, matters, letters, goods, and the frame of a record."""

from __future__ import annotations

import re

from chronology.analysis.words import informative

ROAD = re.compile(
    r"\b(?:[Oo]n|[Ii]n|[Aa]long|[Aa]t|[Oo]ff|[Nn]ear|[Dd]own|[Uu]p|[Oo]utside|[Bb]y|[Tt]o) (?:the )?"
    r"((?:[A-Z][a-z]+ ){1,2}(?:Road|Rd|Street|St|Lane|Close|Avenue|Ave|Drive|Way|Terrace|Crescent|Gardens|Grove|Hill|Row|Square"
    r"|Mews|Green|Rise|Parade|Bank|Quay|Bridge|Roundabout|Bypass|Precinct|Park))\b"
)
MEETING_PLACE = re.compile(r"\b[Mm](?:eeting|tg) (?:was )?(?:held )?(?:at|in) (?:the )?([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})")
BY_LETTER = re.compile(
    r"\b(?:resident|child|pupil|student|young person|boy|girl|lad|peer|patient|client|tenant|service user|yp|male|female)s?,?"
    r" (?:\(|named |called |known as )?([A-Z])\b(?![.'’-]\w)"
)
ANOTHER = re.compile(r"\b(?:another|other|fellow|different|second|third|unrelated)\b", re.IGNORECASE)
OF_WHOM = re.compile(
    r"\b([A-Z][\w'-]+)(?:,| has| had| is| was| away| off| ill| sick| poorly| unwell| down| on| with| got| gone| again| now)+"
    r" (?:the |a |an )?([a-z]{3,})\b"
)
# What a meeting without a name, or a call of somebody of the family, was about.
MATTER = re.compile(
    r"\b(?:(?:[Mm]eeting|[Mm]tg|[Mm]et|[Rr]ang|[Pp]honed|[Tt]elephoned|[Cc]alled|[Tt]exted|[Ee]-?mailed|[Mm]essaged|[Cc]ame in|[Pp]opped in|[Dd]ropped in|[Cc]alled in|[Aa]t (?:the )?(?:front desk|reception|counter))\b[^.;:\n]{0,60}?"
    r"\b(?:about|on|re|regarding|over|concerning|wanting|wants|asking|asks|asked"
    r"|to (?:plan|discuss|agree|look at|talk (?:about|through)|go through|prepare|sort|arrange|cancel|report|ask|be|say|fill in|complete|sign|collect|drop off|hand over|order|book|pay|show))\b"
    r"|\b(?:[Cc]aller|[Nn]eighbour|[Tt]enant|[Rr]esident|[Ss]he|[Hh]e|[A-Z][\w'-]+) (?:says|said|states|stated|reports|reported|complains|complained|asks|asked|wants|wanted)(?: that| about| of| for)?\b"
    r"|^(?:[Cc]omplaint|[Rr]eport|[Cc]all|[Ee]nquiry|[Qq]uery|[Rr]equest)s? (?:of|about|re|for|regarding|that|to|over)\b)"
    r"([^.;:\n]+)"
)
# Somebody outside the agency who came or rang on an errand of his or her own.
CALLED_IN = re.compile(
    r"^(?!(?:School|Police|Hospital|Ward|Nursery|Surgery|Duty|Housing|Probation|Court|Clinic|Social|Health|Ambulance|CAMHS|MASH|GP|HV|SW|SENCO|DSL|Head|Landlord)\b)"
    r"(?:[A-Z][\w'’-]+|(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Nn]an|[Gg]ran|[Cc]aller|[Nn]eighbour|[Tt]enant))(?:,? [A-Z][\w'’-]+){0,2} "
    r"(?:rang|rings|phoned|phones|telephoned|texted|texts|e-?mailed|e-?mails|messaged|called in|came in|popped in|dropped in|wrote|left a (?:voicemail|message)|says|said|reports|reported|asks|asked|cancelled|cancels)\b"
    r"|^(?:[Mm]et|[Ss]aw)(?: with)? (?:[A-Z]|mum|mother|dad|father|nan|gran)"
    r"|^(?:(?:[Aa]nonymous |[Pp]hone |[Tt]elephone |[Ff]urther )?(?:[Cc]omplaint|[Cc]aller|[Rr]eport|[Ee]nquiry|[Qq]uery|[Rr]equest)s? (?:of|about|re|for|regarding|that|to|over|says|reports|from [A-Z][\w'-]+))\b"
)
# Where somebody sat down with others, by what kind of house it is.
HOUSES = {
    "home": "home house flat bungalow",
    "school": "school nursery primary academy college classroom",
    "office": "hall civic offices office council",
    "surgery": "surgery practice",
    "hospital": "hospital ward infirmary bedside",
    "police": "police station",
    "court": "court courthouse magistrates",
    "centre": "centre hub library church chapel café cafe mosque hostel refuge",
    "prison": "prison hmp",
}
HOUSE_OF = {word: house for house, words in HOUSES.items() for word in words.split()}
AT_A_HOUSE = re.compile(
    r"\b(?:meeting|mtg|met)\b[^.;\n]{0,50}?\b(?:at|in) (?:(?:the|her|his|their|our|my|mum's|dad's|nan's|family) )*"
    r"((?:[\w']+ ){0,3}?(?:" + "|".join(HOUSE_OF) + r"))\b"
)
# For whom a meeting was.
FOR_WHOM = re.compile(
    r"\b(?:[Mm]eeting|[Mm]tg|[Rr]eview|[Cc]onference)\b[^.;:,\n]{0,40}?\b(?:for|about|re|regarding|concerning|on)((?: (?:and |& )?[A-Z][\w'’-]*\.?){1,4})"
)
# Somebody whom the case does not know: with an initial, or a form of address.
STRANGER = re.compile(r"\b(?:[A-Z][a-z]+ [A-Z]\b(?!\w)|(?:Mrs?|Ms|Miss|Dr) [A-Z][a-z]+)")
# What may be stolen or lost, by what it is.
GOODS = {
    word: thing
    for thing, words in {
        "cycle": "bike bicycle cycle pushbike scooter e-scooter mountain_bike",
        "motor": "moped motorbike motorcycle quad",
        "car": "car van vehicle pickup pick-up truck",
        "phone": "phone mobile handset iphone smartphone",
        "purse": "purse wallet handbag bag rucksack backpack card cards cash money",
        "parcel": "parcel parcels package post",
        "computer": "laptop tablet ipad console playstation xbox computer chromebook",
        "tools": "tools drill strimmer mower",
        "jewels": "jewellery ring watch necklace bracelet earrings",
        "keys": "keys key",
        "papers": "passport licence",
        "pram": "pushchair buggy pram",
        "medicine": "medication tablets methadone pills prescription",
        "clothes": "coat jacket trainers shoes clothes",
        "plates": "plates plate",
        "animal": "dog cat puppy ferret ferrets pony horse",
        "fuel": "diesel fuel petrol",
        "shop": "alcohol vodka wine food meat nappies formula sweets make-up perfume",
    }.items()
    for word in words.split()
}
# What every record may be framed with, and tells nothing of the matter itself.
FRAME = frozenset(
    informative(
        """caller says said say states stated reports reported report rang phoned called calls telephoned texted emailed e-mailed told tells asked asks
        wants request requested enquiry complaint complains informed advised noted logged closed close open opened recorded filed form letter
        order good gone arrival attended visit visited seen checked check done completed passed message left answer voicemail office duty log
        meeting met review appointment time today morning afternoon evening note minutes copy next week crime number words advice reply team
        worker staff address property flat house home road lane street farm village site park yard field garden outside near corner"""
    )
)
FRAME_KINDS = frozenset({"phone_call", "closure", "visit", "session", "complaint", "disclosure"})
PLACE_NAME = re.compile(
    r"\b(?:\d+[A-Za-z]? )?((?:[A-Z][\w'’]+ ){1,3}(?:Road|Rd|Street|St|Lane|Close|Avenue|Ave|Drive|Way|Terrace|Crescent|Gardens|Grove|Hill|Row|Square"
    r"|Mews|Green|Rise|Parade|Bank|Quay|Bridge|Park|Farm|Cottages?|Court|House|Place|Walk|View|Sands|Arms|Inn|School|Primary|Academy|Hall"
    r"|Centre|Field|Fields|Wood|Woods|Estate|Flats|Villas?|Buildings|Towers?|Point|Heights|Station|Market|Beach|Common|Moor|Brae|Wynd))\b"
)
# With whom somebody spoke, where a record begins with it.
PARTY = re.compile(
    r"^(?:(?:incoming|outgoing|phone|tel|telephone) )?(?:call|calls|t/c|tc|tel|e-?mail|text|message|spoke|rang|phoned)s? (?:from|with|to|received from|made to) "
    r"(?:the |a |our )?((?:[\w'’/&-]+ ?){1,3}?)(?= (?:on|re|about|for|to|who|at|regarding|saying|asking)\b|[,:.;(])"
)
# Of what appointment somebody stayed away: the words before it.
APPOINTMENT = re.compile(
    r"\b((?:[\w'-]+ ){1,2})(?:clinic|session|appointment|appt|review|scan|class|group|slot|check|booster|imms|jabs|test|bloods|lesson)s?\b"
)
ANY_APPOINTMENT = frozenset(
    """the a an her his my our your their this that next last first second third to for at of with in on by from and or as not did
    didn't attend attended attending brought bring was were is missed miss dna wnb dnad fta no show failed come came kept turn up
    morning today yesterday afternoon evening planned offered booked routine follow new another any monthly weekly initial again
    monday tuesday wednesday thursday friday saturday sunday am pm mum mother dad father child patient""".split()
)
# A report of a theft, and the words in which anybody else would tell of one.
STOLEN = re.compile(r"^[^|]{0,90}?\b(?:stolen|stole|theft of|took|taken from|robbed|burgled|broken into|snatched|nicked)\b")
TAKEN = re.compile(
    r"\b(?:stole|stolen|steal\w*|thefts?|thie\w+|robb\w+|took|taken|missing|burgl\w+|shoplift\w*|nick\w*|pinch\w*|grabb\w+|snatch\w*|swip\w+"
    r"|mugg\w+|lost|gone|crime\w*|broke\w* in\w*|break-?in|lifted|made off|half-?inched|twoc\w*)\b"
)
