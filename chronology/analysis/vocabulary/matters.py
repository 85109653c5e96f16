"""More of what excludes each other: for each matter the words of the one side and those of the other.

Written as phrases (``vocabulary/phrases.py``). Where words of both sides overlap, the longer decides: "not suitable" is not "suitable".
"""

from __future__ import annotations

# What may be so at one hour and otherwise on the next day.
OF_THE_MOMENT: tuple[tuple[str, str, str], ...] = (
    (
        "whether the child was seen alone",
        "seen|spoken|spoke|met|interviewed _2 alone|individually; seen|spoken|spoke _4 on his|her|their own; spoken to alone; seen alone; alone with him|her|child; one to one; without _1 mother|parent|parents|father|mum|dad present; in private; !not _3 alone; !not seen|spoken|been; !could not; !unable; !no opportunity; !mother|mum|she seen alone; !home alone; !try; !ask; !to see _2 alone",
        "not|never seen|spoken|interviewed _2 alone; not _2 alone; could not _4 alone|own|privately; unable to see|speak|get _4 alone|own|privately; no opportunity to speak|see; would not leave _1 room|us|him|her; refused to leave _1 room|us|him|her; in front of _1 mother|father|parents|partner|mum|dad|him|her; mother|father|mum|dad|parent|partner present throughout; not left alone; answered for him|her; !not home alone; !not left home",
    ),
    (
        "whether a parent was with the child",
        "accompanied by _2 mother|father|mum|dad|parent|parents; mother|father|mum|dad|parent with him|her|them; with his|her _1 mother|father|mum|dad|parents; mother|father|mum|dad|parent|parents travelled|accompanied|came|conveyed|stayed; and his|her|their mother|father|mum conveyed|taken|brought; !not accompanied; !no parent",
        "no parent|parents|adult|family|relative came|present|with|attended|accompanied; unaccompanied; without _1 parent|parents|adult|mother; parents|mother|mum did not come|travel|accompany|attend|stay; parent not present; neither parent; not accompanied",
    ),
    (
        "whether somebody owned to it",
        "admits|admitted|admitting hitting|smacking|slapping|pushing|kicking|punching|hurting|using|drinking|assault*|the|it|that|to; full admission|admissions; made admission*; confessed; owned up; accepts|accepted that he|she; had hit|smacked|slapped|kicked|punched|hurt him|her; he|she did it; !no admission*; !not admit*; !admitted to hospital|ward|a|the|paediatric|icu|hdu|scbu",
        "denies|denied|denying; no comment; never touched|hit|hurt|harmed|laid; no admission*; did not admit; strenuously; says he|she did not; not him|her|responsible; maintains innocence; refuted; !not deny; !denies|denied suicidal|self|thoughts|plan|plans|intent|ideas|access|entry|needing",
    ),
    (
        "how the child was",
        "playful; alert; chatty; chatting; smiling; smiley; lively; bright and; running about|around; well in himself|herself; happy and; active and; bubbly; settled and; !not alert|playful|smiling; !high alert; !alert on|added|placed|raised|issued|sent|shared|to; !birth|hospital|police|missing|national|safeguarding|red|system|electronic alert; !now _1 alert; !recovered _2 alert",
        "drowsy; lethargic; listless; hard|difficult to rouse|wake; not rousable; sleepy and; limp; floppy; unresponsive; subdued; withdrawn; tearful; distressed; crying; pale and; grey; unwell; quiet and; flat in; not alert|responding|himself|herself; !not unwell|distressed|drowsy|tearful; !mother|mum|father|dad|parent|parents|she|ms|mrs _1 tearful|distressed|crying|unwell; !limp wrist",
    ),
    (
        "whether somebody had eaten",
        "ate; eaten; had _2 breakfast|lunch|dinner; fed well; good appetite; feeding well; finished _2 bottle|feed|meal|lunch|dinner|plate; took full feed|feeds; !ate nothing|little; !not eaten|ate|had|fed; !not been fed; !no breakfast|lunch|dinner; !had no",
        "ate nothing; not eaten; had not eaten; had no breakfast|lunch|dinner|food; no breakfast|lunch|dinner; not had _2 breakfast|lunch|dinner|food; refused|refusing _1 food|lunch|dinner|feed|feeds|bottle; not fed; not been fed; did not eat; would not eat; without breakfast|lunch|dinner|food; poor appetite; not feeding",
    ),
    (
        "whether the police came",
        "officers|police|patrol|unit attended|attending|arrived|came; attended by police|officers; police on scene; police in attendance; police spoke; officers spoke; police took _2 statement; !not attended|attending; !officers|police did not; !police not",
        "not deployed; no officers|unit|units|patrol attended|available|sent|came|deployed; police did not attend|come|arrive; police not attended|called|required; officers did not attend|come; not attended by police|officers; appointment offered|made|car; dealt with by phone|telephone; telephone resolution; resolved by phone|telephone; no police attendance; not attend; no police attended|came; police never; nobody attended|came",
    ),
    (
        "whether somebody is missing",
        "reported missing; reported as missing; missing from; treated|recorded|classed|graded|circulated as missing; missing person; high|medium risk missing; misper; whereabouts unknown; !not missing; !not reported missing; !not _2 treated|recorded|classed as missing; !not been reported",
        "not missing; not treated|recorded|classed|graded as missing; not a? missing; not reported missing; no apparent risk; absent not missing; unauthorised absence; whereabouts known|confirmed; known whereabouts; know|knows|knew whereabouts; not been reported missing",
    ),
    (
        "where somebody slept",
        "own bed|cot|basket|room; in _1 cot|crib|moses|basket|cotbed; moses basket; put _2 in cot|crib|basket; cot in use; slept in his|her|the own? cot|bed|basket; !not in|using _2 cot|basket; !no cot|moses|basket; !cot full|unused|empty|broken|dismantled|used; !cot not",
        "in|on|into|sharing _1 parents|parents'|mother's|mum's|adult|double|big|family|same|shared bed; co slept|sleeping|sleep; cosleeping; cosleep; bed sharing|share|shared; shared _2 bed; slept on _2 sofa|settee|floor|mattress; on sofa|settee with; in bed with; beside _1 mother|mum|father|parent|her|him in; with _2 in bed; between parents|them; cot full|unused|empty|broken|dismantled; cot not used|in; no cot; !no co sleeping|sleep; !no bed sharing; !not in _1 bed; !risk|risks|dangers|advice|advised _3 co sleeping|sleep; !discussed _3 co sleeping",
    ),
    (
        "how somebody lay",
        "on his|her|its|their back; supine; face up; !not on",
        "face down; prone; on his|her|its|their front|stomach|tummy|side|face; !not face; !bruis* _4 on; !mark* _4 on",
    ),
    (
        "whether somebody was asleep",
        "wide awake; awake; was up; up and about; still up; !not awake; !kept|keeps|keeping awake",
        "asleep; sleeping; in bed asleep; fast asleep; not awake; sound asleep; !not asleep|sleeping; !fell|fall|falling asleep; !asleep in|at school|class; !sleeping arrangements|rough|bag|tablets|pills|poorly|badly",
    ),
    (
        "how somebody was dressed",
        "fully clothed|dressed; clothed; dressed; in _2 uniform; appropriately dressed|clothed; well dressed; warmly dressed; in coat; wearing coat|shoes|socks|uniform; !not dressed|wearing|clothed|in; !no uniform|coat; !undressed; !dressed wound|by|with; !inappropriately; !poorly; !wound|burn|scald _2 dressed",
        "naked; undressed; unclothed; only a? nappy|vest|underwear|pants|tshirt; just a nappy|vest; in _1 nappy|vest|pants only; inappropriately dressed|clothed; poorly dressed|clothed; no coat|shoes|socks|uniform|clothes; without _2 coat|shoes|socks|clothes; not dressed|wearing|clothed; barefoot; bare foot|feet; inadequately clothed|dressed; !no uniform shop",
    ),
    (
        "whether somebody was strapped in",
        "car seat in|fitted|used|present; in _2 car seat|booster; strapped in; wearing _1 seatbelt|belt; belted; restrained in|properly|correctly; seat belt on; !not _2 car seat|strapped|wearing|restrained|belted; !no car seat",
        "unrestrained; no car|child|booster seat; unbelted; not strapped|belted|restrained|wearing; without _2 seat|seatbelt|belt|restraint|restraints; loose in|on; on _2 lap|knee of|in front; no seat belt; no seatbelt; not in _2 seat|booster",
    ),
    (
        "whether it was warm",
        "warm; heating on; heating working; well heated; !not warm; !warmly; !warm day|weather|welcome|clothes|coat|bath|with|and? loving|and? affectionate|relationship|interaction*|towards|response; !warm to touch",
        "cold house|home|flat|room|bedroom|property|inside; house|home|flat|room|property|bedroom was? very? freezing|cold|unheated; freezing; unheated; no heating|heat|gas|electric*; heating off|broken|not; not warm; without heating; !cold|freezing weather|day|outside",
    ),
    (
        "whether the supply was cut",
        "supply|electric|electricity|gas|water|power cut|disconnected; supply|electric|electricity|gas|water|power is|was|been|to be|will be? cut|disconnected|off; no gas|electric|electricity|power|water|supply; off supply; !not cut|disconnected",
        "supply|electric|electricity|gas|water|power unaffected|restored|reconnected; supply|electric|electricity|gas|water|power is|was|still|back|been unaffected|on|restored|reconnected|working; not cut|disconnected; still connected|on supply; supply _2 unaffected",
    ),
    (
        "whether somebody was hurt",
        "taken to hospital with injur*; visible injur*; injuries noted|seen|sustained; sustained|suffered _2 injury|injuries|wound|cut|bruise|bruising|fracture; !no visible|injur*; !not sustained",
        "no injur*; uninjured; unharmed; unhurt; not injured|hurt; no visible|apparent injur*|mark*; no marks seen|noted; not hurt",
    ),
)

OF_RECORD: tuple[tuple[str, str, str], ...] = (
    (
        "whether the family is to be told",
        "to ring|phone|call|tell mum|mother|dad|father|parents _6 know|referral|it|told; let mum|mother|dad|father|her|him|them know; mother|mum|father|dad|parents|family|carers to be told|informed|advised|notified; will tell|inform|speak mother|mum|father|dad|parents|family; parents|mother|father to be spoken; open with parents|mother|father|family; tell|inform mother|parents|father|family today|now|first|beforehand; !not to be told|informed; !not tell|inform",
        "not to be? told|informed|advised|notified|alerted|approached|forewarned; nobody|noone to tell|inform|alert|approach|warn|ring; no one to tell|inform|alert|approach|warn|ring; not be told|informed|alerted|approached; not to tell|inform|alert|approach|warn mother|mum|father|dad|parents|family|them|him|her; without telling|informing|alerting mother|mum|father|dad|parents|family; nothing to be said to; kept from mother|father|parents|family; !not to be told apart",
    ),
    (
        "whether it is to be referred on",
        "agreed|decided|plan|agrees|resolved to refer; to be referred to|for|on; will refer|be referred; referral to be made|sent|completed|submitted; referral agreed|supported|approved; agreed|support* a? referral; !not to be referred; !not refer|be; !referral not",
        "referral not be? supported|agreed|made|needed|necessary|appropriate|pursued|required|indicated; no referral to be|needed|necessary|agreed|required|made; no need for|to a? refer|referral; not to refer; not to be referred; not be referred|referring; decided|agreed against _2 refer*; referral against|withdrawn; not support* _2 referral",
    ),
    (
        "whether the work goes on",
        "run|runs|running|continue|continues|go|goes|carry|carries|stay|stays|remain|remains on? open? for another|further|two|three|four|six|twelve _2 months|weeks|month|period; stays|remain|remains|stay|kept|keep open; not ready to close|end; too early|soon to close|end|step; !not run|continue",
        "case|file|episode closed; case|plan|file|work|involvement|support|episode to close|end|cease|finish; to close|be closed; closes|closing|close at|by|on|after|this|next|in|within; close the case|file|episode; step down and close; no further role; !not to close; !not ready to close; !close relationship|family|friend|eye|supervision|monitoring; !close to|contact",
    ),
    (
        "whether contact goes on",
        "to have _4 contact; contact _3 every|each|weekly|twice; contact|visits|visiting|calls _3 goes|go|carries|carry|continues|continue|to continue|remain|remains on? as before|usual|now|planned|agreed|unchanged|arranged; contact|visits _2 unchanged; no change to|in _1 contact|visits|visiting",
        "contact|visits|visiting|calls _3 stopped|suspended|halted|paused|ended|ceased|ceases|cease|stops|hold; contact|visits to stop|cease|end|be suspended|stopped; stop|suspend|halt|end _1 contact|visits; !contact not; !not stopped|suspended",
    ),
    (
        "whether the child stays in the placement",
        """to? stay|stays|remain|remains|remaining|be put|where she|he|they is|are; stay|stays|remain|remains put; stay|stays|remain|remains|remaining with _2 carer|carers|mrs|mr|ms; remains with; to remain with; to stay with;
        no change|move of|to|in|from the? placement|carer|carers|home; placement to? continue*|stands|maintained|confirmed|stays|secure; placement is|should to? continue|be maintained|remain; placement to remain; stay|stays|remain|remains|kept|staying in|at the|this|her|his|their _1 placement|foster|home|unit;
        not to be moved; not to move; not be moved; not be disrupted; no plan|plans to move; long term with|here; permanence with; !not stay|remain|remains|stays; !stay|remain|stays|remains with _2 mother|father|mum|dad; !remain|remains with the police|school|service|gp; !concern*|concerns remain|remains""",
        """leave|leaves|leaving the|her|his|their foster|placement|carer*|unit|home; move|moves|moved|moving on?|out? to|in|into|from; to be moved; change of placement|carer|carers|home; placement to? ends|ended|ending|end|cease|disrupted|terminated; placement is to? end;
        join|joins|joining|reunited|rejoin with? _1 mother|mum|father|dad|parent|parents|aunt|sister|brother|grandmother|grandparents; rehabilit* to|with|home; reunification with|to|home; go|goes|going|return|returns|returning|back back? to live? _1 mother|mum|father|dad|parents|parent|birth;
        in|into|to a|the? parent|mother and baby|child unit|placement|foster; parent|mother and baby|child unit|placement; new|another foster|carer|carers|placement; to|into adoptive|adopters|residential; placed elsewhere; !no change of; !no change|plan|plans|move; !not move|moves|moved|moving; !not to? be? move|moved; !not leave|join|go|return; !move|moves|moving in for|while|until; !move|moves|moving in to help|support; !moved|move to _3 bottle|solids|stage|class""",
    ),
    (
        "whether somebody has capacity",
        "has|had|with|have _1 capacity; capacity assessed as present; capacitous; deemed to have capacity; gillick competent; is|was|deemed competent; !not _2 capacity; !lack* capacity; !no capacity; !not _1 competent",
        "lacks|lacked|lacking|without _1 capacity; no capacity to decide|consent|make; not have _1 capacity; incapacitated; dols; best interests decision; not gillick|competent",
    ),
    (
        "whether it is in full",
        "full timetable|time|attendance|day|days; full time school|education|timetable|placement; reintegrated; back full time; !not full; !full time work|job|employment",
        "part time timetable|school|education|table; reduced timetable|hours; part timetable; half days; mornings only; not full time; still part; one hour a day",
    ),
    (
        "whether anybody visited",
        "parents|mother|father|mum|dad|family at _2 bedside; parents|mother|father|mum|dad|family visiting|visited|resident|rooming|stayed; visited by|daily|every; at the bedside; rooming in; !not visited|visiting; !home|site|health visited; !visited by hv|sw|police|health|social|midwife",
        "nobody|no one visited; no visitors|visits|visit from; not visited; not been visited|in to; parents|mother|mum|father not visited|visiting|seen|been _2 ward; no contact from|with _1 parents|family; not seen on _1 ward; did not visit; unvisited",
    ),
    (
        "whether a request was granted",
        """application|request|transfer|bid|appeal|claim|funding|panel|extension|transport|package|respite|place _3 approved|granted|agreed|accepted|successful|awarded|allowed|supported;
        approved|granted|awarded|accepted|allowed _3 application|request|transfer|funding|appeal|claim|extension|transport|package|respite|visa|place; priority awarded|given; band a|1|one awarded?; !not approved|granted|agreed|accepted|successful|awarded|allowed|supported;
        !not been approved|granted|agreed|accepted|awarded; !unsuccessful; !did not grant|approve|agree|accept|award; !to be approved|granted|agreed|awarded; !awaiting; !if approved|granted|agreed""",
        """application|request|transfer|bid|appeal|claim|funding|panel|extension|transport|package|respite|place _3 refused|declined|rejected|denied|unsuccessful|failed|dismissed|withdrawn; application|request|transfer|funding|appeal|claim|panel|place _2 turned down|not; turned down;
        refused|declined|rejected|denied|dismissed _3 application|request|transfer|funding|appeal|claim|extension|transport|package|respite|visa|place; not approved|granted|awarded; not been approved|granted|agreed|awarded; did not grant|approve|award; no funding; knocked back; unsuccessful""",
    ),
    (
        "whether somebody agreed",
        """gave|given|has|have|giving permission|consent|agreement; parental|mother's|father's|full|verbal|written|informed|with _1 consent; permission|consent given|obtained|gained|granted|in; consented; consents; agreed to|that|with; agrees to; has|have|had agreed; happy to|for|with; fine with|about; ok|okay with|about; no objection*; willing to; wants|wanted|wishes|asked to go|move|leave|stay|be|have|come; accepted help|support|offer|place|referral|the; accepts help|support|offer; keen to|for; said yes; what she|he|they wanted|wants|want; signed _1 in front; in agreement; signed consent; signed _2 consent; consenting; mother|mum|parent|she happy; on board;
        !not agreed|agree|consent|given|happy|willing|want|wish|keen|accepted; !not give|given|gave; !not in agreement; !no consent|permission; !refused to; !will be agreed; !to be agreed; !if agreed; !did not; !does not; !would not; !without""",
        """refused; refuses; declined; declines; !refused|declined transport|conveyance|hospital|ed|police|comment|interview; refused|refuses|refusing|declined|declines|declining a|an|to|support|early|referral*|skeletal|medical|examination|assessment|all|help|offer|referral|consent|permission|the|all|any; did|does|do|would|will not agree|consent|want|wish|accept|give|allow|permit|let|do; against _2 wishes|will; not agreed|agree|consent|consented|willing|happy|keen; no consent|permission; without _2 consent|permission|agreement; not given _2 consent|permission; not give _2 consent|permission; adamant _6 not|no; insists|insisted _5 not|no; objects|objected|objecting to; will|would not sign; not sign; cannot share; can not share; never agreed|consented|wanted|signed|gave; said no to; unwilling; opposed to; against it|the|this;
        withheld|withdrew|withdrawn _1 consent|permission; consent refused|withheld|withdrawn|declined|not; turned down; !refused to leave|go|answer|comment|move; !refused entry; !not happy with|about; !refused bail|charge""",
    ),
    (
        "what a test showed",
        """xray|x|ray|rays|scan|ct|mri|survey|bloods|blood|test|tests|screen|swab|swabs|ecg|eeg|ultrasound|results|result|examination|toxicology|imaging _4 normal|clear|nad|negative|unremarkable|ok|okay|fine; normal|clear|negative|unremarkable _2 xray|x|ray|scan|ct|mri|survey|bloods|test|tests|screen|swab|results|result|examination|ecg|eeg;
        negative for|to|on; nothing abnormal; no abnormalit*; nad; tested negative; testing|tests|tested clean|clear|negative; no fracture|fractures|bleed|abnormality seen|found|identified|shown|on; showed|shows|found|identified nothing; !abnormal; !not normal|clear; !negative attitude|impact|effect*|about; !clear plan|boundaries""",
        """xray|x|ray|rays|scan|ct|mri|survey|bloods|blood|test|tests|screen|swab|swabs|ecg|eeg|ultrasound|results|result|examination|toxicology|imaging _4 abnormal|positive|showed|shows|found|revealed|revealed|raised|confirms|confirmed|demonstrated|identified; confirm|confirms|confirmed|shows|showed|found|reveals|revealed _5 mri|ct|scan|xray|survey; positive _2 test|tests|screen|swab|swabs|result|results|breath; tested positive; testing positive; positive for|to; abnormal;
        !showed|shows|found|revealed|identified|demonstrated nothing|no|normal; !no abnormal*; !nothing abnormal; !nothing found; !not positive; !positive about|feedback|relationship*|change*|interaction*|attitude; !found to|that|him|her; !raised concern*|by; !not _1 abnormal""",
    ),
    (
        "whether development is as it should be",
        "meeting _2 milestones; milestones met; age appropriate; all areas met; areas of development met; developing well|normally|appropriately|as; development normal|good|age|appropriate|satisfactory|fine|on; no developmental concern*; on track; met _2 milestones; within expected; expected range|level|levels; no concerns about|re|with _1 development; asq fine|normal|passed|ok; !age appropriate motor|gross|fine|social|play|hearing|vision|physically|self; !not meeting|on|met|developing|within; !below _2 expected; !not age",
        "delayed; delay; delays; developmental concern*; behind with|in|developmentally|for|peers; not meeting _2 milestones; milestones not; below _2 expected|age|range; not yet walking|talking|sitting|crawling; not on track; failed _1 asq; significantly below; global delay; language|speech delay*; !no delay*; !not delayed; !delay in reporting|presentation|presenting|seeking|referral|calling; !delayed discharge|presentation|visit|because|by|until",
    ),
    (
        "whether somebody is registered",
        "registered with|at|today; is|now|newly registered; new patient check; on roll; enrolled; enrolment; !not registered|enrolled|on; !never registered; !registered keeper|manager|owner; !refused to register",
        "not registered; no gp; unregistered; refused to register|registration; not enrolled; not on roll; never registered; without a? gp; deregistered; off rolled; removed from _1 list|roll; not yet registered; no longer registered|on; no school place",
    ),
    (
        "whether the case has a worker",
        "allocated to; allocated social|sw|worker|for; has been allocated; worker allocated|assigned|identified; case allocated; now allocated; assigned to; !not allocated|assigned; !no worker|social|sw; !to be allocated; !not yet; !awaiting; !when allocated; !until allocated",
        "not allocated; not yet allocated; unallocated; not been allocated; awaiting|await allocation; no allocated; no worker|social|sw|one|keyworker allocated|assigned; no social worker|named; no allocation; on _2 waiting list; not assigned",
    ),
    (
        "how long somebody had been ill",
        """right as rain; perfectly|completely|absolutely well|fine|normal; to bed well|fine|happy|normal|normally; fine all|until|before|earlier|when|yesterday; was fine; were fine; well until|all|before|earlier; been well|fine; his|her usual self; normal until|self; no warning; out of the blue; sudden onset; suddenly collapsed|stopped|became|went; no symptoms|previous symptoms; ate well and|before;
        !not _2 fine|well|right; !not been well|fine; !not his|her usual self""",
        """unwell|poorly|ill|sick|struggling|wheezy|wheezing|coughing|vomiting|breathless|feverish|drowsy since|for|all; been _2 unwell|poorly|ill|sick|struggling|wheezy|coughing|breathless|vomiting|drowsy; getting worse; worse over|through|since|all; deteriorating over|since|all; complaining|complained _4 since|for; for _1 days|hours|weeks; not himself|herself since|for; not right since|for|all; not been well|right|himself|herself; off _1 food; history of _2 vomiting|fever|cough; symptoms for|since|from;
        !not been _2 unwell|poorly|ill|sick; !returns in days; !for two|three|four|five|six|seven|ten days _1 visit*|review|notice; !monitor* for; !course for; !bail*""",
    ),
    (
        "whether the parents were told",
        "mother|mum|father|dad|parent|parents|family|carers informed|told|notified|aware|spoken; informed|told|notified _1 mother|mum|father|dad|parent|parents|family; parents are|were aware; discussed with _1 mother|mum|father|dad|parent|parents|family; parental consent; !not informed|told|aware|discussed|notified; !unaware; !mother|mum|father|dad|parents told|informed me|us|him|her|police|school|staff|sw|social; !without telling",
        "without _3 knowledge; mother|mum|father|dad|parent|parents not|never informed|told|aware|notified; parents|mother|mum|father were|was|are|is not informed|told|aware; not informed|told _1 parents|mother|mum|father; behind her|his|their back; without telling|informing|speaking; unaware of|that|the; not discussed with _1 mother|mum|father|parents; parents|mother|mum|father|dad unaware; not aware of _1 referral",
    ),
    (
        "whether it was good enough",
        "suitable; satisfactory; adequate; sufficient; good enough; appropriate care|education|arrangements|provision; up to standard; acceptable; !not suitable|satisfactory|adequate|sufficient|good|acceptable|appropriate|up; !unsuitable; !inadequate; !unsatisfactory; !suitable for referral",
        "not safe; unsafe; unsuitable; unsatisfactory; inadequate; insufficient; not suitable|satisfactory|adequate|sufficient|acceptable|appropriate; not good enough; not up to; unacceptable; falls|fell short; below standard; inappropriate care|arrangement|arrangements",
    ),
    (
        "whether a programme was finished",
        "completed _4 programme|course|sessions|group|work|order|relationships|freedom|parenting|treatment|detox|requirement; programme|course|sessions|group|detox|treatment completed|finished|complete; finished _2 programme|course|sessions|detox; successfully completed; graduated; !not completed|finished|complete; !did not; !to be completed; !failed to",
        "taken off; removed from _2 programme|course|group; did not complete|finish; not completed|finished; failed to complete|finish|attend; dropped out; withdrew from|_2 programme|course; withdrawn from; excluded from _2 programme|course|group; disengaged; never started|completed|finished; left _2 programme|course|rehab|detox; breached for",
    ),
    (
        "whether an interpreter was used",
        "interpreter used|present|booked|attended|by|on; with|through|via _2 interpreter; language line; telephone|face interpreter; interpreted by; !no interpreter; !without _1 interpreter; !interpreter not|did|cancelled|failed; !need* interpreter",
        "no interpreter; without _1 interpreter; interpreter not|failed|unavailable|cancelled|did; daughter|son|child|husband|partner|father|sibling|friend|neighbour|cousin interpreted|translated|translating|interpreting; interpreted by _1 daughter|son|husband|partner|father|child|friend; family interpreted|translated; not offered _1 interpreter",
    ),
    (
        "whether it was the first time",
        "first time|incident|occasion|episode|contact|attendance|presentation|such; no previous|prior|earlier|past|other; not previously known; never before; not known to; isolated incident; one off; !not first|the; !first seen|appointment; !not isolated|one",
        "previous|prior|earlier incident*|history|attendance*|episode*|concern*|referral*|call*|injur*; repeat|repeated victim|incident*|attendance*|pattern; second|third|fourth|fifth|sixth|seventh|another incident|time|occasion|episode|attendance|call|such|injury; well known to; known to us|police|services|service|social; long history; history of; ongoing; not an? first|isolated; !no previous|prior|history|earlier; !no known; !denie* previous; !second floor|opinion|hand|visit",
    ),
    (
        "whether it was meant",
        "accidental; accidentally; by accident; by mistake; unintentional*; not deliberate|intentional*|on|meant; mistaken; misread; an accident; !not accidental|accidentally|an; !non accidental; !unlikely _4 accidental; !was not _1 accident",
        "deliberate; deliberately; intentional; intentionally; on purpose; wanted to die|hurt|harm; meant to; inflicted; intended to; unlikely _4 accidental|accident; not accidental; not an accident; non accidental; !not deliberate*|intentional*|meant|intended|inflicted; !deny|denied|denies _3 deliberate|intent*; !unintentional*; !possible non accidental; !self inflicted",
    ),
    (
        "whether a notice was served",
        "notice served|issued|given|seeking|handed|posted; served|issued|handed|given|gave|received|got _3 notice; notice to quit; under notice; days|days' to quit; section 21|8 _1 notice; nsp|nosp|nisp served|issued; section 21|8 served|issued|notice; eviction notice; legal notice; !no notice; !no _1 notice to quit; !notice _1 will not; !not _2 given|handed|under|got|received; !not served|issued; !notice not; !not been served",
        "no notice; no eviction|written|formal|legal notice; no plan|plans to evict|serve; not under notice; not _2 given|handed|received|had|got|getting _1 notice; nobody _2 evicted|evicting; no notice to quit; no question of notice|eviction; notice _2 not|will; notice not|withdrawn|lapsed|cancelled|never; not served|issued _1 notice?; not been served; without notice; no legal action; no action on arrears; no nsp|nosp|nisp",
    ),
    (
        "whether arrears remain",
        "arrears|debt|rent|balance _2 outstanding|unpaid|owed|owing|rising|increased|remain*; in arrears; rent arrears; owes; owing; behind with _1 rent; arrears of; arrears stand; arrears £*; £* _1 arrears|owing|owed|behind|outstanding|overdue; !no arrears; !not in arrears; !arrears cleared|paid",
        "in credit; credit of|by; no arrears; arrears cleared|paid|nil; account clear|in credit|up; rent paid|account clear; rent is|was|account? up to date; rent up to date; not in arrears; nothing owed|owing; clear rent account; paid in full; paid off; in credit",
    ),
    (
        "whether legal steps are taken",
        "legal planning meeting _2 agreed|to; threshold for care|proceedings|plo _2 met; plo initiated|to|started|begun|entered; enter plo; proceedings issued|to|initiated|started|begun; issue proceedings; apply for _2 order; legal advice sought|to; !not to issue; !no plo|legal|proceedings; !not met; !not be issued",
        "no plo|proceedings|legal; threshold for care|proceedings|plo _1 not; not to issue|enter|initiate; proceedings not|withdrawn|concluded; plo ended|discharged|not|concluded; legal threshold not; stepped|step down from plo; out of plo; no order sought",
    ),
    (
        "whether a crime was recorded",
        "crime recorded|record|report|number|ref|reference; crimed; recorded as _2 crime|assault; offence|offences disclosed|made|recorded|committed; crime received; !no crime|offence|offences; !not crimed|recorded",
        "no crime|crimes|offence|offences; not crimed; not recorded as; non crime; no offence disclosed; not a police|criminal matter; no criminal; no cause for police",
    ),
    (
        "in which direction the case goes",
        "step|stepped|stepping up; stepup; escalat*; !not for _1 conference|icpc; to go to conference; to icpc; progress to conference; !not step|stepped|escalat*; !no escalat*",
        "step|stepped|stepping down; stepdown; de escalat*; down to early|cin|child; not to conference; not for _1 conference|icpc; stay|stays at cin; no conference needed; remain* at child|cin|early; !not step|stepped down",
    ),
    (
        "whether a patient stayed to be seen",
        "seen and treated|discharged|examined|assessed; assessed on|by|in; was seen by|in; seen by doctor|dr|registrar|consultant|nurse|enp|triage; treated and; examined by; !not seen; !left before; !before being seen",
        "left before|without being|treatment|seen|assessment|examination; did not wait|stay; dnw; lwbs; self discharged; took own discharge; absconded from; not seen by; discharged against",
    ),
    (
        "whether a case goes to court",
        "charge authorised|agreed|approved; authorised|authorise|authorising _1 charge|charges; going to court; court date; to be charged; realistic prospect of; cps agree|agreed|charging; trial date; !no realistic; !not authorise*|authorised|going; !insufficient; !no charge*; !no court",
        "no realistic prospect; case filed|discontinued|dropped; nfa by|from cps; cps nfa|advised no|against; no prosecution; not in _2 public interest; evidential difficult*; insufficient evidence; charge|charges not|refused|dropped; not going to court; no court date; prosecution dropped|discontinued; filed pending",
    ),
    (
        "whether an order or paper was served",
        "order|notice|papers|summons|injunction served; served on|with|him|her|in|personally|at; serve* _2 order|notice|papers|summons; !not served; !unable to serve; !not been served; !to be served; !served _2 sentence|custody|time",
        "unable to serve|locate; not served; not been served; unserved; could not serve|be served; failed to serve; not yet served; attempt* to serve; service failed",
    ),
    (
        "whether somebody goes there",
        "attends daily|regularly|every|each|most|well; attending daily|regularly|well; goes daily|regularly|every|most; place continues|taken|used; comes daily|every|regularly; !not attend*|going|using|coming; !no longer; !rarely",
        "place _3 ended|withdrawn|lost|closed|cancelled|given; no longer attends|attending|goes|going|comes|coming|using; stopped attending|going|coming; not attended since|for; has not been since|for|in; rarely attends|comes; never attends|attended|comes",
    ),
    (
        "what is wrong",
        "no _1 disorder|diagnosis|illness|evidence of|impairment; does not meet criteria; not meet _2 criteria; diagnosis not; no mental|psychiatric illness|disorder; no diagnosis; ruled out; nothing wrong; not autistic|depressed|psychotic|disabled; screen negative; negative for",
        "diagnosed with|as|him|her|ptsd|adhd|autis*|depress*; diagnosis of|confirmed|given|made; meets criteria; met criteria; confirm|confirms|confirmed _1 coeliac|diabetes|epilepsy|allergy|autism|adhd|diagnosis; !not diagnosed; !no diagnosis; !awaiting _2 diagnosis; !previously diagnosed; !not meet",
    ),
    (
        "whether anybody saw it",
        "witnessed by|it|the; saw it happen; seen by staff|others|teacher|witness*; witness* say|said|saw|state|stated|confirm*; on cctv; !unwitnessed; !not witnessed|seen; !no witness*",
        "unwitnessed; not witnessed; no witness*; nobody|no one saw; not seen by anyone|staff|anybody; no cctv; not on cctv",
    ),
    (
        "whether the pregnancy was known of",
        "knew _2 pregnant; aware _2 pregnant|pregnancy; booked at|for|with|early; antenatal care received|attended; attended antenatal; good antenatal; !not booked; !unbooked; !did not know; !no antenatal; !unaware",
        "unbooked; concealed pregnancy|her; hidden pregnancy; no antenatal; did not know _4 pregnant; unaware _4 pregnant; not booked; denied pregnancy",
    ),
    (
        "how the attendance is",
        "good|excellent|improved|improving|full attendance; attendance good|excellent|improved|improving|fine|satisfactory|above; no attendance concern*; attends regularly|daily|well|every; attending well|regularly|full; !not attending; !no improve*; !not improved|good; !poor",
        "poor|low|declining|erratic|irregular|sporadic attendance; attendance poor|low|declining|erratic|dropped|falling|below|concern*|remains|irregular|sporadic|worse*; persistent absen*; persistently absent; not attending; rarely attends; attendance is a concern; refusing school; school refus*; not been in school|attending",
    ),
    (
        "whether somebody works or studies",
        "in work; in employment; employed as|at|by|full|part; has _2 job; working as|at|full|part|nights|in; started work|college|job; at work; !not in work|employment|employed|working; !unemployed; !no job; !partnership working; !working with|together",
        "unemployed; not in work|employment|employed|working; out of work; no job; lost _2 job; neet; not in education; jobless; sacked",
    ),
    (
        "whether a report was sent in",
        "report submitted|sent|provided|shared|circulated|presented|tabled|read|given; sent|submitted|provided|presented|shared|gave _2 report; written report; !no report; !not submitted|sent|provided; !report not; !did not",
        "no report; !no report _3 requested|asked|needed|required|wanted|due; report not; no written report; did not send|submit|provide _2 report; without report; not submitted|provided|sent _2 report; nothing in writing; report outstanding|awaited|missing",
    ),
)

MATTERS = OF_THE_MOMENT + OF_RECORD
