"""Medicines: other doses of one, another medicine, begun by the one and ended by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says, words_in
from chronology.analysis.differences.counting import COUNTS
from chronology.analysis.facts import Facts

ENDINGS = "imus|porin|pril|sartan|olol|statin|azole|cillin|mycin|profen|zepam|zolam|xetine|idone|apine|etam|gabalin|formin|solone|phenidate|terol|prazole|triptyline|mol|prine"
NAMES = frozenset(
    """paracetamol ibuprofen aspirin codeine cocodamol tramadol morphine oramorph methadone buprenorphine subutex naltrexone naloxone fentanyl ketamine diazepam
    lorazepam temazepam midazolam clonazepam chlordiazepoxide zopiclone sertraline fluoxetine citalopram escitalopram paroxetine venlafaxine duloxetine mirtazapine
    amitriptyline trazodone quetiapine olanzapine risperidone aripiprazole clozapine haloperidol paliperidone zuclopenthixol lithium lamotrigine carbamazepine
    valproate levetiracetam keppra phenytoin topiramate clobazam phenobarbital methylphenidate ritalin concerta equasym lisdexamfetamine elvanse atomoxetine
    guanfacine melatonin promethazine propranolol clonidine pregabalin gabapentin baclofen insulin metformin salbutamol ventolin montelukast prednisolone
    hydrocortisone dexamethasone beclometasone clenil amoxicillin flucloxacillin penicillin erythromycin clarithromycin trimethoprim nitrofurantoin cefalexin
    coamoxiclav doxycycline aciclovir omeprazole lansoprazole gaviscon ranitidine domperidone movicol laxido lactulose senna cetirizine chlorphenamine piriton
    loratadine ferrous thiamine pabrinex disulfiram acamprosate levothyroxine warfarin enoxaparin epipen adrenaline permethrin antibiotics antidepressants
    antidepressant antipsychotic depot pred dex levemir novorapid lantus humalog tresiba glargine""".split()
)
# A medicine by its name, or by how names of medicines end.
MEDICINE = re.compile(rf"(?:{'|'.join(sorted(NAMES))}|[a-z]+(?:{ENDINGS}|codeine|[ao]dol|orphine))")
NAME = "|".join(sorted(NAMES, key=len, reverse=True))
# A medicine is whatever stands before a dose; of words that say how it is given none is its name.
UNIT = r"(?:mg|mcg|milligrams?|micrograms?|g|grams?|ml|mls|units?|puffs?)"
BY_THE_WAY = (
    r"(?:is|are|was|now|then|change[ds]?|increase[ds]?|reduced?|lowered|raised|put|up|down|to|at|dose|doses|of|tablets?|liquid|daily|nightly|dropped|start(?:s|ed|ing)?|go|goes"
    r"|should|be|the|continues?|remains?|stays?|on|prescribed|currently|twice|once|bd|od|tds|each|night|morning|mane|nocte|level|about|prn|script|\d+ ?x)"
)
NO_MEDICINE = frozenset(
    """is are was now then change changed changes increase increased increases reduce reduced lowered raised dose doses tablet tablets liquid daily nightly dropped start
    starts started starting goes should continue continues remain remains stay stays prescribed currently twice once night morning nocte level about
    script given giving gave takes taking taken drank drink had feed feeds feeding fluid fluids water milk bottle weighed weight wanted between
    another least only nearly over under""".split()
)
AMOUNT = rf"(?P<amount>\d+(?:\.\d+)?|{'|'.join(COUNTS)}) ?(?P<unit>{UNIT})\b"
DOSE = re.compile(
    rf"\b(?P<name>[a-z]{{4,}})(?: {BY_THE_WAY}){{0,5}}?:?(?: (?:from )?\d+(?:\.\d+)? ?{UNIT}?(?: {BY_THE_WAY}){{0,3}}? (?:up |down |on )?to)? {AMOUNT}(?P<often>(?: [a-z/]+){{0,3}})"
)
DOSE_BEFORE = re.compile(rf"(?<![\d./]){AMOUNT} (?:of |x \d+ )?(?P<name>[a-z]{{4,}})\b(?P<often>(?: [a-z/]+){{0,3}})")
TIMES_A_DAY = {"bd": 2, "twice": 2, "two times": 2, "tds": 3, "tid": 3, "three times": 3, "qds": 4, "four times": 4}
DOSED = re.compile(rf"(?:\d|\b(?:{'|'.join(COUNTS)})) ?{UNIT}\b")
BEGUN = re.compile(
    r"\b(?:start\w*|restart\w*|commenc\w*|began|begun|prescrib\w*|initiat\w*|increas\w*|given|continu\w*|issued|administer\w*|took|takes|taking|restarted|agreed to take)\b"
)
ENDED = re.compile(
    r"\b(?:stop\w*|ceas\w*|discontinu\w*|declin\w*|refus\w*|not (?:start\w*|prescrib\w*|given|taking|taken|tak\w+|commenc\w*|issued|administered|agreed)|withheld|wean\w* off|never (?:started|collected|taken|given)|no longer|came off|did not (?:take|start|want|give)|without)\b"
)


def by_medicine(between: Between) -> Difference | None:
    """Doses, and whether a medicine was begun or given."""
    first, second = between.first, between.second
    mine, theirs = _doses(first), _doses(second)
    for key in sorted(mine.keys() & theirs.keys()):
        if not any(_is_one(here, there) for here in mine[key] for there in theirs[key]) and not is_several(
            between, *({amount for amount, _ in doses[key]} for doses in (mine, theirs))
        ):
            name, unit = key
            here, there = (f"{min(values[key])[0]:g} {unit}" for values in (mine, theirs))
            return between.told("number", f"{between.name(first)} has {name} {here}, {between.name(second)} {there}.", 0.7)
    if any(NAMES.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    for begun, ended in between.either_way():
        for name in sorted(NAMES & words_in(begun.words) & words_in(ended.words)):
            if _is(BEGUN, ENDED, begun, name) and _is(ENDED, None, ended, name):
                return between.told(
                    "outcome",
                    f"{between.name(begun)} has {name} begun or given, {between.name(ended)} that it was not, or ended.",
                    0.65,
                )
    return None


def of_one_dose(between: Between) -> bool:
    """Whether both have a medicine with one dose."""
    mine, theirs = _doses(between.first), _doses(between.second)
    return any(_is_one(here, there) for key in mine.keys() & theirs.keys() for here in mine[key] for there in theirs[key])


def is_several(between: Between, mine: set[float], theirs: set[float]) -> bool:
    """Whether the one has of a dose so many as together are the other's: "4 of 5 mg" and 20 mg."""
    for facts, each, whole in ((between.first, mine, theirs), (between.second, theirs, mine)):
        many = {COUNTS.get(word) or float(word) for found in MANY.findall(facts.words) for word in found if word}
        if any(how_many * amount in whole for how_many in many for amount in each):
            return True
    return False


NUMBER = rf"(\d{{1,2}}|{'|'.join(COUNTS)})"
MANY = re.compile(rf"\b{NUMBER} (?:x |tablets? of |of )?(?:[a-z]+ )?(?:of )?\d+(?:\.\d+)? ?{UNIT}\b|\d ?{UNIT} x ?{NUMBER}\b")


def of_two_medicines(between: Between, unit: str) -> bool:
    """Whether each gives in this unit what the one has of one medicine and the other of another."""
    mine, theirs = ({name for name, measured in _doses(each) if measured == unit} for each in (between.first, between.second))
    named = all(any(MEDICINE.fullmatch(name) for name in each) for each in (mine, theirs))
    return named and mine.isdisjoint(theirs)


def _is_one(here: tuple[float, int], there: tuple[float, int]) -> bool:
    """Whether two doses are one, also as what is taken each time and what that makes in a day."""
    return here[0] == there[0] or (here[1] != there[1] and here[0] * here[1] == there[0] * there[1])


@once
def _doses(facts: Facts) -> dict[tuple[str, str], set[tuple[float, int]]]:
    """What there is of each medicine and how often in a day; of one that was changed, what it was changed to."""
    found: dict[tuple[str, str], set[tuple[float, int]]] = {}
    if not says(DOSED, facts):
        return found
    for sign in (DOSE, DOSE_BEFORE):
        for match in sign.finditer(facts.words):
            if match["name"] in NO_MEDICINE:
                continue
            unit, factor = SAME_UNIT.get(match["unit"].removesuffix("s"), (match["unit"].removesuffix("s"), 1.0))
            amount = COUNTS.get(match["amount"]) or float(match["amount"])
            often = next((number for word, number in TIMES_A_DAY.items() if f" {word} " in f"{match['often']} "), 1)
            found.setdefault((match["name"], unit), set()).add((amount * factor, often))
    return found


SAME_UNIT = {"g": ("mg", 1000.0), "gram": ("mg", 1000.0), "milligram": ("mg", 1.0), "microgram": ("mcg", 1.0), "ml": ("ml", 1.0)}


def _is(sign: re.Pattern[str], against: re.Pattern[str] | None, facts: Facts, name: str) -> bool:
    for clause in CLAUSES.split(facts.words):
        if re.search(rf"\b{name}\b", clause):
            return bool(sign.search(clause)) and not (against and against.search(clause))
    return False


CLAUSES = re.compile(r"[.;]\s|\n")
