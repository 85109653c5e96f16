"""Words by which a record denies, refuses, or leaves open what it names, and how far behind them that reaches."""

from __future__ import annotations

from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS as SIGNS
from chronology.analysis.vocabulary.stems import shorten

NEGATIONS = frozenset(
    """not no never without nil neither nor isn't wasn't weren't didn't doesn't don't hasn't haven't hadn't couldn't wouldn't won't can't cannot
    nobody none nothing""".split()
)
REFUSALS = frozenset("refused refuses refusing declined declines unwilling failed unable cancelled".split())
# Behind these nothing is said to be so.
OPEN = frozenset(
    """if whether may might could should would will to possible query risk consider considering considered need needs needed awaiting plan
    until unless than likelier rather refused refuses declined declines unable failed denied denies denying re regarding about concern concerns concerned worry for advised
    advice discuss discussed history previous previously avoid prevent policy ask asked asks request requested suspected usually normally
    offer offers offered offering available suggested proposed recommended invited promised hoped hopes hoping wish wishes wished
    thoughts thought thinking fear fears feared afraid threat threats threatened""".split()
)
# Nor where a thing is said to be away, spoilt or over.
SPOILT = frozenset(
    """broken off cut out disconnected missing removed stopped lost needed required excluded ruled absent negative unlikely lacking clear free empty
    unavailable to await poor poorly little hardly barely lack ends ended end stopping withdrawn dropped closed capped back interrupted suspended deferred postponed paused delayed shelved lapsed expired
    gone dead dying died bust faulty leaking condemned""".split()
)
# "The boiler went yesterday": it is no more. "Went to clinic" says nothing of the kind.
WENT = "went"
BEHIND_WENT = frozenset(". ; ! ? yesterday today overnight again off wrong down and".split()) | {""}
DOUBTS = OPEN | SPOILT
# Behind a thing these say that it is still lacking: "a door chain advised".
WANTING = frozenset("advised recommended suggested proposed offered needs needed required requested awaited outstanding".split())
SMALL = frozenset(
    """a an the any of been be being is was are were have has had do did does yet by in on at with from his her their this that it he she they and or
    but so as further obvious visible signs sign evidence apparent current actually currently fully""".split()
)
# A denial reaches no further than to these: "not back since Friday" denies no Friday.
STOPS = frozenset(
    """in at on to from for with since after before of by though because as when and or until about into over under than that which who during re
    if unless so like via""".split()
)
# Behind these it is the thing itself that is denied: "has not made a referral".
LIGHT = frozenset(
    """make made take took taken give gave given get got have had has receive received do did done any a an the been be being was were is are his her
    their its""".split()
)
# Of a thing that is qualified only the quality is denied: "no clear account", "no further action".
QUALITIES = frozenset(
    """clear further working other new more formal specific significant real full proper serious immediate current known such onward adult longer
    more else""".split()
)
# What is denied in passing.
PASSING = frozenset(
    shorten(word)
    for word in """since back told tell said say saying written write letter report reported followed following follow until again quite very really always
    even ever only enough able come came going gone went return returned returns returning want wanted wants know known knew think thought sure clear well good best right wrong much many more
    less least long later longer sooner other others another three four five six seven eight nine ten twelve able available reason reply answer response need
    needed needs required doubt problem problems issue issues idea matter change changes difference new early late today yesterday tonight tomorrow week month
    year time times number numbers point risk role place one two sleeping sleep collected adult adults school nursery trailer house home person people
    concern concerns worried worry help support further action possible involved involvement working work talk talking speak spoken speaking discuss discussed mention
    mentioned raise raised share shared notice noticed set allow allowed accept accepted agree agreed like liked love loved like used using happy keen willing
    forthcoming obvious longer yet cause caused let letting give given gave make made take taken took open""".split()
)
DENIED_IN_PASSING = PASSING | {
    shorten(word)
    for word in """said told tells day days night nights weeks months years morning afternoon evening house flat monday tuesday wednesday
    thursday friday saturday sunday action disclosed disclosure disclosures""".split()
}
CLAUSE_ENDS = SIGNS | frozenset("but although while whereas".split())
WITHIN_NO = 3  # words that "no" may deny: "no child protection medical"
WITHIN = 1
# "Decided not to ask for a survey": what was decided against is denied, up to three words of it.
DECIDED = frozenset("decided agreed chose chosen opted resolved decision".split())
ASKING = frozenset("ask apply go proceed press call".split())
NOT_TO = "not to"
IN_DOUBT = 4  # words behind a word of doubt of which nothing is said
BESIDE = 2  # words up to the one that denies what stands before it
# With one of these a clause says when or whether, not that: "no discharge without a meeting", "not before she signs".
ON_TERMS = frozenset("if unless until till whether".split())
BESIDE_A_DENIAL = ON_TERMS | frozenset("without except before apart".split())
# "No key is no reason" and "no key isn't a reason": what is denied twice in a clause is not denied.
VERBS_DENIED = frozenset("not isn't wasn't aren't weren't don't doesn't didn't won't cannot can't couldn't".split())
# Of another time than the one of which it is denied.
OTHER_TIME = frozenset(
    "again now later afterwards since previously history past next tomorrow future yet still initially currently".split()
)
AT_THE_END = "after"  # "moving after"
# Where or of what the denial is made; all of the home is no other place.
WITHIN_A_PLACE = frozenset("in at on to from with for of about".split())
ANYWHERE = frozenset(
    "any all time house home flat property premises address kind sort this that these scene moment point".split()
)
TO_BE = frozenset({"to", "will"})
OVER = {"nothing": ("on", "about", "re"), "none": ("of",)}  # "nothing on the brother", "none of the syrup"
ASKED_FOR = frozenset({"for", "request", "ask"})  # "to request a scan" is to have one
OF_PEOPLE = frozenset("child children baby babies infant boy boys girl girls siblings toddler kids twins triplets".split())
SHALL = frozenset({"shall", "will", "should"})  # "we shall not give it"
# What is not to be done, however it is put.
NO_NEED = tuple(
    tuple(f"{how} {to}".split())
    for how, behind in {
        **dict.fromkeys(("no need", "no call", "no requirement", "no necessity", "no grounds", "no reason", "no case"), "to for"),
        **dict.fromkeys(("not necessary", "not needed", "not required", "not need", "no longer need", "unnecessary"), "to for"),
        "need": "not",
    }.items()
    for to in behind.split()
)
WITHOUT_NEED = frozenset({"not", "no", "unnecessary"})
NONE_OF = frozenset({"no", "without", "nil"})
DENYING = NEGATIONS | REFUSALS | {NOT_TO}
GO_ON = REFUSALS | {NOT_TO}  # a denial that reaches over "to"
