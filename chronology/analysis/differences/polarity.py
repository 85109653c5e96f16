"""One thing that both name, with a word for it in the one and a word against it in the other: "placement agreed", "placement turned down"."""

from __future__ import annotations

from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import minutes_apart
from chronology.analysis.vocabulary.body import PARTS
from chronology.analysis.vocabulary.denying import NEGATIONS, OF_PEOPLE, OPEN, PASSING, SMALL
from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS as SIGNS
from chronology.analysis.vocabulary.phrases import Phrasebook
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.vocabulary.thesaurus import EVERYDAY
from chronology.analysis.words import stem

# What goes on behind these is of something else: "no ticket and a coat".
CLAUSE_ENDS = SIGNS | frozenset("and but that which who while although whereas".split())
DENIED = frozenset({"no", "not", "never"})  # "stairs no better" are not better

# Of what kind the word is, for and against: only words of one kind exclude each other.
KINDS = Phrasebook(
    {
        "decision+": "agreed; agree; agrees; approved; granted; accepted; authorised; allowed; supported; awarded; upheld; succeeded; successful; won; in force; !not agreed|approved|granted|accepted|authorised|allowed|supported|awarded|upheld|successful; !to be agreed|approved|granted; !if agreed|approved|granted; !agreed to withdraw|end|stop|close|drop|cancel|remove|lift|cease|reduce; !agreed to be|that|by all",
        "decision-": "turned down; refused; declined; rejected; denied; adjourned; dismissed; unsuccessful; not agreed|approved|granted|accepted|authorised|allowed|supported|awarded|upheld|successful|pursued; did not agree|approve|grant|accept|authorise|allow|support|award; overturned; quashed; lost; collapsed; vetoed; nothing in force; withdrawn",
        "result+": "positive; confirmed; abnormal; guilty; present on; shows; showed; found; detected; !not positive|confirmed|guilty|found|detected; !found _2 nothing|no|negative|normal|clear; !shows|showed nothing|no|normal; !found not; !positive about|feedback|relationship|and",
        "result-": "negative; normal; clear; nothing found|seen|recovered|detected; not confirmed|guilty|found|detected; found _2 nothing; found not guilty; no trace|evidence|sign; unremarkable; ruled out; unfounded; acquitted; collapsed",
        "doing+": "completed; done; placed; inserted; went ahead; took place; carried out; delivered; fitted; installed; repaired; fixed; started; began; in place; attended; collected; paid; served; signed; !not completed|done|started|signed|paid|served|attended|collected|fitted|in; !to be completed|done|started|signed|fitted|carried; !not been; !being done; !never _1 done|started|completed|attended",
        "doing-": "cancelled; not completed|done|started|begun|signed|paid|served|attended|collected|fitted|repaired|in|happened; not been completed|done|started|signed|paid|served|fitted|delivered|repaired|circulated|carried; never done|started|completed|happened|came|fitted|delivered|took; not needed|required|necessary; failed to; did not happen|start|take|go|complete|attend|sign; has not started|begun|happened; postponed; abandoned; awaiting; awaited; waiting for; outstanding; still to be; yet to; missed",
        "staying+": "carries|carry|carried|goes|going on; still on|taking|having|using|open; go|goes|carry|carries|run on|for; for another; open; held open; kept; remains; remain; continues; continue; continuing; ongoing; maintained; extended; renewed; restored; !not continue*|remain*|kept; !no longer; !to remain _2 seen; !kept saying|asking|going",
        "staying-": "given away; comes|came|coming|brought|drawn to an|a end|close; closes; ends; stops; ceases; finishes; withdraws; closed; ended; ending; ceased; stopped; lost; withdrawn; removed; cancelled; terminated; discontinued; suspended; no longer; given up; finished; lapsed; expired; not continue|remain; !not closed|ended|stopped|lost|withdrawn|removed; !suspended sentence",
        "state+": "clean; tidy; good; safe; well; fine; warm; suitable; appropriate; satisfactory; adequate; improved; improving; better; strong; settled; happy; !not clean|tidy|good|safe|well|fine|warm|suitable|appropriate|satisfactory|adequate|improved; !as well; !well known; !good morning|afternoon",
        "state-": "dirty; filthy; poor; bad; unsafe; unwell; cold; unsuitable; inappropriate; unsatisfactory; inadequate; worse; deteriorat*; chaotic; unsettled; unhappy; dreadful; not clean|tidy|good|safe|well|fine|warm|suitable|appropriate|satisfactory|adequate|improved; a concern; concerning; !not bad|unsafe|worse; !bad news; !cold weather",
        "keeping+": "stays on; stay on; stays|stay|remain|remains|remained|kept|keep|keeps on|in|at; in place; continue*; reinstated; retained; !not stay|remain|keep|continue*; !no longer; !discontinu*",
        "keeping-": "removed; off; taken off|away|down|out; withdrawn; lifted; dropped; cancelled; came off; moved on; to move; ended; !to move in|back; !not removed|lifted|withdrawn|dropped|cancelled; !called|rang|set|put|cut|broke|fell|paid|sent off; !off school|work|the|sick",
        "more+": "increased; increase; increasing; raised; doubled; up to; stepped up; more often; longer; extended; put up; !not increased|raised|extended",
        "more-": "reduced; reduce; reducing; decreased; cut; cut down|back|to; halved; stepped down; less often; shorter; lowered; weaned; put down; tapered; !not reduced|decreased|cut; !cut his|her|himself|herself|on|to hand",
        "loose+": "loose; roaming; free; off lead; running; uncontrolled; escaped; untied; unmuzzled",
        "loose-": "tied; tied up; shut in|away|out; muzzled; chained; crated; caged; on a? lead; locked in|up|away; penned; secured",
        "fresh+": "fresh; new; recent; red; purple; dark; tender; acute; !new address|house|home|partner|school|worker|sw|social|baby|job|year",
        "fresh-": "old; healing; healed; yellow; yellowing; fading; faded; brown; greenish; scarred; resolving; chronic; !years|months|weeks|days old; !year|month|week|day old",
        "working+": "working; in working order; charged; functioning; switched on; fixed; mended; connected; turned on; !not working|fixed|charged|connected",
        "working-": "broken; not working; faulty; smashed; out of order; switched off; disconnected; cut off; turned off; not fixed|charged|connected",
        "known+": "named; identified; known; given; confirmed; recorded; disclosed; !not named|known|identified|given|recorded|disclosed; !well known; !known to",
        "known-": "unknown; not named|known|identified|given|recorded|disclosed; unidentified; refused to name|give|say; would not name|give|say; unsure who; withheld",
        "true+": "true; happened; admits; admitted; accepts; accepted; stands by; confirmed; owned; !not true|admit*|accept*; !admitted to hospital|ward",
        "true-": "false; made up; lied; lying; invented; retracted; untrue; not true; denies; denied; denying; withdrew; mistaken; never happened; not admit*|accept*",
        "wanted+": "keen; wants; wanted; happy; asked for; looking forward; willing; pleased; agreeable; eager; likes; loves; enjoys; enjoyed; !not keen|want*|happy|willing|like*|enjoy*; !if wanted",
        "wanted-": "refused; refuses; refusing; reluctant; not keen|wanted|want|happy|willing|like|enjoy; unwilling; does|did|do not want; against; declined; declines; hates; hated; opposed; adamant; dreads",
        "having+": "had his|her|their; has his|her|their|a|an; with his|her|their; brought; carrying; wearing; holding; in his|her bag|pocket|hand; using; fitted with; !not have|had|brought|wearing|using|carrying; !brought by|in|to|up|home|back; !had his|her _1 removed|taken",
        "having-": "without; no; !no one; forgot; forgotten; left at home; ran out of; run out of; missing; lost; not have|had|brought|wearing|using|carrying; lacks; lacking; never had; mislaid",
        "giving+": "given; gave; administered; taken; took; had; received; applied; !not given|administered|taken|had|received|applied; !given up; !taken to|by|from|into|off|away; !took him|her|them|place; !had not|been|no|a|to",
        "giving-": "not given|administered|taken|had|received|applied|been; omitted; missed; withheld; forgotten; refused; spat out; vomited; skipped; none given; never given",
        "giving back+": "returned; given back; gave back; handed back; hand|hands|give|gives back; to return; to be? returned; surrender*; restored; !not returned; !returned home|to|from",
        "giving back-": "kept; keeps; to keep; may|can|could keep; hold on to; stolen; not returned; never returned; sold; withheld; !kept saying|in|at|on|away",
    }
)
RARE = 3.0
SHORTEST = 3
NEAR = 6  # words between the thing and the word for or against it

NO_THING = (
    PASSING
    | SMALL
    | NEGATIONS
    | OPEN
    | EVERYDAY
    | OF_PEOPLE
    | frozenset(
        "court courts out off over away down all who whose whom which what where when why how than then also because since being itself due via per etc its our your extra additional".split()
    )
)
OF_INJURIES = frozenset({"fresh+", "fresh-"})
# What may be so on one day and otherwise on the next.
PASSING_STATES = OF_INJURIES | {
    f"{kind}{sign}" for kind in ("state", "loose", "working", "wanted", "having", "giving") for sign in "+-"
}
OF_BELONGINGS = frozenset({"having+", "having-"})  # "without her glasses"; nobody has or lacks an arm so
BODY = frozenset(shorten(part) for part in PARTS)
GOVERNS = frozenset("no without with had has lacks lacking brought carrying wearing holding using".split())
INJURIES = frozenset(
    shorten(word)
    for word in "bruise bruises bruising mark marks injury injuries burn wound wounds scar scars fracture fractures scratch swelling lesion".split()
)


def by_polarity(between: Between) -> Difference | None:
    """A rare word of both that stands near a word for it in the one, and near one against it in the other."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    case = between.case
    mine = _about(first)
    theirs = _about(second) if mine else {}
    for thing in sorted(mine.keys() & theirs.keys()):
        here, there = mine[thing], theirs[thing]
        for side in sorted(here):
            other = side[:-1] + ("-" if side[-1] == "+" else "+")
            if other not in there or other in here or side in there or (side in PASSING_STATES and _at_other_times(between)):
                continue
            if (side in OF_INJURIES and thing not in INJURIES) or (
                side in OF_BELONGINGS and (thing in BODY or here[side].split(" ")[0].endswith("ed"))
            ):
                continue
            if case.rarity(stem(thing)) >= RARE and not is_name(case, thing):
                words = f"“{here[side]}” in {between.name(first)}, “{there[other]}” in {between.name(second)}"
                return between.told("outcome", f"Of one thing: {words}.", 0.6)
    return None


def _at_other_times(between: Between) -> bool:
    """Whether the two are of two days, or an hour or more apart on one."""
    first, second = between.first, between.second
    if first.start != second.start or first.minute is None or second.minute is None:
        return first.start != second.start
    return minutes_apart(first.minute, second.minute) >= between.thresholds.time_minutes


@once
def _about(facts: Facts) -> dict[str, dict[str, str]]:
    """For each longer word the kinds of words for or against it that stand near it in one clause."""
    words, matches = KINDS.in_text(facts.words)
    found: dict[str, dict[str, str]] = {}
    ends = [at for at, word in enumerate(words) if word in CLAUSE_ENDS]
    for each in matches:
        if each.first and words[each.first - 1] in DENIED:
            continue
        start = max((at + 1 for at in ends if at < each.first), default=0)
        end = min((at for at in ends if at >= each.last), default=len(words))
        beside = range(max(start, each.first - NEAR), min(end, each.last + NEAR))
        for at in beside:
            if at < each.first and each.name in OF_BELONGINGS and words[each.first] in GOVERNS:
                continue  # "front seat, no belt": it is the belt that is not there
            if (
                not each.first <= at < each.last
                and len(words[at]) >= SHORTEST
                and words[at].isalpha()
                and words[at] not in NO_THING
            ):
                said = f"{words[at]} {' '.join(words[each.first : each.last])}"
                found.setdefault(shorten(words[at]), {}).setdefault(each.name, said)
    return found


def is_name(case: Case, word: str) -> bool:
    """Whether a word without its ending is somebody's name."""
    people = case.people
    return any(word == shorten(name) for names in (people.given, people.surnames) for name in names)
