"""Where somebody says that he himself was when it happened: out, asleep, in another room, beside the child."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, once_in_case, quoted
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.words import fold

PLACE = (
    r"(?:shops?|supermarket|work|pub|gym|station|takeaway|chip shop|garage|bookies|bingo|match|club|party|mosque|church|school|college|course|job ?centre|chemist|"
    r"pharmacy|doctors?|surgery|bank|market|allotment|yard|field|fields|byre|barn|farm|lambing|milking|laundrette|launderette|park|town|road|friend'?s|mate'?s|sister'?s|brother'?s|mother'?s|mum'?s|cousin'?s|neighbour'?s)"
)
THE = r"(?:the |a |an |his |her |their |some )?(?:\w+ )?"
WHERE = {
    "out": re.compile(
        r"\b(?:was|were|had been|been|being|is|i'd been) (?:out|away|abroad|elsewhere|next door)\b(?! of (?:breath|sorts|his|her|it|order)| for the count)"
        rf"|\b(?:was|were|had been|been) (?:at|in|over at|down at|down|up at|up) {THE}{PLACE}\b|\b(?:gone|went|had gone|popped|nipped|stepped|driven|walked|ran|run|slipped) (?:out|round|over|off|down|up|(?:\w+ )?to {THE}{PLACE}|next door|for {THE}(?:milk|food|fags|cigarettes|bread|nappies|petrol|takeaway|walk|run|smoke))\b"
        r"|\bnot (?:been )?(?:there|at home|in(?:doors)?(?= (?:when|at the time))|in (?:the )?(?:house|flat|property|caravan))\b|\b(?:came|got|come|returned|arrived|walked) (?:back|home|in)(?: \w+){0,3} (?:to find|and found|to see|and saw|to be told|to hear)\b"
        r"|\bleft (?:him|her|them|the (?:baby|child|children|boys?|girls?|twins)) (?:alone )?with\b|\bon (?:an? |the |his |her )?(?:night |late |early |day )?(?:shift|nights|days)\b|\bworking (?:late|nights|away|a (?:late|night|double))\b"
    ),
    "asleep": re.compile(
        r"\b(?:was|were|been|fast|sound|fell|fallen|dead|lay) asleep\b|^asleep\b|\basleep (?:in|on)\b|\bdo(?:zed|zing)\b|\bnodded off\b|\bdropped off in\b|\bsleeping (?:in|on|off|it)\b|\b(?:was|were|been|gone|went|stayed) (?:to|in) bed\b|\bhaving a (?:nap|lie down|lie in)\b"
        r"|\b(?:he|she|i) (?:woke|awoke|was woken|was awoken|had been woken)\b(?! (?:him|her|them|the))|\bwoken by\b|\bwoke (?:up )?(?:when|as|to|at|and|with|choking|coughing)\b"
    ),
    "elsewhere in the home": re.compile(
        r"\b(?:was|were|been|gone|went) (?:just )?(?:upstairs|downstairs|outside|in (?:the |his |her )?(?:\w+ )?(?:kitchen|garden|shower|bath|bathroom|toilet|loo|hall|hallway|landing|living room|lounge|front room|next room|other room|another room|room next door|utility|attic|cellar|shed|bedroom))\b"
        r"|\b(?:washing up|hanging (?:out )?(?:the |some )?washing|doing the (?:dishes|washing|ironing|hoovering)|cooking|making (?:the |a |some )?(?:tea|dinner|lunch|breakfast|supper|toast|brew)|watching (?:the )?(?:telly|tv|television|football|match)|on the (?:phone|toilet|loo|computer|xbox|playstation))\b"
    ),
    "with the child": re.compile(
        r"\b(?:doing|bathing|feeding|holding|carrying|changing|dressing|winding|burping|lifting|washing|cuddling|rocking|nursing|playing with|looking after|minding|watching|giving|pushing|reading to|sat (?:with|next to|beside)|sitting (?:with|next to|beside)) "
        r"(?:\w+ )?(?:him|her|them|the (?:baby|babies|twins|child|children|boys?|girls?|kids|bath|feed|bottle))\b"
        r"|\b(?:alone|by (?:my|him|her)self|on (?:my|his|her) own) with (?:him|her|them|the (?:baby|child|children|boys?|girls?|twins))\b|\bin (?:my|his|her) (?:own )?arms\b"
        r"|\b(?:saw|watched) (?:him|her|it|them) (?:fall|go|happen|slip|stop|roll|drop)\b|\bin the (?:same )?room (?:when|as)\b|\b(?:there|present|with (?:him|her|them)) when it happened\b|\bright (?:beside|next to) (?:him|her|them)\b"
    ),
}
# Whoever was elsewhere in the home may have been there for the child as well; out and asleep are neither.
FAR = frozenset({"out", "asleep"})
TELLING = re.compile(
    r"\b(?:said|says|told|tells|states?|stated|claim\w*|explain\w*|maintain\w*|insist\w*|account|according|report(?:s|ed)|describ\w*|swears?|swore|admit(?:s|ted) (?!to (?:the )?(?:hospital|ward))|definite|certain|adamant|history|gave)\b"
    r"|\bto (?:the )?(?:[\w'-]+ ){1,3}?[\w'-]*:|^(?:[\w'-]+ ){0,3}[\w'-]+:(?!\d)"
)


def by_teller(between: Between) -> Difference | None:
    """Where one person says that he was: out by what he told the one, asleep by what he told the other."""
    case = between.case
    mine, theirs = _told(case, between.first), _told(case, between.second)
    for who, here in mine.items():
        for another, there in theirs.items():
            if not may_be_one(case, who, another) or not here.isdisjoint(there) or not (here | there) & FAR:
                continue
            places = min(here), min(there)
            signs = [quoted(WHERE[place], facts) for place, facts in zip(places, (between.first, between.second), strict=True)]
            return between.told("account", f"They differ on where the one who tells it was: “{signs[0]}” and “{signs[1]}”.", 0.65)
    return None


@once
def _may_tell(facts: Facts) -> bool:
    return any(sign.search(facts.words) for sign in WHERE.values())


@once_in_case
def _told(case: Case, facts: Facts) -> dict[str, frozenset[str]]:
    """Of each who tells it himself, where by that he was."""
    found: dict[str, frozenset[str]] = {}
    if not _may_tell(facts):
        return found
    for written in facts.sentences_as_written:
        sentence = in_full(fold(written))
        match = TELLING.search(sentence)
        who = _teller(case, written, sentence[: match.start()], match.group()) if match else ""
        if match is None or not who:
            continue
        rest = OF_ANOTHER.sub(" ", sentence if HE_SAID.search(sentence) else sentence[match.end() :])
        places = {name for name, sign in WHERE.items() if sign.search(rest)}
        if places:
            found[who] = found.get(who, frozenset()) | places
    return found


# What is told of somebody else: "the boy was asleep in his cot", "he put her down asleep", "and his brother was bathing them".
OF_ANOTHER = re.compile(
    r"\b(?:the )?(?:baby|child|children|boys?|girls?|kids|twins|lad|son|daughter|everyone|everybody|others?|all) (?:\w+ ){0,2}?(?:asleep|sleeping|in bed|woke|out|away|upstairs|downstairs)\b|\bput (?:him|her|them|\w+) (?:down|to (?:bed|sleep)|in)\b[^,.;]*"
    r"|\b(?:and|while|as|but) (?:his|her|their|my) (?:mother|mum|mam|father|dad|nan|gran|grandmother|grandad|grandfather|brother|sister|aunt|uncle|cousin|partner|wife|husband|boyfriend|girlfriend|friend|mate) (?:was|were|had)\b[^,.;]*"
)


# Where the telling stands behind what is told, or within it.
HE_SAID = re.compile(
    r", (?:so )?(?:he|she|they|mum|dad|mother|father) (?:said|says|told|states?|stated|claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed))\b"
)


def _teller(case: Case, written: str, before: str, telling: str) -> str:
    """Who of the family it is that tells it: a role or a name, before the telling or within it."""
    words = re.findall(r"[a-z']+", before) or re.findall(r"[a-z']+", telling)
    roles = [ROLES[word] for word in words if ROLES.get(word) in OF_THE_FAMILY]
    if roles:
        return roles[0]
    for person in case.people.named_in(written):
        named = any(word in words for word in person.split())
        if named and person not in case.people.professionals and person not in case.people.children:
            return f"={person}"
    return ""
