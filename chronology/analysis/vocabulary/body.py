"""Parts of the body: their words, which lies within which, and which beside which."""

from __future__ import annotations

import re

PARTS = {
    **{
        part: part
        for part in "ear eye cheek chin lip nose jaw neck arm leg hand foot back chest stomach knee thigh wrist ankle".split()
    },
    **{
        part: part
        for part in "elbow shoulder hip shin forearm finger thumb toe forehead temple skull head face mouth buttock rib groin".split()
    },
    **{
        f"{part}s": part
        for part in "ear eye cheek lip arm leg hand knee thigh wrist ankle elbow shoulder hip shin forearm finger".split()
    },
    "feet": "foot",
    "thumbs": "thumb",
    "toes": "toe",
    "buttocks": "buttock",
    "ribs": "rib",
    "throat": "neck",
    "pinna": "ear",
    "abdomen": "stomach",
    "tummy": "stomach",
    "bottom": "buttock",
    "earlobe": "ear",
    "scalp": "skull",
    "torso": "chest",
    "radius": "forearm",
    "ulna": "forearm",
    "humerus": "upper arm",
    "femur": "thigh",
    "femoral": "thigh",
    "tibia": "shin",
    "tibial": "shin",
    "fibula": "shin",
    "clavicle": "collarbone",
    "collarbone": "collarbone",
    "parietal": "skull",
    "occipital": "back of the head",
    "occiput": "back of the head",
    "vertex": "top of the head",
    "sole": "foot",
    "instep": "foot",
    "nasal": "nose",
    "nostril": "nose",
    "zygoma": "cheek",
    "zygomatic": "cheek",
    "mandible": "jaw",
    "maxilla": "jaw",
    "cranial": "skull",
    "metacarpal": "hand",
    "metacarpals": "hand",
    "metatarsal": "foot",
    "metatarsals": "foot",
    "patella": "knee",
    "scapula": "shoulder",
    "lumbar": "back",
    "spine": "back",
    "pelvis": "hip",
    "pelvic": "hip",
    "genital": "groin",
    "genitals": "groin",
    "penis": "groin",
    "calcaneum": "heel",
    "sternum": "chest",
    "flank": "flank",
    "loin": "flank",
    "periorbital": "eye",
    "eyelid": "eye",
    "antecubital": "elbow",
    "nape": "neck",
    "orbit": "eye",
    "orbital": "eye",
    "calf": "calf",
    "heel": "heel",
    "palm": "hand",
    "knuckle": "hand",
    "knuckles": "hand",
    "eyebrow": "eyebrow",
    "gum": "mouth",
    "frenulum": "mouth",
    "tongue": "mouth",
    "armpit": "armpit",
    "breast": "chest",
    "hips": "hip",
    "sacrum": "sacrum",
    "sacral": "sacrum",
    "navel": "stomach",
    "belly": "stomach",
    "calves": "calf",
    "heels": "heel",
    "palms": "hand",
    "ankles": "ankle",
    "shins": "shin",
    "breasts": "chest",
    "temples": "temple",
    "armpits": "armpit",
}

WITHIN = {
    **dict.fromkeys(
        ("eye", "cheek", "chin", "lip", "nose", "jaw", "forehead", "temple", "mouth", "ear"), frozenset({"face", "head"})
    ),
    "skull": frozenset({"head"}),
    "back of the head": frozenset({"head", "skull"}),
    "top of the head": frozenset({"head", "skull", "forehead", "back of the head"}),
    "face": frozenset({"head"}),
    "temple": frozenset({"forehead", "head", "face"}),
    "forearm": frozenset({"arm", "wrist", "elbow"}),
    "upper arm": frozenset({"arm", "shoulder", "elbow"}),
    "calf": frozenset({"leg", "shin"}),
    "heel": frozenset({"foot", "leg", "ankle"}),
    "foot": frozenset({"leg"}),
    "hand": frozenset({"arm"}),
    "eyebrow": frozenset({"face", "head", "eye", "forehead"}),
    "collarbone": frozenset({"shoulder", "chest"}),
    "sacrum": frozenset({"back", "buttock"}),
    "armpit": frozenset({"arm", "chest"}),
    "hip": frozenset({"leg"}),
    "neck": frozenset({"head"}),
    "wrist": frozenset({"arm", "hand"}),
    "elbow": frozenset({"arm"}),
    "finger": frozenset({"hand"}),
    "thumb": frozenset({"hand"}),
    "thigh": frozenset({"leg"}),
    "shin": frozenset({"leg"}),
    "knee": frozenset({"leg"}),
    "ankle": frozenset({"leg", "foot"}),
    "toe": frozenset({"foot"}),
    "rib": frozenset({"chest", "back"}),
    "mouth": frozenset({"lip", "face", "chin", "head"}),
}
# Parts so near to one another that one mark may be told of either.
BESIDE = {
    frozenset(part.replace("_", " ") for part in pair.split())
    for pair in (
        "eye cheek;eye nose;eye temple;eye forehead;eye eyebrow;cheek jaw;cheek temple;cheek ear;jaw chin;jaw mouth;jaw neck;lip chin;lip nose;forehead temple;"
        "ear neck;neck shoulder;neck chest;chest rib;back rib;back flank;flank rib;flank stomach;hip thigh;hip buttock;hip groin;groin thigh;thigh buttock;"
        "thigh knee;knee shin;shin ankle;hand wrist;wrist forearm;ankle heel;skull forehead;skull temple;back_of_the_head neck;shoulder armpit;buttock sacrum;hip flank;hip sacrum"
    ).split(";")
}

# Parts whose name is more than one word, as one word.
IN_ONE_WORD = tuple(
    (re.compile(words), word)
    for words, word in (
        (r"\b(?:back|rear) (?:part )?of (?:the |his |her |their )?(?:head|skull|scalp)\b", "occiput"),
        (r"\b(?:top|crown) (?:part )?of (?:the |his |her |their )?(?:head|skull|scalp)\b", "vertex"),
        (r"\bcollar[- ]bones?\b", "collarbone"),
        (r"\bshoulder[- ]blades?\b", "scapula"),
        # What has the name of a part of the body and is none, or how a mark looks.
        (
            (
                r"\bfinger[- ]?tips?(?:[- ](?:sized?|type|like|shaped))?(?= (?:bruis\w+|marks?|pattern))|\b(?:hand|foot|finger|shoe)[- ](?:shaped|prints?|sized)|\b(?:head|top) to toe\b|\bneck of (?=\w+ (?:\w+ )?(?:fracture|mc|metacarpal)|(?:the )?femur)"
                r"|\bhead (?:of|teacher|lice)\b|\bheadteacher\b|\bface to face\b|\b(?:first|second|on the other|at) hand\b|\bhands? (?:washing|over)\b|\b(?:foot|head|bottom|back|arms?|legs?) of (?=(?:the |a |his |her )?(?:stairs|steps|bed|cot|slide|garden|class|room|car|bus|van|sofa|settee|chair|armchair|table|queue|hill))"
                r"|\beye contact\b|\bheel prick\b|\bear infections?\b|\bchest infections?\b|\bback (?=(?:to|at|in|home|from|with|for|into|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b)"
            ),
            " ",
        ),
    )
)


def by_one_word(words: str) -> str:
    """The words with each part of the body by one word."""
    for sign, word in IN_ONE_WORD:
        words = sign.sub(word, words)
    return words


def is_one_place(one: str, other: str) -> bool:
    """Whether what is told of the one part of the body may be told of the other."""
    return one == other or frozenset({one, other}) in BESIDE or other in WITHIN.get(one, ()) or one in WITHIN.get(other, ())
