"""Short forms that people of the field write, and what they are short for."""

from __future__ import annotations

SHORT_FOR: dict[str, str] = {
    "grp": "group", "mtg": "meeting", "mtgs": "meetings", "conf": "conference", "appt": "appointment", "appts": "appointments",
    "appt's": "appointments", "dec'd": "deceased", "ptnr": "partner", "i/v": "interview", "jt": "joint", "b/room": "bedroom",
    "ltr": "letter", "addr": "address", "sibs": "siblings", "#": "fracture", "hx": "history", "rx": "prescription",
    "pt": "patient", "f/u": "follow up", "d/w": "discussed with", "s/w": "spoke with", "r/v": "review", "h/v": "home visit",
    "u/a": "unannounced", "n/r": "no reply", "v/m": "voicemail", "b/f": "boyfriend", "bf": "boyfriend", "g/f": "girlfriend",
    "adv": "advised", "info": "information", "dept": "department", "hosp": "hospital", "obs": "observations",
    "approx": "approximately", "poss": "possible", "ref'd": "referred", "rec'd": "received", "recd": "received",
    "rcvd": "received", "disch": "discharged", "d/c": "discharged", "admtd": "admitted", "asst": "assessment",
    "ax": "assessment", "assmt": "assessment", "yo": "year old", "y/o": "year old", "wks": "weeks", "mths": "months",
    "yrs": "years", "hrs": "hours", "mins": "minutes", "o/d": "overdose", "o/n": "overnight", "w/e": "weekend",
    "tel'd": "telephoned", "t/c": "telephone call", "p/c": "phone call", "t/call": "telephone call", "c/o": "complained of",
    "m/c": "miscarriage", "sec": "section", "s.47": "section 47", "s.17": "section 17", "s.20": "section 20",
    "s.46": "section 46", "s.136": "section 136", "soc": "social", "svcs": "services", "paed": "paediatric",
    "paeds": "paediatric", "docs": "documents", "temp": "temporary", "accom": "accommodation", "susp": "suspected",
    "neg": "negative", "pos": "positive", "fri": "friday", "thurs": "thursday", "thur": "thursday", "weds": "wednesday",
    "tues": "tuesday", "tue": "tuesday", "w'end": "weekend", "pm'd": "messaged", "cttee": "committee", "ofc": "office",
    "mgr": "manager", "supvn": "supervision", "vol": "voluntary", "cust": "custody", "mag": "magistrates",
    "mags": "magistrates", "veh": "vehicle", "susps": "suspects", "inj": "injury", "injs": "injuries", "bldg": "building",
    "nbr": "neighbour", "grandma": "grandmother", "gma": "grandmother", "gran": "grandmother", "nrml": "normal",
    "incl": "including", "gtube": "gastrostomy", "conv": "conversation", "wt": "weight",
    "ht": "height", "assd": "assessed", "vacc": "vaccination", "vaccs": "vaccinations", "sx": "symptoms",
    "sob": "short of breath", "exac": "exacerbation", "yday": "yesterday", "ystday": "yesterday", "yest": "yesterday",
    "y'day": "yesterday", "2day": "today", "2moro": "tomorrow", "tmrw": "tomorrow", "lscs": "caesarean", "nok": "next of kin", "o/e": "on examination",
    "eve": "evening", "evng": "evening", "a/n": "antenatal", "p/n": "postnatal", "sch": "school", "attd": "attended", "arr": "arrested",
    "arr'd": "arrested", "stmt": "statement", "intel": "intelligence", "crim": "criminal", "dam": "damage", "u/i": "under the influence",
    "svc": "service", "w/": "with", "tfr": "transfer", "trf": "transferred", "prev": "previous", "abx": "antibiotics", "cxr": "chest x ray",
    "xr": "x ray", "xray": "x ray", "bro": "brother", "vic": "victim", "occ": "occupant", "clt": "client", "dx'd": "diagnosed", "subst": "substance",
    "conc": "concern", "concs": "concerns", "safeg": "safeguarding", "s/g": "safeguarding", "d/v": "domestic violence", "d/a": "domestic abuse",
"p/w": "per week", "p/m": "per month", "n/k": "not known", "nk": "not known", "n/a": "not applicable",
    "g/ma": "grandmother", "g/mother": "grandmother", "g/parents": "grandparents", "m/w": "midwife", "s/worker": "social worker",
    "h/visitor": "health visitor", "sgt": "sergeant", "insp": "inspector", "pd": "paid", "rtn": "return", "rtnd": "returned", "rpt": "report",
    "rptd": "reported", "reqd": "required", "req": "request",
    "tx": "treatment", "ix": "investigations", "dx": "diagnosis", "fx": "fracture", "msg": "message", "aa": "appropriate adult", "edd": "due date",
}  # fmt: skip
EDGES = ".,;:!?()\"'"


def in_full(folded: str) -> str:
    """A folded text with what is written short written out."""
    if SHORT_FOR.keys().isdisjoint(found := folded.split(" ")):
        bare = {word.strip(EDGES) for word in found if not word.isalnum()}
        if SHORT_FOR.keys().isdisjoint(bare):
            return folded
    return " ".join(_word_in_full(word) for word in found)


def _word_in_full(word: str) -> str:
    if word in SHORT_FOR:
        return SHORT_FOR[word]
    bare = word.strip(EDGES)
    return word.replace(bare, SHORT_FOR[bare], 1) if bare in SHORT_FOR else word
