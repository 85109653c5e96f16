"""Words by which it is said that a thing was decided against, that nobody asked for it, or that it stays as it was."""

from __future__ import annotations

import re

# What may be done with a proposal. With "not" before it, or "no" before the thing, it is decided against.
TAKEN_UP = (
    r"(?:agreed|accepted|approved|adopted|authorised|granted|backed|supported|favoured|recommended|promised|offered|included|funded|ordered|issued|imposed"
    r"|attached|added|set(?: up)?|made|drawn up|put (?:in place|in|forward|on)|brought in|introduced|arranged|booked|convened|commissioned|requested|required|needed|necessary|wanted"
    r"|proportionate|appropriate|indicated|justified|warranted|feasible|an option|pursued|progressed|sought|applied for|asked (?:for|of|to)|called for|looked for"
    r"|taken (?:forward|further|up|on)|part of|in the plan|on the plan|going (?:ahead|forward)|to go ahead|proceed(?:ed|ing)(?: with)?|go(?:ne)? ahead(?: with)?|followed up|signed|in place|in force|laid on)"
)
BEING = r"(?:to be|be|been|being|felt|thought|deemed|judged|considered|seen as|held to be|found|in the end|then|now|currently|presently|yet|formally|actually|thought to be|felt to be)"
# "The alarm was not thought necessary", "was ruled out".
PASSED_OVER = (
    rf"(?:(?:was|were|is|are|has been|have been|had been|be|being|felt|thought|deemed) ){{0,2}}(?:not|never) (?:{BEING} ){{0,3}}(?:a |the |any )?{TAKEN_UP}\b"
    r"|rejected$|(?:would|will|could) not (?:help|work|be (?:helpful|useful|suitable|right|of use))\b|(?:is |are |was |were )?not to be (?!told|informed|left|alone|seen|confused)\w+"
    rf"|no longer {TAKEN_UP}\b|(?:(?:is|was|were|are|be|been|felt|thought|deemed|seemed|judged|considered) ){{0,2}}(?:to be )?(?:too (?:intrusive|early|soon|late|costly|expensive|risky|disruptive|unsettling)|unnecessary|premature|disproportionate|unworkable)\b"
    r"|(?:is |was |are |were |put |be )*on hold\b|(?:was|were|is|are|be|been) (?:left (?:for another|till|until later|to one side|with the (?:family|parents))|parked|deferred|postponed|stood down|held over)\b|not (?:the )?right (?:for|at|now|time|thing)\b|not an? (?:\w+ )?option\b"
    r"|(?:ruled out|turned down|voted down|discounted|dropped|shelved)(?= (?:by|as|on|for|because|at|after|since|in)\b|$)"
    r"|(?:was|were|is|are|been|be|being) (?:\w+ly )?(?:ruled out|turned down|rejected|refused|dropped|shelved|dismissed|overruled|discounted|set aside|left out|decided against|vetoed|thrown out|voted down|talked out of|discouraged)\b"
    r"|(?:came|come|comes) to nothing\b|(?:not|never) (?:come|came|get|got) (?:off|about|anywhere)\b|need not\b(?! (?:wait|worry))|(?:would|will|could|did|does|do) not (?:go ahead|proceed|happen|be (?:made|set|done|needed|sought|asked for|applied for|put in place|pursued|taken forward|required|arranged|issued|granted|agreed))\b"
)
# "The panel decided against an alarm", "did not support a stay": what stands behind is passed over.
PASSES_OVER = (
    r"(?:decided|agreed|voted|ruled|came down|advised|chose|resolved|recommended|opted) (?:not to (?:ask for|apply for|seek|go for|pursue|make|set|request|arrange|commission|impose|fund)?|against)"
    r"|(?:agreed|decided|advised|resolved|plan|asked) (?:to (?:hold off|wait with|leave|put off|postpone|delay)|against)(?: from)?"
    r"|(?:ruled out|turned down|discounted|threw out|voted down|rejected)"
    r"|(?:did|does|do|would|will|could) not (?:pay for|provide|arrange|take on|hear of|consider|approve|grant|authorise|ask for|call for|apply for|seek|set|fund|offer|order|impose|go for|commission|pursue|promise)"
    r"|(?:panel|chair|meeting|conference|group|review|judge|court|bench|board|magistrates|governors?|managers?|iro|cps|everyone|all|members) (?:did|does|do|would|will|could) not (?:want|support|agree(?: to)?|back|favour|accept|recommend|see (?:the|a|any) need for)"
    r"|(?:we|i|school|nursery|housing|service|team|police|ward) (?:can|could|will|would) not (?:do|manage|offer|run|take)|(?:do|does|did|will|would) not (?:have|need) to\b"
    r"|(?:saw|felt there was|there was|there is|seeing) no (?:need|case|call|grounds|reason) (?:for|to)|no need (?:for|to)"
)
# "No alarm was asked for", "no stay of hers is part of it".
NONE_TAKEN = (
    rf"(?:no|nor|without|neither) (?P<what>(?:(?!but\b|and\b)[\w'-]+ ){{1,6}}?)(?:(?:was|were|is|are|has been|have been|had been|will be|would be|to be) )(?:(?:ever|actually|formally|then|now) )?{TAKEN_UP}\b"
    r"|(?:nobody|no ?one|none of (?:us|them)) (?:is to|are to|was to|were to|will|would|needs? to) (?P<nobody>[\w' -]{4,40})"
    rf"|(?:no|nor) (?P<briefly>(?:(?!but\b|and\b|one\b|longer\b)[\w'-]+ ){{1,4}}?)(?:approved|authorised|granted|promised|ordered|imposed|attached|sought|applied for|asked (?:for|of)|requested|put in place|in place|in force)\b"
)
# "Staffing stays at its present level", "no change to visits", "visits as before".
AS_IT_WAS = (
    r"(?P<what>[\w' -]{3,50}?) (?:(?:to|will|would|can|should|is to|are to) )?(?:stay|stays|stayed|remain|remains|remained|continue|continues|carry on|carries on|go on|goes on|be left|left|kept|run|runs)"
    r" (?:just )?(?:as (?:it|they|things) (?:is|are|was|were|stands?|stood)|as (?:before|usual|now|at present|planned before)|the same|unchanged|unaltered|at (?:its|their|the) (?:present|current|usual|same|existing|old) \w+|at \w+|in (?:joint|the same|both|their|his|her) \w+|(?:once|twice) a \w+|weekly|fortnightly|monthly|universal|by appointment)\b"
    r"|no (?:change|changes|increase|rise|alteration|addition) (?:to|of) (?P<behind>(?:the |his |her |their |our )?[\w' -]{3,40})"
    r"|(?P<same>[\w' -]{3,40}?) (?:unchanged|unaltered|as before|as usual|as at present|the same as before)\b"
    r"|(?:ordinary|usual|standard|routine|normal|universal) (?P<only>[\w'-]+(?: [\w'-]+)?) only\b"
)
# What only somebody says who wants more of it than there was, or something else.
OTHERWISE = frozenset(
    """increase increased increasing up extra additional more further new twice daily weekly each every double doubled often one two three four five six
    seven fortnight weeks days month months night nights waking stop stops stopped stopping suspend suspended cease end ends
    reduce reduced fewer cut halve halved move moves moved transfer transferred instead change changes""".split()
)
BESIDES = re.compile(
    r"\b(?:additional|extra|further|more|increased)\b"
)  # "no extra visits were agreed" leaves those that there are
# What may stand in a decision about anything.
OF_ANY_DECISION = frozenset(
    """agree agreed agreement plan plans meeting meetings action actions work support conference review core group strategy discussion decision outcome panel
    chair safety safe risk concern need needs help service services case protection social worker care today tomorrow week weeks day days time date visit visits
    house home flat level change present current usual same part thing things way moment member members everyone everybody talk talked raise raised ask asked
    consider considered discuss discussed suggest suggested propose proposed request requested mention mentioned idea option
    additional extra further new other special formal standard moment felt think thought
    report reports letter letters information update minutes form forms paperwork note notes email call calls record records""".split()
)
OF_AGENCIES = frozenset("police probation camhs housing hospital school gp surgery health council mash cps court ward".split())
OF_MANY = frozenset(
    "visit visits contact support help call calls report reporting level home".split()
)  # of which there may be more or fewer
# With one of these a clause says what might be, or was wanted.
UNDECIDED = frozenset(
    """if unless whether consider considers considered considering discuss discussed discussing ask asks asked asking request requests requested suggest suggests
    suggested offer offered propose proposed raise raised hope hoped hopes wish wished wants wanted might possible query awaiting awaited declined declines refused refuses rejected
    turned previously previous earlier instead""".split()
)
WAS = frozenset("weaned stopped ended finished withdrawn removed discontinued ceased".split())  # of what is no more
# In decisions these are one matter each.
ALIKE = {
    "at night": "overnight night nights sleep sleeps sleeping slept waking bedtime",
    "fostering": "foster fostered fostering foster_carer_",
    "testing": "test tests testing tested screen screens screening swab swabs breathalyse",
    "weighing": "weigh weighs weighed weighing weight weights",
}
