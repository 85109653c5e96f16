"""One thing that both name, with a word for it in the one and a word against it in the other: "placement agreed", "placement turned down"."""

from __future__ import annotations

from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.phrases import Phrasebook, tokens_of
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import stem

SENTENCE_ENDS = frozenset(".;!?\n")

# Of what kind the word is, for and against: only words of one kind exclude each other.
KINDS = Phrasebook(
    {
        "decision+": "agreed; agree; agrees; approved; granted; accepted; authorised; allowed; supported; awarded; upheld; succeeded; successful; won; in force; !not agreed|approved|granted|accepted|authorised|allowed|supported|awarded|upheld|successful; !to be agreed|approved|granted; !if agreed|approved|granted; !agreed to be|that|by all",
        "decision-": "turned down; refused; declined; rejected; denied; adjourned; dismissed; unsuccessful; not agreed|approved|granted|accepted|authorised|allowed|supported|awarded|upheld|successful|pursued; did not agree|approve|grant|accept|authorise|allow|support|award; overturned; quashed; lost; collapsed; vetoed; nothing in force; withdrawn",
        "result+": "positive; confirmed; abnormal; guilty; present on; shows; showed; found; detected; !not positive|confirmed|guilty|found|detected; !found _2 nothing|no|negative|normal|clear; !shows|showed nothing|no|normal; !found not; !positive about|feedback|relationship|and",
        "result-": "negative; normal; clear; nothing found|seen|recovered|detected; not confirmed|guilty|found|detected; found _2 nothing; found not guilty; no trace|evidence|sign; unremarkable; ruled out; unfounded; acquitted; collapsed",
        "doing+": "completed; done; placed; inserted; went ahead; took place; carried out; delivered; fitted; installed; repaired; fixed; started; began; in place; attended; collected; paid; served; signed; !not completed|done|started|signed|paid|served|attended|collected|fitted|in; !to be completed|done|started|signed|fitted|carried; !not been; !being done; !never _1 done|started|completed|attended",
        "doing-": "cancelled; not completed|done|started|begun|signed|paid|served|attended|collected|fitted|repaired|in|happened; not been completed|done|started|signed|paid|served|fitted|delivered|repaired|circulated|carried; never done|started|completed|happened|came|fitted|delivered|took; not needed|required|necessary; failed to; did not happen|start|take|go|complete|attend|sign; has not started|begun|happened; postponed; abandoned; awaiting; awaited; waiting for; outstanding; still to be; yet to; missed",
        "staying+": "open; held open; kept; remains; remain; continues; continue; continuing; ongoing; maintained; extended; renewed; restored; !not continue*|remain*|kept; !no longer; !to remain _2 seen; !kept saying|asking|going",
        "staying-": "given away; closed; ended; ending; ceased; stopped; lost; withdrawn; removed; cancelled; terminated; discontinued; suspended; no longer; given up; finished; lapsed; expired; not continue|remain; !not closed|ended|stopped|lost|withdrawn|removed; !suspended sentence",
        "state+": "clean; tidy; good; safe; well; fine; warm; suitable; appropriate; satisfactory; adequate; improved; improving; better; strong; settled; happy; !not clean|tidy|good|safe|well|fine|warm|suitable|appropriate|satisfactory|adequate|improved; !as well; !well known; !good morning|afternoon",
        "state-": "dirty; filthy; poor; bad; unsafe; unwell; cold; unsuitable; inappropriate; unsatisfactory; inadequate; worse; deteriorat*; chaotic; unsettled; unhappy; dreadful; not clean|tidy|good|safe|well|fine|warm|suitable|appropriate|satisfactory|adequate|improved; a concern; concerning; !not bad|unsafe|worse; !bad news; !cold weather",
    }
)
RARE = 3.0
SHORTEST = 5
NEAR = 6  # words between the thing and the word for or against it


def by_polarity(between: Between) -> Difference | None:
    """A rare word of both that stands near a word for it in the one, and near one against it in the other."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    case = between.case
    mine, theirs = _about(first), _about(second)
    for thing in sorted(mine.keys() & theirs.keys()):
        here, there = mine[thing], theirs[thing]
        for side in sorted(here):
            other = side[:-1] + ("-" if side[-1] == "+" else "+")
            if other not in there or other in here or side in there:
                continue
            if case.rarity(stem(thing)) >= RARE and thing not in case.people.given and thing not in case.people.surnames:
                words = f"“{here[side]}” in {between.name(first)}, “{there[other]}” in {between.name(second)}"
                return between.told("outcome", f"Of one thing: {words}.", 0.6)
    return None


@once
def _about(facts: Facts) -> dict[str, dict[str, str]]:
    """For each longer word the kinds of words for or against it that stand near it in one sentence."""
    words = tokens_of(facts.words)
    found: dict[str, dict[str, str]] = {}
    ends = [at for at, word in enumerate(words) if word in SENTENCE_ENDS]
    for each in KINDS.matches(words):
        start = max((at + 1 for at in ends if at < each.first), default=0)
        end = min((at for at in ends if at >= each.last), default=len(words))
        beside = range(max(start, each.first - NEAR), min(end, each.last + NEAR))
        for at in beside:
            if not each.first <= at < each.last and len(words[at]) >= SHORTEST and words[at].isalpha():
                said = f"{words[at]} {' '.join(words[each.first : each.last])}"
                found.setdefault(shorten(words[at]), {}).setdefault(each.name, said)
    return found
