"""Short and fond forms of given names, and names written as they sound: "Gaz" for Gareth, "Theo" and "Teo"."""

from __future__ import annotations

import re

FULL_FORMS: dict[str, str] = {
    "abby": "abigail", "ade": "adrian", "aggie": "agnes", "ali": "alison alistair alexander", "andy": "andrew", "angie": "angela",
    "annie": "ann anne anna", "archie": "archibald", "babs": "barbara", "barney": "barnaby", "baz": "barry", "becca": "rebecca",
    "becky": "rebecca", "bernie": "bernadette bernard", "bert": "albert robert herbert", "bertie": "albert robert herbert",
    "bess": "elizabeth", "beth": "elizabeth bethany", "betty": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "caz": "caroline carol", "charlie": "charles charlotte", "chaz": "charles", "chas": "charles",
    "chuck": "charles", "cindy": "lucinda cynthia", "daz": "darren", "deb": "deborah", "debs": "deborah", "dee": "deirdre diana",
    "dick": "richard", "dolly": "dorothy", "dot": "dorothy", "drew": "andrew", "eddie": "edward edwin", "ellie": "eleanor ellen",
    "ned": "edward", "ted": "edward theodore", "teddy": "edward theodore", "fran": "frances francis francesca", "gabby": "gabrielle",
    "gaz": "gareth gary", "gazza": "gareth gary", "ginny": "virginia", "greg": "gregory", "gus": "angus augustus", "hal": "harry henry",
    "hank": "henry", "harry": "henry harold", "hatty": "harriet", "ibby": "ibrahim", "immy": "imogen imran", "izzy": "isabel isabella",
    "jack": "john", "jacky": "jacqueline", "jaz": "jasmine jaswinder", "jim": "james", "jimmy": "james", "jock": "john",
    "johnny": "john jonathan", "kat": "katherine catherine", "kate": "katherine catherine", "kath": "katherine catherine",
    "katie": "katherine catherine", "kaz": "karen", "kit": "christopher katherine", "kitty": "katherine catherine",
    "larry": "laurence lawrence", "lexi": "alexandra alexa", "lex": "alexander alexandra", "libby": "elizabeth", "lil": "lily lillian",
    "lisa": "elizabeth", "liz": "elizabeth", "lizzie": "elizabeth", "lottie": "charlotte", "lou": "louise louis", "maggie": "margaret",
    "mandy": "amanda", "manny": "emmanuel", "meg": "margaret megan", "mick": "michael", "mickey": "michael", "mike": "michael",
    "millie": "amelia emilia camilla mildred", "mo": "mohammed mohamed muhammad maureen", "molly": "mary margaret", "nan": "nancy anne",
    "nate": "nathan nathaniel", "nell": "eleanor ellen helen", "nelly": "eleanor ellen helen", "netty": "annette janet",
    "nicky": "nicola nicholas", "nick": "nicholas", "ollie": "oliver olivia", "ozzie": "oscar oswald", "paddy": "patrick",
    "patsy": "patricia", "pat": "patricia patrick", "peggy": "margaret", "penny": "penelope", "pip": "philip philippa", "polly": "mary",
    "rich": "richard", "rick": "richard", "ricky": "richard", "rob": "robert", "robbie": "robert", "ron": "ronald",
    "sal": "sally salman", "sandy": "alexander alexandra sandra", "shaz": "sharon", "sid": "sidney", "stevie": "stephen steven",
    "steve": "stephen steven", "stu": "stuart", "sue": "susan suzanne", "suzie": "susan suzanne", "tash": "natasha",
    "tess": "theresa teresa", "tilly": "matilda", "tina": "christina kristina", "toby": "tobias", "tom": "thomas", "tommy": "thomas",
    "tony": "anthony antony", "tori": "victoria", "trish": "patricia", "val": "valerie valentine", "vicky": "victoria", "viv": "vivian",
    "wes": "wesley", "will": "william", "willie": "william", "xander": "alexander", "zac": "zachary", "zack": "zachary isaac",
}  # fmt: skip
SHORT_FORMS = {short: frozenset(full.split()) for short, full in FULL_FORMS.items()}
SOUNDS = ((re.compile(r"ph"), "f"), (re.compile(r"th"), "t"), (re.compile(r"c[kh]?(?![eiy])"), "k"), (re.compile(r"(.)\1"), r"\1"),
          (re.compile(r"y|ie$"), "i"))  # fmt: skip


def is_short_for(one: str, other: str) -> bool:
    """Whether the one given name is a usual short form of the other."""
    return other in SHORT_FORMS.get(one, ()) or one in SHORT_FORMS.get(other, ())


def as_it_sounds(name: str) -> str:
    """A name in small letters with what sounds alike written alike."""
    for sound, letter in SOUNDS:
        name = sound.sub(letter, name)
    return name
