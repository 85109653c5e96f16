"""Who was told by whom, and whether an answer came."""

from __future__ import annotations

import re

TOLD = re.compile(
    r"\b(?:told|informed|notified|alerted|advised|rang|phoned|telephoned|e-?mailed|wrote to|contacted|copied to|copy to|shared with"
    r"|passed (?:on )?to|referred (?:\w+ ){0,3}to|referral (?:was |form )?(?:made |sent |submitted )?to|referral (?:to|form sent)"
    r"|refer to|reported to|sent to|liaison form (?:sent )?to|letter to|message (?:left )?(?:for|with)|handed over to|flagged to)\b"
)
NOT_TOLD = re.compile(
    r"\b(?:not|never|no|without|to be|will|should|asked to|agreed to|plan to|consider\w*|declin\w+ to|if|unless|needs? to)\b[^.;]{0,25}$"
)
FROM_OTHERS = re.compile(r"^ ?(?:us\b|by\b|that\b|of\b|about\b|:)")
ANSWERED = re.compile(
    r"\b(?:accepted|declined|rejected|allocated|opened|assessment|no further action|nfa|threshold|placed on|waiting list|appointment (?:offered|given|sent))\b"
)
UNANSWERED = re.compile(
    r"\b(?:no (?:outcome|response|reply|answer|acknowledg\w+|feedback)(?: (?:received|to|from|recorded))?|not heard (?:back|anything)"
    r"|outcome (?:not known|unknown|awaited|not (?:received|recorded|shared))|awaiting (?:outcome|response|reply|decision)|still awaited)\b"
)
