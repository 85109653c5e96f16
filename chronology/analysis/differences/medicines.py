"""Medicines: other doses of one, another medicine, begun by the one and ended by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.facts import Facts

NAMES = frozenset(
    """paracetamol ibuprofen aspirin codeine cocodamol tramadol morphine oramorph methadone buprenorphine subutex naltrexone naloxone fentanyl ketamine diazepam
    lorazepam temazepam midazolam clonazepam chlordiazepoxide zopiclone sertraline fluoxetine citalopram escitalopram paroxetine venlafaxine duloxetine mirtazapine
    amitriptyline trazodone quetiapine olanzapine risperidone aripiprazole clozapine haloperidol paliperidone zuclopenthixol lithium lamotrigine carbamazepine
    valproate levetiracetam keppra phenytoin topiramate clobazam phenobarbital methylphenidate ritalin concerta equasym lisdexamfetamine elvanse atomoxetine
    guanfacine melatonin promethazine propranolol clonidine pregabalin gabapentin baclofen insulin metformin salbutamol ventolin montelukast prednisolone
    hydrocortisone dexamethasone beclometasone clenil amoxicillin flucloxacillin penicillin erythromycin clarithromycin trimethoprim nitrofurantoin cefalexin
    coamoxiclav doxycycline aciclovir omeprazole lansoprazole gaviscon ranitidine domperidone movicol laxido lactulose senna cetirizine chlorphenamine piriton
    loratadine ferrous thiamine pabrinex disulfiram acamprosate levothyroxine warfarin enoxaparin epipen adrenaline permethrin antibiotics antidepressants
    antidepressant antipsychotic depot""".split()
)
NAME = "|".join(sorted(NAMES, key=len, reverse=True))
DOSE = re.compile(
    rf"\b(?P<name>{NAME})\b(?: (?:from|to|increased to|at|dose|of|up to|now|tablets?|liquid|daily|nightly|\d+ ?x)){{0,3}}:? ?(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>mg|mcg|micrograms?|g|ml|mls|units?|puffs?)\b"
)
DOSE_BEFORE = re.compile(
    rf"\b(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>mg|mcg|micrograms?|g|ml|mls|units?|puffs?) (?:of |x \d+ )?(?P<name>{NAME})\b"
)
BEGUN = re.compile(
    r"\b(?:start\w*|restart\w*|commenc\w*|began|begun|prescrib\w*|initiat\w*|increas\w*|given|continu\w*|issued|administer\w*|took|takes|taking|restarted|agreed to take)\b"
)
ENDED = re.compile(
    r"\b(?:stop\w*|ceas\w*|discontinu\w*|declin\w*|refus\w*|not (?:start\w*|prescrib\w*|given|taking|taken|tak\w+|commenc\w*|issued|administered|agreed)|withheld|wean\w* off|never (?:started|collected|taken|given)|no longer|came off|did not (?:take|start|want|give)|without)\b"
)


def by_medicine(between: Between) -> Difference | None:
    """Doses, and whether a medicine was begun or given."""
    first, second = between.first, between.second
    if any(NAMES.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    mine, theirs = _doses(first), _doses(second)
    for key in sorted(mine.keys() & theirs.keys()):
        if mine[key].isdisjoint(theirs[key]):
            name, unit = key
            here, there = (f"{min(values[key]):g} {unit}" for values in (mine, theirs))
            return between.told("number", f"{between.name(first)} has {name} {here}, {between.name(second)} {there}.", 0.7)
    for begun, ended in between.either_way():
        for name in sorted(NAMES & words_in(begun.words) & words_in(ended.words)):
            if _is(BEGUN, ENDED, begun, name) and _is(ENDED, None, ended, name):
                return between.told(
                    "outcome",
                    f"{between.name(begun)} has {name} begun or given, {between.name(ended)} that it was not, or ended.",
                    0.65,
                )
    return None


@once
def _doses(facts: Facts) -> dict[tuple[str, str], set[float]]:
    """What there is of each medicine, unless it was changed: then it has two doses and either may be meant."""
    found: dict[tuple[str, str], set[float]] = {}
    for sign in (DOSE, DOSE_BEFORE):
        for match in sign.finditer(facts.words):
            unit = match["unit"].removesuffix("s")
            found.setdefault((match["name"], unit), set()).add(float(match["amount"]))
    return found


def _is(sign: re.Pattern[str], against: re.Pattern[str] | None, facts: Facts, name: str) -> bool:
    for clause in CLAUSES.split(facts.words):
        if re.search(rf"\b{name}\b", clause):
            return bool(sign.search(clause)) and not (against and against.search(clause))
    return False


CLAUSES = re.compile(r"[.;]\s|\n")
