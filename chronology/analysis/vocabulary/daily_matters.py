"""What excludes each other in the words of those who have a child day and night, and of those who decide about it.

Written as phrases (``vocabulary/phrases.py``), as the other matters are.
"""

from __future__ import annotations

# What may be so at one hour and otherwise on the next day.
OF_A_DAY: tuple[tuple[str, str, str], ...] = (
    (
        "how somebody slept",
        "slept through|well|soundly|all|fine; good night's; settled night; settled well; slept like; !not slept|sleep; !never slept; !slept badly|poorly",
        "up all|most|half|several; up in the night; awake all|most|half|for; no sleep; not sleep*|slept|settle*; unsettled|restless|disturbed|broken|bad|poor night; woke several|every|hourly|twice|repeatedly|many; would not settle; little sleep; barely|hardly slept",
    ),
    (
        "how somebody ate",
        "ate everything|all|well|heartily|two|full|it; cleared his|her|the plate; good appetite; enjoyed his|her tea|dinner|lunch|meal|breakfast|food; eating well; tolerated _1 feeds|feed; !not eat*|ate; !ate nothing|little",
        "refused|refusing|declined _1 meals|meal|food|tea|supper|dinner|lunch|breakfast|feeds|drinks|to; not eat*|ate; picked at; ate nothing|little; hardly|barely ate|eaten|eating|touched; off his|her food; pushed _2 away; nothing to eat; poor appetite; not tolerat*; vomited feeds|feed",
    ),
    (
        "whether a door was open",
        "locked; bolted; secured; key turned|inside; deadlock*; barricaded; !not locked|secured; !unlocked; !locked away|up|out|on",
        "ajar; unlocked; insecure; wide open; open on arrival; door|gate|window open; open door|gate; off the latch; left open; not locked|secured; door|gate|window was|were|left|found|standing open; !open door policy",
    ),
    (
        "whether somebody went of their own will",
        "went|came|left|returned|walked _1 willingly|quietly|happily|calmly|voluntarily|readily; no restraint|force|physical; without restraint|force|incident|fuss; cooperated; complied; compliant; !not willingly|happily|compliant; !non compliant",
        "restrained; restraint used|needed|required|applied; physical intervention used|needed; carried out|to|screaming; dragged; handcuffed; cuffed; resisted; struggled with|against; kicked out; fought; by force; forcibly; had to be held|carried|restrained; !no restraint; !not restrained|handcuffed; !without restraint",
    ),
    (
        "whether somebody picked up the telephone",
        "answered the|his|her phone|call; picked up|phone; got through; spoke on the phone; spoken to by phone; !picked up by|from|after; !not answer*|pick*",
        "rang out; straight to voicemail; went to voicemail; unanswered; number dead|unobtainable|not; phone off|dead|disconnected; switched off; not pick up; no answer to|from|on; not answer* _2 phone|call|calls|mobile; !gas|electric|power|water switched off",
    ),
    (
        "whether a parent stayed with the child",
        "seen|spoken|spoke|met|interviewed _3 on his|her|their own|alone; without _1 mother|parent|parents|father|mum|dad|carer|anybody|anyone present|there|in; parent|mother|father|mum|dad|she|he left|stepped out|waited outside|elsewhere; one to one; in private; !not _3 alone|own; !could not; !unable",
        "mother|mum|father|dad|parent|parents|partner|carer|stepfather|grandmother _2 sat|stayed|remained|hovered|present|stood|in _5 throughout|beside|alongside|over; mother|mum|father|dad|parent|partner|carer beside him|her|them; answered for him|her|them; would not leave _2 alone|room|us; never left his|her|the; not left alone with; in front of his|her|their mother|father|parents|mum|dad",
    ),
    (
        "whether anybody set eyes on the child",
        "children|child|baby|boy|girl|boys|girls|twins|siblings|kids _2 seen|sighted|checked; seen safe|well|asleep|awake|alive|playing|in; seen and|for _4 spoken|minutes|safe|well; both|all _2 seen|sighted; spoken to in; !not seen|sighted|checked; !not _2 seen|sighted; !not been seen; !never seen; !last seen; !to be seen; !unseen; !should be seen; !mother|mum|father|dad|parent|she|he seen; !cannot be seen; !nobody|no one seen",
        "not|never|nobody|noone|without _1 set|setting|laid|clapped eyes on; no one set eyes; could not set eyes; would not see|meet|speak|come out|down|see|engage _2 sw|her|him|them|us|worker|visitor|of; would not come out|down|downstairs; refused to come out|down|downstairs|see|meet|speak; stayed under|behind|in _3 duvet|covers|door|bedroom|room; not get to see; only spoke|seen|spoken _4 doorstep|door|letterbox|window|phone; behind _1 closed|locked door; through the letterbox; did not go in|inside|upstairs|up; not brought down; kept upstairs; asleep so not seen",
    ),
)

OF_MOODS: tuple[tuple[str, str, str], ...] = (
    (
        "in what mood somebody was",
        "laughing; joking; cheerful; bubbly; giggling; in good|high spirits; happy and|to|with|when|as; relaxed and|throughout; chatty; smiling; excited; !not laughing|cheerful|happy|relaxed; !unhappy; !parents|mother|mum|father|dad happy",
        "sobbing; in tears; inconsolable; hysterical; distraught; crying when|as|and|in|throughout|all; broke down; very|clearly|visibly|extremely|really upset|distressed|tearful|anxious|low; would not stop crying; !not upset|distressed; !mother|mum|father|dad|parent|parents _2 upset|distressed|tearful|crying",
    ),
)

OF_DECISIONS: tuple[tuple[str, str, str], ...] = (
    (
        "whether something may be kept or done",
        "allowed|permitted|trusted|may|can|able _1 keep|have|use|hold|stay|go|hang|take; allowed|permitted _2 phone|tablet|device|internet|visits|bike|unsupervised|out; keeps|keep|keeping his|her|their|the _1 phone|tablet|bike|key|keys|room|bed|dog; may go out; !not allowed|permitted|able|keep|trusted; !no longer; !cannot; !must not; !never allowed",
        "to be handed|given in|over|back|up; hand|hands|handed|handing _3 in|over _2 overnight|night|nightly|bedtime|evening|staff; confiscated; confiscate; to be taken away|off|from; removed overnight|nightly|at; taken off|away from? him|her|them; not allowed|permitted; no longer allowed|permitted; banned; locked away; surrender*; grounded; must not; withheld",
    ),
    (
        "with what intent it was done",
        "messing about|around; mucking about; joking; a joke; only playing|joking|messing; for a dare; as a dare; no intent|intention*; not serious; did not mean it|to|any; attention; not want to die; did not want to die; wanted to sleep|scare|worry; thought they|it were|was sweets; to get high; by mistake; !not messing|joking; !pay* attention; !medical attention; !bring to _1 attention; !to the|our|my attention; !attention deficit",
        "wanted|wants|wish*|wishing|hoped|intend*|going|planned|tried|trying to die|end|kill|hurt; wanted|wants to be dead; end it|his|her|their all?; end his|her|their life|own; meant it|to die; better off dead; serious attempt|intent; left|wrote a? note|goodbye; goodbye note|letter|messages; suicidal intent; high intent; kill himself|herself; !not want*|wanted|mean|meant; !did not want|mean; !no suicidal|intent|wish; !denie* _3 die|end|kill|suicidal; !denying",
    ),
    (
        "who is to enquire",
        "joint enquir*|investigation|section|s47|visit|approach; jointly with police|social; joint agency; joint s|sec 47; joint; !not joint|jointly; !no joint; !joint pain|pains|effusion|swelling; !joint bank|tenancy|account|claim|meeting|training; !painful joint",
        "single agency; social care|work alone|only; sw only; police not to be involved|involved; no role for police; no police involvement|role; without police|the police; police to|will take no; police only",
    ),
    (
        "whether there is a section 47 enquiry",
        "section 47 to start|begin|commence|go; proceed|proceeds|proceeding under|to|with|as _1 section 47|s47; proceed|proceeds|proceeding under|to|with|as _1 s47; s47 to start|begin|commence|go; section 47 to? begin|begins|begun|opened|open|agreed|initiated|started|start|launched|required|commenced|underway|enquir*|joint|investigation; section 47 is|was|to|will|under; joint section 47; s47 to? begin|agreed|initiated|started|opened|enquir*|joint; threshold _3 met|reached|crossed; joint s47; doing|do|open a section|s47; doing|do a 47; !threshold _4 not; !not _2 threshold; !no section|s47; !section 47 not; !s47 not",
        "threshold _7 not to? be? met|reached|crossed|made; threshold _2 not _3 met|reached|crossed; not _1 meet|reach|met|reached|crossed _3 threshold; threshold not; not _1 reach|reached|meet section|s47; no section 47; no s47; section 47 not; s47 not; below _1 threshold; single assessment only; assessment only; section 47 ended|closed|concluded|unsubstantiated; not _2 section 47; not _2 s47",
    ),
    (
        "whether somebody was sent away from school",
        "excluded; suspended; exclusion|suspension agreed|issued|given|for|of|letter|upheld; fixed term exclusion; fixed term; sent home for; permanently excluded; pex; !not excluded|suspended|be; !suspended sentence|order; !excluded from _1 home|address|property; !avoid _2 exclusion",
        "not exclude*|excluded|suspend*|be; not to exclude|suspend; no exclusion|suspension; exclusion|suspension withdrawn|rescinded|overturned|cancelled|lifted|not; kept in school; detention|isolation|report instead; instead of exclu*|suspen*; rather than exclu*|suspen*; !not be able|in|at|home",
    ),
    (
        "whether there is to be a medical",
        "medical agreed|arranged|booked|today|tomorrow|same|needed|required|requested|completed|by|going|went|took; medical to take|be|go; medical _2 to take place|go ahead; for medical|cp|child protection; had _1 medical; medical at|on; examined by; !no _3 medical; !medical not; !medical history|records|notes|room|needs|condition|advice|attention|help|assessment not; !without _2 medical",
        "no _3 medical needed|required|necessary|indicated|today|at; no child protection medical; no medical; no need for _3 medical|examination; medical not _1 needed|required|necessary|agreed|indicated|done|pursued; medical declined|refused|cancelled|stood; not _2 for medical; medical would not; !no medical history|concern*|issue*|need|needs|cause|evidence|problem*|reason|attention|help|advice|input|staff|records|notes",
    ),
    (
        "whether anybody signed",
        "signed section|s20|agreement|form|consent|contract|it|the|a|working|written|tenancy|papers|plan; signed by; has|have signed; signature obtained|gained|given; signed up to|the; contract agreed|signed; !not sign*; !never sign*; !unsigned; !signed off|in|for|out; !to be signed; !refused; !nothing signed; !no one signed; !signed copy",
        "never|not put _2 name|signature; before anything|it _2 signed; before signing; without signing; left unsigned; not|never sign|signed; nothing|none signed; would|will not sign; refused|declined|refuses to sign; unsigned; signature refused|missing; no signature; did not sign; not yet signed; yet to sign; says she|he|they never signed|agreed",
    ),
    (
        "whether somebody wants an immunisation or treatment",
        "agreeable; consenting; happy to|for; keen; accepted; accept; accepts; given today; booked; in favour; wants|want the|it|him|her|this|to; !not want|keen|happy|accept*|agree*|book*|given; !do not; !does not; !did not; !booked for _2 scan",
        "not want|wanting the|mmr|it|any|vaccin*|immunis*|jab|jabs|treatment|medication|surgery; declined|refused|refuse|decline mmr|vaccin*|immunis*|jab|jabs|booster|treatment|medication|surgery|transfusion; against vaccin*|immunis*|the mmr|jabs|treatment; vaccine|vaccines|mmr|immunisations|booster declined|refused; no to the|mmr|vaccin*|treatment; anti vax*|vaccin*",
    ),
    (
        "whether somebody got the place or the money",
        "said yes to; yes from panel; approved; awarded; granted; agreed funding|placement|place|package|hours|the; funding|placement|place|package|respite|hours|nights agreed|approved|granted|awarded|confirmed; panel agreed|agree|approved|supported; !not agree*|approve*|award*|grant*|support*; !to be agreed|approved; !if agreed|approved",
        "said no to; turned down|it; turned _4 down; no from panel; knocked back; refused funding|placement|place|package|respite|request|the; funding|placement|place|package|respite|request refused|declined|rejected|not|deferred; panel refused|declined|rejected|deferred|did|turned|not; not agree*|approved|awarded|granted|supported by|at|the|funding|placement; deferred; no funding",
    ),
)

OF_THINGS: tuple[tuple[str, str, str], ...] = (
    (
        "whether they were kept together",
        "placed|kept|stay|staying|remain together; siblings|children|twins|group _2 together; !not _2 together; !apart",
        "separated; separate|different carers|placements|homes|addresses|families; split up|between; placed apart|separately; not _2 together; !separated from his|her|husband|wife|partner; !parents separated; !different homes _2 parents",
    ),
    (
        "where the baby was born",
        "home birth; born|delivered at home; bba; born before arrival; homebirth; !planned|plans|wants|wanted _2 home birth; !booked for",
        "hospital birth; born|delivered in|at _2 hospital|infirmary|unit|theatre|ward|lgi|suite; caesarean; em|elective section; forceps; ventouse",
    ),
    (
        "how many babies there are",
        "singleton; one baby|fetus|heartbeat|sac; single pregnancy|fetus|live; !not singleton",
        "twin|twins|triplets; twin pregnancy; two babies|heartbeats|sacs|fetuses; dcda; mcda; !twin room|beds|bed|brother|sister",
    ),
    (
        "in whose name it is",
        "sole name|tenancy|tenant|account; in her|his name alone|only; single tenancy; !not sole; !joint",
        "joint tenancy|tenants|tenant|names|account|application; in both names|their; both names; !not joint; !not a joint",
    ),
    (
        "whether there has been contact with a parent",
        "seen|sees|seeing|visits|visited _3 father|mother|dad|mum every|weekly|regularly|last|on|at; has _2 contact|visits with|every; contact weekly|fortnightly|monthly|regularly|every|taking|going; stays with _2 father|mother|dad|mum every|at|on; !not seen|see; !no contact; !has no",
        "no contact with|since|for|from; not seen|see|saw|heard _3 father|mother|dad|mum|him|her since|for|in; contact stopped|lapsed|ceased|not; has not had contact; father|mother|dad|mum not _2 contact|touch|seen; estranged; !no contact with _1 sw|school|police|us|services",
    ),
    (
        "whether they are a couple",
        "giving it another|a go; back together; back with; reconciled; still together|seeing|with; taken him|her back; resumed; living as a couple; engaged to|be; moving in together; !not back|still|together; !no longer; !back with _1 school|us|mother|mum|father|dad|nan|carers|police; !the|his|her|my|lower|upper back with",
        "ended it; ended the relationship; ended things; finished with|it; split up|with|from; separated; over for good; it is over; broken up; broke up; left him|her for; thrown _1 out; kicked _1 out; no longer together|with|a|in; single now; !ended it|the call|visit|meeting; !kicked|thrown out for|of",
    ),
    (
        "whether somebody speaks the language",
        "speaks|spoke|speaking _1 good|fluent|excellent|perfect english; fluent in english; english is good|fluent|fine|excellent; no interpreter needed|required|necessary; did not need _1 interpreter; !not speak|fluent|good; !limited; !little",
        "interpreter needed|required|used|booked|present|necessary; needs|needed|requires|requested|via|through|using|with _1 interpreter; limited|little|no|poor|broken english; not speak|understand _1 english; language line; translated by|for; english limited|poor; !no interpreter; !not need",
    ),
    (
        "whether somebody expects a child",
        "pregnant; expecting; expecting a; is due; due in|on; antenatal; positive pregnancy test; pregnancy test positive; !not pregnant|expecting; !no longer pregnant; !denies|denied _2 pregnan*; !is due back|in court|to; !was expecting|expected; !expecting to|a call|us|him|her; !due in court|school|at",
        "not pregnant; pregnancy test negative; negative pregnancy test; test neg|negative; no longer pregnant; denies|denied _3 pregnan*; not expecting; !test negative for; !drug|drugs|alcohol|covid|urine test neg|negative",
    ),
    (
        "whether somebody is fit to go home",
        "fit for|to discharge|home|go; medically fit; ready for|to home|discharge|go; for discharge; discharge home|today|tomorrow|friday|monday|planned|agreed; safe to go|discharge|be; can|could|may go home; to go home today|tonight|this|later; home today|tonight|later|this; !to stay|remain at? home today; !not fit|ready|safe|medically; !unfit",
        "not _1 fit|ready|safe for|to discharge|home|go; not medically fit; unfit for discharge; discharge delayed|postponed|cancelled|not|on hold|stopped; not for discharge; transfer|transferred to rehab*|another|specialist; to stay|remain _2 ward|hospital|inpatient; kept|keep in until|till|over|for|overnight; to be kept in; kept in; unsafe discharge|to",
    ),
    (
        "for how long a placement is meant",
        "return to mother|mum|parents|home|father|dad|family|birth; to return to _1 in|by|on|at; rehabilitation home|to; reunification; short term; temporary placement; go|goes|going back to mum|mother|dad|father|parents|home; !not return|be returned; !no return; !never return",
        "long term with|foster|fostering|placement|match|care|carers; permanence|permanently|permanent; remain until eighteen|18; matched with; adoption plan|agreed; sgo assessment|application|agreed; not to? return|returning home|to; cannot return; !permanently excluded; !permanent exclusion|address|worker|job|sw|injury|damage|scar*",
    ),
    (
        "how the baby is fed",
        "breast fed|feeding|feeds; breastfed; breastfeeding; breastfeeds; expressing; ebm; !not breast*; !stopped breast*; !no longer breast*; !mixed; !breast and bottle",
        "bottle fed|feeding|feeds; formula fed|feeding|milk|only; on formula; fully formula; artificially fed; not breast*; stopped breast*; no longer breast*; !breast and bottle; !mixed",
    ),
    (
        "whether somebody is toilet trained",
        "toilet trained; fully continent; continent; uses the? toilet; dry at night|day|by; potty trained; !not toilet|potty|continent|dry; !incontinent",
        "pads; in|wears|wearing nappies|pads|pullups; incontinent; doubly incontinent; not toilet|potty|continent|dry; wets|soils; !no longer in; !no nappies",
    ),
    (
        "whether anybody was touched",
        "hit|hits|punched|grabbed|kicked|slapped|smacked|pushed|strangled|choked|dragged|headbutted|bit|spat|shook|threw _1 her|him|me|them|the; grabbed by; hands round|around; by the throat|hair|neck; physical assault; physically; !not _2 hit|hits|punched|touch|physically; !never hit; !no physical; !denie* _3; !verbally",
        "not|never touch|touched|hit|hurt|lay|laid _2 her|him|me|them|hands; did|does not touch|hit|hurt; only shouted|shouting|verbal|argued; verbal only|argument|altercation|dispute; no assault|assaults|violence; nothing physical; no physical; not physical; !no physical evidence|injur*|health; !not touch wood",
    ),
    (
        "whether there are to be proceedings",
        "threshold for proceedings met; to issue by|this|now|today|on; proceedings to be; proceedings issued|issuing|initiated|started|commenced|will; issue|issuing|issued _2 proceedings; going to court; go to court; application to court; apply for an?; care proceedings agreed|recommended; legal threshold met; !not to? going|go|issue*|apply; !against; !no proceedings; !before proceedings; !last|final chance",
        "no proceedings; not for|ready court|proceedings|for; pre proceedings first|only|instead; last|final chance; stay|remain|remains in|at plo|pre; not issue*; not be issued; not to? going|go to court; against going|court|issuing|proceedings; proceedings not; legal threshold not; not _1 legal threshold; step down from plo; plo ended",
    ),
    (
        "what a breach led to",
        "recalled; recall to|initiated|requested|agreed; breached; breach proceedings; back to court|before; arrested for breach; licence revoked; !not recalled|breached; !no recall|breach; !at risk of",
        "final|formal|written|verbal|licence warning; given a? warning; warning given|issued|letter; stays out; warned by|about|that; no breach; not breached|recalled|be; no recall; let off; !without warning",
    ),
    (
        "what the court said",
        "ico|eso|epo|sgo|cao|order|injunction|application|appeal made|granted|allowed|extended|obtained; granted _2 order|injunction|application|appeal|ico|epo; !not made|granted; !no order; !order not; !refused",
        "judge|court|magistrates|bench refused|declined|dismissed|rejected|threw; order|application|appeal|injunction|ico|epo refused|dismissed|declined|rejected|not|withdrawn; refused|dismissed the|an? order|application|appeal|injunction; no order; !refused entry",
    ),
    (
        "whether actions came of it",
        "actions agreed|set|given|allocated|were|for; agreed actions; action plan agreed|drawn; safety plan agreed|made; marker|markers|alarm|alarms on|agreed|fitted|to; !no actions|action|safety; !nil actions",
        "no actions; nil actions; no action agreed|from|arising|points; no safety plan|plans|measures; nothing agreed|decided|further; no plan made|agreed",
    ),
    (
        "whether somebody changes the place",
        "to stay|remain at|with|in|there|where; stays|stay|stayed|remains|remain at|where|put; placement continues|continue|maintained|supported|secure|stable; stay put; !not to? stay|remain; !cannot stay|remain; !if; !not continue",
        "move|moved|moves|transfer to special|residential|another|alternative|new|different; agreed move; change of school|placement|home; new school|placement to; placement ended|ending|broken|breakdown|notice; notice given|served on|by _3 placement|carers; 28 days notice; to be moved; cannot stay|remain; !no move; !not move|moved|be; !new school year",
    ),
    (
        "whether the father is known",
        "father is|named|identified|known; named as _1 father; named _2 as father; father on _2 birth certificate; paternity confirmed|established|proven; has pr; !not named|known|identified; !father not; !no paternity; !father is not|unknown; !father known to",
        "father unknown|unnamed; father not named|known|identified|on; unknown father; refuses|refused|declined|would not to? name|say who|give _3 father; no details of|for _1 father; paternity unknown|disputed|denied|in; unsure who _2 father",
    ),
    (
        "whether it was the first time",
        "first time|occasion|incident|offence|episode|disclosure|overdose|seizure|report|referral|attendance|presentation|admission; never before; no previous|prior|history of; not happened before; one off; isolated incident|episode; not known to police|us|services; !not _2 first|isolated|one; !first time mother|mum|parent|father|in|pregnan*",
        "again; not _2 first time|occasion|incident; second|third|fourth|fifth|sixth|seventh|umpteenth _1 time|occasion|incident|overdose|attendance|presentation|admission|episode|seizure; repeated|several|numerous|multiple|many|previous|prior _1 incidents|occasions|times|overdoses|attendances|reports|episodes|assaults; happened before; long history; known to police|services; ongoing for; for months|years; !again next|on|tomorrow|in|if; !try|ring|call|visit|chase again",
    ),
)

DAILY = OF_A_DAY + OF_MOODS + OF_DECISIONS + OF_THINGS
