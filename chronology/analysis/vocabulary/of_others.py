"""By which words a record says that it is of somebody else, or was filed with the wrong papers."""

from __future__ import annotations

import re

# Without one of these nothing of it stands in a record, so that most need not be searched.
SIGNS = (
    "another", "other ", "different", "wrong", " error", "mistak", "misfiled", "mis-filed", "mis filed", "misplaced", "accidental", "related to",
    "related with", "connected", "unrelated", "unknown", "separate", "namesake", "same name", "same surname", " not ", "not ", "n't our", "no link",
    "no connection", "no relation", "no known", "nothing to do", "nobody", "no one", "no part", "uninvolved", "right file", "correct file",
    "right record", "correct record", "right family", "correct family", "disregard", "ignore", "neighbour's", "sibling's", "siblings", "refile",
    " friend", " mate", "associate", "classmate", "as a ",
)  # fmt: skip
SOMEBODY = (
    r"(?:resident|child|pupil|student|person|boy|girl|lad|patient|client|tenant|service user|yp|male|female|man|woman|family|household"
    r"|customer|learner|inmate|prisoner|offender|baby|year old|mother|father|parent|couple)\b(?!['’]s? )"
)
WHERE = r"(?: here| on (?:this|the wrong|her|his|their) (?:file|record|notes|page|sheet|chart|case|log|journal|system))?"
# Records are put away with the wrong papers, in the words of whoever noticed it.
FILED_WRONGLY = re.compile(
    r"\b(?:mis-? ?filed|misplaced (?:entry|note|record)|wrongly (?:filed|entered|recorded|logged|placed|saved|attached)"
    r"|(?:filed|entered|entry|logged|opened|recorded|saved|placed|put|typed|written|added|scanned|uploaded|attached|named?(?: was)? raised)"
    + WHERE
    + r" (?:in error|by mistake|by error|wrongly|mistakenly|accidentally)"
    r"|wrong (?:patient|files?|records?|notes|folder|chart|tab|sheet)\b|wrong (?:child|family|person|pupil|client|name) (?:sent|named|opened|selected|entered|picked|referred|logged|recorded)"
    r"|(?:belongs|belong|move|moved|to go|should go|should be|to be|transfer(?:red)?|refile[d]?) (?:to|on|in|with|under|moved to) (?:another|a different|the other|the (?:right|correct)) (?:file|record|family|child|case|folder)"
    r"|(?:other|another|separate|different|sibling's?|neighbour's) (?:file|record|folder)\b(?! (?:held|kept|note))"
    r"|(?:please )?(?:disregard|ignore) (?:this )?(?:entry|note))"
)
# It is said to be of another family, child or house than those of the case.
OF_ANOTHER = re.compile(
    r"\b(?:not (?:about |for |of |from |in |(?:a |any )?(?:member|part|child|relative) of |(?:one|any|anyone|anybody|someone|somebody) (?:of|in|from) |to do with )?this (?:family|child|case|file|household|patient|pupil|client|address|boy|girl|flat|house|property)"
    r"|(?:is|was|are|were|am) not the (?:person|child|patient|pupil|client|family|tenant|one|subject|resident|young person|household)\b"
    r"|(?:nothing|not|no thing) to do with (?!(?:me|him|her|them|us|it|school|the school|(?:the |any )?children|abuse|safeguarding)\b)"
    r"|no (?:known )?(?:link|connection|relation) (?:to|with)|no relation\b(?! to (?:food|meal))"
    r"|(?:not|un)[ -]?(?:connected|related) (?:to|with) (?!(?:the |any )?(?:internet|wifi|wi-fi|mains|gas|electric|network|supply|services|abuse|work|school|food|diet|alcohol|drugs)\b)"
    r"|(?:flat|house|number|no\.?|pitch|plot|room|family) ?\d* not (?:concerned|involved|affected|spoken to|the address)|mistaken identity|(?:is |was |were )?not the same (?:person|child|man|woman|family|lady|gentleman|boy|girl|patient|household)"
    r"|(?:relates? to|refers? to|pertains? to|belongs? to|applies to|is about) (?:an? |the )?(?:another|different|other|unrelated) (?:[\w'-]+ ){0,2}?"
    + SOMEBODY
    + r"|nobody (?:from|of|in|at) (?:this|our) (?:family|household|address|house)|no one (?:from|of|in|at) (?:this|our) (?:family|household|address|house)"
    r"|same (?:sur)?name(?:,| but) (?:different|another|other|no relation)|namesake|(?:not|isn't|wasn't) our (?:family|patient|case|child|pupil|client|household|tenant)|not ours\b"
    r"|(?<!with )(?<!court on )(?<!court for )(?<!at )(?<!to )(?<!away for )(?:different|another|other|unconnected|unrelated|separate) (?:family|household|patient|address)\b(?! (?:time|member|room|visit|session|event|unit|centre|hub|support|worker|contact|home))"
    r"|(?:ppn|vpa|vpn|log|file|crime|report|referral|form)s? (?:for |on |under |re )?(?:the )?other (?:family|names?|household|party|parties)\b"
    r"|(?:wholly|quite|entirely|completely) unrelated|unrelated (?:matter|incident|to)\b|, (?:the )?other (?:parties|occupants|tenants|people|names|residents|party)\b|unknown to (?:this|our|the) (?:family|case|household)"
    r"|(?<!court )(?:about|on|re|(?<!hoping )(?<!trying )(?<!wishes )(?<!planning )(?<!ready )(?<!him )(?<!her )for|of|regarding|concerning|discuss(?:ed)?|see|saw|assess(?:ed)?|visit to|call to) (?:an |a |the )?"
    r"(?:another|different|unrelated|unconnected|unknown) (?:[\w'-]+ ){0,3}?" + SOMEBODY + r")"
)
# What the staff were taught is of no family, though it be called by what befell this one.
FOR_STAFF = re.compile(
    r"^(?!.{0,25}\b(?:toilet|potty|travel|parent\w*|sleep|speech|puppy|dog|crate|football|boxing|bladder|bowel|carers?'?|course|provider|work)\b)(?:[\w'&/-]+ ){0,2}?"
    r"(?:teaching (?:on|session|about|for staff|to staff)|(?:staff |team |mandatory |safeguarding )?training(?: day| session| for|:|,| on)|inset(?: day)?\b|peer review(?::| of cases|,)|journal club|cpd\b|grand round|tool ?box talk|study day|away day|e-?learning|webinar|appraisal\b)"
)
NOT_ABOUT = re.compile(r"\bnot(?:hing)? (?:about|concerning|on|re|to do with) ")
# "Not the Millers'.", "(not flat 4)", "not Larch School": said of a name or number, and nothing behind it.
NOT_THE = re.compile(
    r"(?P<whose>\b(?:man|woman|boy|girl|lad|pupil|child|children|student|resident|tenant|patient|client|caller|mother|father|parent|male|female|adult|couple|family|one|twin|baby)\b[^.;|\n]{0,40})?"
    r"(?:^|[.;,(|\n] ?|\b(?:[Nn]ame|[Nn]ames|[Ss]urname|[Nn]amed|[Cc]alled)(?: is| was| given)?,? )[Nn]ot (?P<of>the |at |from |of |about |for |in )?(?:(?P<number>[Ff]lat \d+\w?|[Nn]umber \d+|[Nn]o\.? ?\d+)|(?P<name>(?!(?:Seen|Known|Yet|Applicable|Required|Done)\b)[A-Z][\w'’]+(?: [A-Z][\w'’]+)?))"
    r"(?P<thing> (?:house|home|household|family|children|child|boys?|girls?|lads?|flat|school|address|one|lot))?(?=\s*(?P<end>[.;,)|\n]|$))"
)
# "Carl Voss not involved": whose chronology it is had no part in it.
NO_PART = re.compile(
    r"\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:(?:was|were|is|are|had|took|have) )?(?:not (?:involved|one of them|among them|part of it|with them|there at the time)|no part(?: in it)?|uninvolved)\b"
)
# "Another Anna Reed", "the wrong Mr Voss": of whom there are two.
NAMESAKE = re.compile(
    r"\b(?:[Dd]ifferent|[Aa]nother|[Ww]rong|[Oo]ther) ((?:Mrs?|Ms|Miss) [A-Z][\w'-]+|[A-Z][\w'-]+ [A-Z][\w'-]+)"
)
# "Anna Reed, friend, phoned", "Carl Voss spoken to as a witness": whose chronology it is was only asked about somebody.
ONLY_ASKED = re.compile(
    r"\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),? (?:\(?(?:a |only a |his |her )?(?:friend|mate|associate|classmate|neighbour)(?: of \w+)?[,)]"
    r"|(?:was |is )?(?:visited|phoned|rung|called|spoken to|asked|seen|contacted|checked)(?: \w+){0,3} as (?:a |an |his |her )?(?:known )?(?:friend|mate|associate|classmate|witness|neighbour)\b)"
)
# Somebody whom the case does not know, with an age: "Kim Hart (12)", "Kim H, 12", "HART, Kim, 12".
AGED = re.compile(
    r"\b([A-Z][\w'’-]+),? ([A-Z](?:[\w'’-]+)?)"
    r"(?: ?\(\d{1,3}(?: ?(?:yrs?|years?|y/?o|y|[MFmf]))?\)|, (?:aged )?\d{1,3}(?: ?(?:yrs?|years?(?: old)?|y/?o|y|[MF]|YO[MF]))?(?=[,.;)]|$)|,? \d{1,3} ?(?:yrs?|y/?o|y|[MF]|YO[MF])\b)"
)
# A child or resident by two letters, or by a class alone: "Pupil K.S.", "Reception child", "a Year 5 boy", "child in another class".
SOMEBODY_ELSE = re.compile(
    r"\b(?:(?:[Pp]upil|[Cc]hild|[Ss]tudent|[Rr]esident|[Bb]oy|[Gg]irl|[Ll]ad|[Pp]atient|[Tt]enant|[Cc]lient|[Yy]oung person|YP|[Pp]eer)s?,? \(?([A-Z])\.? ?([A-Z])\b\.?"
    r"|(?:[Yy]ear|[Yy]r|Y) ?\d{1,2} (?:pupil|child|student|boy|girl|lad)\b|[Rr]eception (?:pupil|child|boy|girl)\b)"
)
