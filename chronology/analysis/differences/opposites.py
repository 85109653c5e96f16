"""What excludes each other: for each matter the words of the one side and those of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from chronology.analysis.differences.between import Between, once_in_case
from chronology.analysis.differences.clauses import PARTING, Clause, clause_at, clause_start, of_others, of_the_family
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.daily_matters import DAILY
from chronology.analysis.vocabulary.matters import MATTERS
from chronology.analysis.vocabulary.phrases import Found, Phrasebook

# A matter, the one side, the other side. Where words of both overlap, the longer decides: "not charged" is not "charged".
OPPOSED: tuple[tuple[str, str, str], ...] = (
    (
        "the plan",
        """plan|plans to? continue*|remain*|maintained|stay*|stays; plan|plans carries|carry|carried on; plan|plans extended|renewed; remains|remain on|subject; continue|continues|continued on|under|with|subject; registration to|will|should? continue|remain*;
        stays|stay|kept|keep on a|the? cp|child|plan; continue|continued|continues on plan; stay|stays subject; to continue on; cp|protection plan to continue; remain a? child protection; plan|plans carried|carries on; plans? _2 extended|continue*|renewed|remain*; further period on plan; plan for another; still subject|registered; still on child protection|cp|cpp; still on a|the? _2 plan; plan|plans is|are|to|will|should? be? maintained|sustained; needs|need|needed to stay|remain|be on _1 plan; cp|cpp to? continue|continues|remain|remains|stay|stays; remain|remains|stays|stay|kept registered; status unchanged|continues|remains|stays; keep|keeps|kept|keeping _2 plan on; plan|plans is|are|to|will|should? be? kept|retained; plan|plans kept|retained; not _1 ready to come|step|be off|down|stepped; too soon|early to end|step|come|close|remove; remains? cp|child protection; continue|continues under neglect|emotional|physical|sexual; step down declined|refused; keep|keeping|kept _3 plan|plans running|going|open; keep|keeps|keeping|kept _4 on _2 plan|plans; stays|stay|staying|remain|remains|remained on _2 plan|plans|cp|cpp; plan|plans to? run|runs|running on|for""",
        """plan|plans has|have|had|was|were|is|are|will _2 end|ended|ceased|closed|discontinued|removed|lifted; !plan|plans has|have|was|were|is|are|will not; plan|plans would|should end|cease|close|finish; plan|plans to? end|ended|ends|cease*|closed|discontinued|removed|lifted; plan|plans closed by; plan|plans come|came|coming to _2 end; ended cp|the|cpp|child; step|stepped|stepping|steps down; stepdown; deplan*; de plan*|regist*; deregist*; removed|taken|come|came off|from a|the|their? plan|plans|register|cp|child;
        off plan; off the? plan|register; plan|plans|planning should|must|can|could|to? _1 cease|end|stop|finish|lapse; end|ended|ending|cease|ceased|finished _1 child protection|cp|cpp; finished|done with child protection|cp; !not _1 ready to come|step|be off|down|stepped; !too soon|early to _3 off|down|end; !against _1 step|stepping|stepdown|ending|closing|coming|removing|removal; no longer on|subject; plan|protection finished|over; child protection ended|finished|over; discharged from _2 plan; now cin; now child in need; down to cin; down to child in need; cin instead; child in need instead; plan|plans was|were|is|are|to? be? brought|drawn|come|comes|coming|came to _1 end|close|conclusion; plan|plans brought|drawn to _1 end|close|conclusion; plan|plans has|have come to _1 end|close; no longer requires|require|required|needs|need|needed _3 plan|plans; plan|plans no longer needed|necessary|required; plan|plans discharged|terminated|finished|lapsed|expired|concluded; bring|bringing|brought _3 plan|plans to _1 end|close""",
    ),
    (
        "who is on a plan",
        "both|all|each _4 plan|plans|cp|cpp|subject|registered; both|all children|boys|girls|siblings _3 plan|plans|cp|cpp|subject; two|three|four children cp|cpp|on|subject",
        "not made subject; not placed on; not on a? plan; not subject; no plan for; not to be on; not made the; not registered; threshold for plan not",
    ),
    (
        "whether there is to be a protection plan",
        "made subject; cp plan|plans; cpp; child protection plan; protection plan; placed on a? plan; on a? cp|cpp|protection; registered under; subject to a? plan|cp|child; plan agreed; cp plan under|for|emotional|neglect; plan taken over|transferred|adopted; plan|plans made for; !neither _6 plan|subject; !no cp|cpp|protection|child; !not made|subject|placed|on; !not to be; !no need for; !without a? plan|cp|cpp|protection; !rather than; !child in need plan; !instead of; !remov* from; !off cp|the|a|child|protection; !came|come|coming off; !child protection plan|plans _1 end|ended|ends|ceased|closed|discontinued|removed; !plan|plans|cpp to? be? end|ends|ended|ending|ceased|closed|discontinued|removed; !cp|protection plan|plans _1 end|ended|ends|ceased|closed|discontinued|removed; !end|ended|ending|ends _3 plan|plans",
        "no longer _1 subject|on; child in need would|is|was|will be? enough|sufficient|suffice|adequate|appropriate; cin would|is|was|will be? enough|sufficient|suffice|adequate|appropriate; child in need enough|sufficient|suffices; not placed|put on _1 plan; neither|none|no child|of _6 plan|subject; no plan was|is|were? needed|necessary|required|made|felt; managed|supported|held|worked|dealt _1 under|at|as|with _1 child in need; managed|supported|held|worked|dealt _1 under|at|as|with _1 cin; child in need only|plan; cin only|plan; no cp|cpp|protection plan|needed|required; no child protection plan|plans; not made subject; not subject; not placed on; remain* child|cin in? need?; cin instead; no cpp; early help instead|only; no plan needed|made; stay* cin; not registered",
    ),
    (
        "what the doctor thought",
        "cause not determined|known|established|clear; undetermined; not determined; inconclusive; could have happened|been|occurred; may have happened|been accidental; ordinary handling; cannot|could not be? say|determined|excluded|certain|establish*; unable to say|determine; neither _3 accident*; possibly accidental; likely accidental; probably accidental; accidental; plausible",
        "non accidental; nai; inflicted; abusive; deliberately caused; deliberate; with force; abuse confirmed; was assaulted; !possible nai|non; !query nai|non; !not|no _2 inflicted|deliberate|nai; !rule* out nai|non; !not thought; !concern* of|about|re nai|non",
    ),
    (
        "whether anybody answered",
        "answered the? door; let _2 in; invited in; opened the? door; seen at home; welcomed in; spoke at|on _1 door|doorstep; gained entry; entry gained; forced entry; entry forced; !no entry; !not gain; !unable to; !no one|nobody answered; !not answered|let|seen; !would not; !refused to; !did not",
        "could not get in|access; no entry; entry not|refused; unable to get|gain; not gain entry|access; no reply; no answer; nobody|noone home|in|answered|there; no one home|in|answered|there; not in; door not answered|opened; did not answer; card|note left|through; calling card; unable to gain; no access",
    ),
    (
        "whether it was signed or agreed",
        "signed by|the|a|it|working|written; agreement signed; both signed; has signed; have signed; !not signed; !refused to sign; !to be signed; !unsigned",
        "refused to sign; not signed; unsigned; would not sign; declined to sign; did not sign; not yet signed",
    ),
    (
        "whether somebody was conscious",
        "alert; conscious; responsive; awake; gcs 15; fully conscious; no loss of consciousness; !not alert|responsive|conscious|awake; !now alert|responsive|conscious|awake; !became alert|responsive; !alert now|since|by|afterwards; !unresponsive; !semi conscious; !high alert; !alert and|on|raised|added|placed|flag*",
        "unconscious; unresponsive; not responsive|conscious|responding; loss of consciousness; collapsed; knocked out; passed out; lost consciousness; floppy; !no loss of",
    ),
    (
        "how an order or programme ended",
        "completed successfully; successfully completed; order|programme|course completed; completed _3 order|programme|course; good compliance; complied with; fully complied; satisfactory completion; !not completed; !to be completed; !not complied",
        "breach*; back to court for; failed to complete|comply; recalled; revoked; not completed; did not complete; non compliance; terminated early; removed from _2 programme|course; unsatisfactory; did not comply; not complied; !no breach*; !not breach*",
    ),
    (
        "whether a statement was given",
        "gave _2 statement; given _2 statement; statement taken|given|provided|obtained|made|signed; made _2 statement; provided _2 statement; supports|supported|supporting _2 prosecution|charges|charge; willing to give|support|prosecute|make; wants to prosecute; wants him charged|prosecuted; !not give|gave|support*|willing; !no statement; !did not; !does not; !unwilling; !not supporting|supportive",
        "declined|declines|refused|refuses|unwilling to _2 statement|support|prosecute|press; refused|declined _2 statement; no statement; would not give|make|provide|support|prosecute; did|does not support|give|make|provide|wish|want; not support|supporting|supportive _2 prosecution; retract*; withdrew _2 statement|complaint|support|allegation; not willing to; no complaint|complaints; does not want _3 prosecuted|charged|action",
    ),
    (
        "whether somebody pleaded or was found guilty",
        "found guilty; convicted; pleaded guilty; guilty of|on|verdict; guilty plea; plea of guilty; sentenced; !not guilty; !not convicted|sentenced",
        "trial collapsed; walked free; acquitted; not guilty; found not guilty; case dismissed|collapsed|dropped|discontinued; no evidence offered; charges dropped|withdrawn; case withdrawn; not convicted",
    ),
    (
        "whether a place was offered or lost",
        "place offered|confirmed|secured|available; offered a? place|placement|tenancy|property|accommodation; started at|nursery|school|college; enrolled; on roll; !not started|enrolled|offered; !no place",
        "no place|places|placement|vacancy|vacancies; place withdrawn|lost|refused; off roll|rolled; removed from roll; not on roll; not enrolled; not offered; turned down; deregistered; never started; not started",
    ),
    (
        "whether the pregnancy went on",
        "is pregnant; confirmed pregnan*; pregnancy confirmed|test positive; positive pregnancy; live birth; born alive; pregnancy continuing|ongoing|viable; heartbeat seen|heard|present|found; decided to keep|continue; booked for; !no heartbeat; !not viable",
        "stillborn; stillbirth; miscarr*; termination; terminated; pregnancy ended|lost; no heartbeat; not viable; ectopic; not pregnant; negative pregnancy test; pregnancy test negative",
    ),
    (
        "whether there was school",
        "in school; attended school; at school today; present in school; arrived at school; came to school; !not in|at school|present; !since _3 in school; !not attended; !back in school; !been in school; !seen in school",
        "absent; not in school; off school; no show at school; kept off|home; did not attend school|college; unauthorised absence; not at school; sent home from school; truant*; never arrived at school; !not absent; !absent from _2 home|placement",
    ),
    (
        "whether anybody looked in",
        "last saw|seen _3 alive|well|at; checked hourly|at|overnight|regularly|every; checks completed|done|carried; looked in; changed _1 feed|nappy at|in; woke for _2 feed|bottle; fed at|in the? night; up in the night; checked during the night; heard snoring|breathing; !not checked|seen; !no checks",
        "slept through; did not check|go in|look in|wake until; did not go in; not checked; no check|checks; none overnight; not seen until|since; nobody|no one checked|looked|went in; checks not|missed; missed checks; !did not check out|in",
    ),
    (
        "whether a weapon was found",
        "knife|weapon|blade|machete found|recovered|seized; armed with; in possession of _2 knife|weapon|blade; produced _2 knife|weapon|blade; !no knife|weapon|blade; !not armed",
        "no weapon|weapons|knife|blade; unarmed; nothing found; no weapons found|seen; search negative; negative search; not armed",
    ),
    (
        "whether the child was supervised",
        "accompanied at|by; supervised at; supervised by; under supervision; adult present; watched by; supervised; with an? adult; in the care of; with her|his|their aunt|uncle|nan|grandmother|babysitter; babysitter; babysat; !supervised contact|visit*|session*|only|spend*; !contact _3 supervised; !not|un _1 supervised; !no adult",
        "unsupervised; unaccompanied; left alone; home alone; unattended; no adult|adults; not supervised; on their own at; without supervision; without an? adult",
    ),
    (
        "what was decided",
        "no further _2 action; nfa; !nfa unless|until|pending; nfa'd; !nfa police|criminal|crime; !police nfa; !no further police|criminal action; !no further hospital|medical|health|nursing|clinical|school|gp|practice action; no further role; threshold was|is? not met; does|did not meet _2 threshold; below threshold; no role for; closed with no action; no action taken|required|needed; advice and|only; not progressed; signposted",
        """charged; section 47; s47; s 47; !not _2 s47; !not _2 section 47; !no s47; !no section 47; cin|child in need plan to start|begin|commence|agreed|started; accepted for; threshold was|is? met; meets|met _2 threshold; assessment to|opened|begun|agreed|started; gone|going|goes|go|went to|for _1 assessment; single assessment; initial assessment; progress|progressed to; strategy meeting|discussion agreed|to|held; allocated; sw|social worker allocated;
        !not charged; !not accepted for; !threshold not met; !section 47 concluded|closed|completed|complete|ended; !s47 concluded|closed|completed|complete|ended""",
    ),
    ("the arrest", "arrest|arrested|detained; taken into custody; in custody; !not|nobody|noone|none arrested|detained", "no arrest*; not arrested|detained; nobody|noone|none arrested|detained; words of advice; advice given; !hospital _1 advice given; !medical|safety|health|feeding|sleep advice given; !refused|declined transport|conveyance|hospital advice given; no offences; no offence disclosed; left at|the? scene before; had left before; not traced; invited for? voluntary"),
    ("the charge", "charged; charged with; charges laid; remanded; !not charged; !without charge", "dropping it|the|case; dropped _2 case|it|investigation; crime filed; filed pending; victim does|did|would not support; not charged; without charge; no charge*; caution; cautioned; released under; released no; rui; insufficient evidence; discontinued; thrown out; threw _2 out; no further police action; refused charge"),
    ("the order", "granted; order made; orders made; !not granted", "refused; not granted; dismissed; no order; application withdrawn; adjourned; !refused to|entry|access|contact"),
    ("admission", "admitted to|over|for|overnight|under; admitted; stay|staying|remain|remains in|overnight; will stay _2 ward|overnight|in; kept in; moved|went|taken|up|remains|kept to|on|in _1 ward; transferred to ward; !from _1 ward; !left|leaving _2 ward; !arrival from _1 ward; observed overnight; stayed overnight|in; keep* in; bed found; !admitted to school; !not admitted; !admitted that|he|she|hitting|it|using|taking", "discharged home; !went home from; !home from hospital|ward; discharged from ed|a&e; sent home; !sent home from exercise|work|school|nursery|college|court|duty|training|leave|class|lesson*; not admitted; went home; allowed home; home same day; did not need admission; discharged same; no admission; discharged with advice"),
    ("the referral", "accepted; referral accepted; taken on; takes|took|taking him|her|them on; takes _2 on for; offered a? service|treatment|therapy|place|appointment; allocated to worker; stays open; remains open to; placed on _2 waiting list; on the? waiting list; !not accepted; !not offered; !not taken on", "declined; rejected; not accepted; not be? taking|taken _2 on; threshold not reached|met; not indicated; not for treatment|therapy|service|intervention; closed to service|team|camhs|us|mental; not taken on; not offered; no service offered; back to gp|referrer; discharged back to; referral closed; returned to referrer; did not meet criteria; not eligible; criteria not met; signposted elsewhere; bounced back; does not meet criteria"),
    ("who is to make the enquiries", "joint section|s47|investigation|enquir*|visit|interview; visit|visits|visiting|enquire|enquiring jointly|together; joint s 47; joint section 47; done|undertaken|carried|conducted _2 jointly; jointly investigate*; police and social care to", "single agency; sole agency; social|children's care|services alone|only; police|council alone|only; undertake|conduct|make|complete|do|enquir*|investigat*|visit _3 alone|ourselves|solo; visit|visits _1 by herself|himself|themselves|itself; not _2 joint; not jointly"),
    ("consent", "consent given|obtained|gained|to|sought; consented; gave _2 consent; agreed to referral|the referral; mother|mum|parents|father agreed; !consent to be; !did not consent; !has not consented", "consent refused|not|withheld|declined|withdrawn; refused _2 consent; did not consent; not consent*; no consent; without consent; declined consent; declined the? referral; refused referral; declined support|offer"),
    ("whether it was substantiated", "substantiated; founded; upheld; borne out; well founded; proved; proven; !not substantiated|upheld|borne|proved|proven|founded", "unsubstantiated; not borne out; not proved|proven|founded; without foundation; no foundation; no truth; no substance; groundless; not substantiated; unfounded; not upheld; false; malicious"),
    (
        "further tests",
        "blood|bloods|survey|xray|xrays|x|ct|mri|scan|scans|imaging|test|tests|investigation|investigations|ophthalmology|follow _4 advised|recommended|requested|required|needed|ordered|arranged|planned|follow; for skeletal|ct|mri|bloods; needs _2 survey|scan|bloods|tests; skeletal survey to",
        "no further|other|more|additional|need? test*|investigation*|imaging|xray*|x|scan*|blood*|medical; no tests|investigations|scan; not need _2 test*|investigation*|scan*|medical; tests not needed|required; no follow up; no further follow up; investigations complete; nothing more needed; no need for _2 tests|medical",
    ),
    ("the explanation and the injury", "consistent with _3 account|explanation|history|accident*|play|mechanism|age|given|story; accidental; explanation is? plausible|accepted|consistent; plausible; content|satisfied|happy with|explanation|that _3 explanation; in keeping with; fits _3 account|explanation|history; no concerns|concern about _2 injury|explanation; !non accidental; !not consistent; !not accidental; !inconsistent with",
     "not consistent; inconsistent; non accidental; nai; unexplained; no explanation; inflicted; not plausible; implausible; does not fit; does not fit; suspicious; not in keeping; did not fit; cannot be explained; not explained; out of keeping; not accidental; more than one explanation; changing explanation*"),
    ("the exclusion", "permanent* exclu*; permanently; pex; !not permanent*", "fixed term; suspended for; suspension of; days' exclusion; internal exclusion; isolation; managed move"),
    ("custody", "remanded in|to custody; remanded; custodial; sent to prison; months _2 custody; recalled; recall to|initiated|agreed|requested; !not remanded|recalled; !no recall; !not be recalled; !suspended custodial|prison; !months|weeks custody suspended", "bailed; released on bail; community order; suspended sentence; conditional bail; not remanded; unpaid work; fined; licence not recalled; no recall; not recalled; not be recalled; warning letter|instead|only; final warning"),
    ("whether somebody came", "was|were|has been taken|brought to _6; took|brought|takes|taken him|her|them|both|child _1 to|up|along|in; went to|along _2 appointment|clinic|surgery|hospital|gp|dentist|nurse|session; kept the appointment; attended; attended with; brought _3 to|for|by; taken _2 to|for; seen by|in|at|with; kept _2 appointment; came to|for _2 appointment|session|meeting; both came; came and; engaged well; !not attended|taken|brought|seen; !was not; !were not; !never attended|brought; !attended by; !failed to; !not been",
     "not brought; was not brought; were not brought; wnb; dna; dnas; dna'd; did not attend; did not attend; failed to attend; fta; not attended; no show; did not arrive; did not come; did not turn up; did not turn up; missed _3 appointment|session|review|visit; neither _2 attended|came; neither parent; never came; not taken; never arrived; non attendance"),
    ("whether the home was fit", "in good order|condition|repair; good order|state; clean; tidy; warm and _1 clean|tidy|dry|comfortable|welcoming|homely|safe|well; house|home|flat|property|room|place was? warm; warm house|home|flat|room; plenty of food; well stocked; food in; food seen; conditions good|improved|acceptable|adequate|fine|satisfactory; good home conditions; good standard; home conditions good|fine|ok|adequate; well kept; immaculate; spotless; hygienic; good enough; !not clean|tidy|warm; !no clean; !clean clothes; !dry and clean; !to clean; !needs cleaning; !been cleaned; !clean up; !clean shaven; !clean wound; !dressing*|wound*|nappy|clothes|clothing|clothed|hair|teeth|uniform|bedding|bottom was|were? clean; !clean and dressed|fed",
     "poor condition|state|repair|order; disrepair; state of disrepair; dreadful; appalling; terrible|shocking|awful|disgusting state|condition|conditions; hoarded; hoarding; piled|piles|belongings _2 ceiling|everywhere|high; no clear|floor floor|space; nothing to eat; bare cupboards|boards; bins overflowing; dirty; filthy; squalid; squalor; cluttered; unclean; no food; little food; empty fridge|cupboard*; fridge was? nearly? empty; fridge empty; cold and; faeces; dirt on|in; dog dirt; rubbish; conditions poor|worse|deteriorat*|unacceptable|bad|declined; poor home? conditions; home conditions poor|of concern; unhygienic; smell of|strong; smelly; smelt; not clean|tidy; stained; infested; unsanitary; hazard*; not acceptable; below standard; !no smell; !smell* of alcohol|drink|cannabis"),
    ("whether it was taken away or left", "stays|staying at|there|put|here|where; kept; to keep; keeps; remains at|in|with; remain at|in|with; allowed to keep|stay; will stay; left with|in place|in situ|at; still there|at; !not staying|stay; !no longer; !not allowed", "given up; gave up; removed; taken away; taken to kennels; rehomed; surrendered; signed over; seized; confiscated; put down; !not|never be? put down; !place|bed|slot|case|file kept; moved out; has left; removed from; no longer there|at; taken into; !no need to be removed; !not removed"),
    ("who lives there", "living there|here; clearly living|staying; lives with; living with; has moved in; moved back in; living at; staying at; reconciled; back together; still together; resumed _3 relationship; !not living|staying; !no longer living", "no evidence|sign|signs of _3 living|staying|residing; not living|staying; moved out; separated; no longer living|together|in a relationship; relationship over|ended; left the? family? home; does not live; not in a relationship; has not seen; no contact with _1; split up; broken up"),
    ("whether anybody had drunk or taken anything", "intoxicated; drunk; under the influence; smelt|smelling|smelled|smell _1 of alcohol|drink|cannabis|weed|intoxicants; slurr*; slurring; had been drinking; positive for; tested positive; cocaine|cannabis|thc|opiate*|amphetamine*|drug|drugs|urine|hair|swab|screen|sample was|is|came|back? positive; had drunk; had taken; high at; appeared under; stoned; high on; unsteady; heavily in drink; in drink; !not intoxicated|drunk; !not under the", "sober; not intoxicated; no sign|signs|smell of alcohol|drink|intoxication|substance*; not drunk; not under; had not been drinking; tested negative; negative for; abstinent; clean test; alcohol free; no alcohol; appeared sober; cocaine|cannabis|thc|opiate*|amphetamine*|drug|drugs|alcohol|urine|hair|swab|test|screen|sample was|is|came|back? negative; breath test clear|zero|nil; no trace of drugs|alcohol; clear of drugs|alcohol|substances"),
    ("how the parent took it", "cooperative; co operative; engaging|engaged well; receptive; welcoming; calm; polite; open and; willing; accepting; happy to engage; apologetic; pleasant; !not cooperative|willing|engaging; !uncooperative", "hostile; aggressive; refused to engage; uncooperative; un cooperative; obstructive; abusive; angry; swore; shouted at; asked _2 to leave; would not engage|let; not engaging|willing|cooperative; threatening; defensive; refused entry|access; guarded; evasive"),
    ("whether it was known", "disclosed; discloses; alleged; alleges; alleging; made _2 disclosure|allegation; confirmed that; !no disclosure; !not disclosed|alleged", "no disclosure*; denied; denies; made no disclosure; did not disclose; would not say what|who|anything|more|a; said nothing; retracted; withdrew; nothing disclosed; no allegation*; refused to say|talk|speak|disclose"),
    ("how somebody did", "improved; improving; improvement; good progress; gained weight; gaining weight; weight gain; weight up; thriving; pleased with; doing well; progressing well; better; well nourished; growing well; growth good|satisfactory; !not improved|improving|gaining|thriving; !no improvement; !better at|off|to; !poor weight", "deteriorat*; worse; worsened; worsening; no improvement; not improved|improving; lost weight; weight loss; losing weight; falling; fallen _3 centile*; dropped _3 centile*; faltering; failing; static; declined; poor weight; not gaining|thriving; regressed; no progress; little progress; underweight"),
    ("whether immunisations or checks were done", "up to date; fully immunised; all completed; given today; had _2 booster|boosters|jab|jabs|mmr|vaccine|immunisations|immunisation today?; immunisations given|complete*; vaccinated; completed; !not up to date|completed; !not complete*; !to be completed", "not up to date; outstanding; overdue; incomplete; unimmunised; not immunised|completed|complete|done|given; missed immunisation*; behind with; declined immunisation*|vaccin*|booster*|jab*|mmr; booster|boosters|jab|jabs|mmr|immunisation|immunisations|vaccine|vaccines _1 declined|refused|not; refused immunisation*|vaccin*; not yet"),
    ("whether there was food or medicine", "medication given|taken|collected|supplied; taking _2 medication; compliant; !not taking|collected|given; !non compliant", "medication not taken|given|collected; not taking _2 medication; non compliant; not compliant; uncollected; refused medication; missed doses; prescriptions not collected; stopped taking"),
    ("whether it was an emergency or not", "critical; critically ill; life threatening; life changing; serious injur*; seriously injured|ill; intensive care; !not life threatening; !non life; !not serious", "minor; minor injur*; not serious; superficial; stable; not life; no lasting; comfortable; fit for discharge; well and"),
    ("whether it was locked", "locked; bolted; locks; bolt on; lock on; tied; !not locked; !unlocked", "unlocked; not locked; no lock*; lock removed; bolt removed; open door"),
    ("whether mother knew", "aware of; knew about|of|that; had known; was aware; !not aware; !unaware; !no one knew", "unaware; not aware; did not know; did not know; no knowledge; had not known; never knew; not known to"),
    ("whether there is to be contact", "contact resumed|to resume|restart|continue*|agreed|increased; unsupervised contact; contact unsupervised; overnight contact; may see; can see", "no contact; contact suspended|stopped|ended|cancelled|ceased; contact to stop|cease|end; supervised contact only; not to see|have contact; may not see; contact refused"),
    ("where the child is to be", "return home; returned home; home with|to; remain at home; stay at home; remain|remains|stay|stays|staying with _1 mother|father|parents|mum|dad; go home; discharged home; went home; back to mother|mum|parents; !not return|go|to return home; !not home; !from home; !not to go; !not safe to; !cannot return", "foster*; placed with; not to return; not return home; section 20; s20; police protection; removed from; into care; placed in; to live with _2 grandmother|aunt|uncle|grandparents|nan; stay with grandmother|aunt|grandparents|nan; kept in hospital; not go home; not to go home; emergency placement; accommodated; !not into care; !no foster"),
    ("mental health", "no thoughts|plans|plan|intent of?|to?; denied suicidal|thoughts|intent|self; not suicidal; no risk to self; low risk; no suicidal", "suicidal; wanted to die; intent to; planned to; high risk; active thoughts; ongoing thoughts; intended to end; plan to end; wish* to die; !not suicidal; !no suicidal; !denied suicidal"),
    ("whether the tenancy continues", "no eviction; not be evicted; not evict*; will not evict; tenancy to continue; eviction suspended|stopped|cancelled|withdrawn; notice withdrawn; stay of; tenancy saved|sustained; possession suspended; arrears cleared|paid; repayment agreed|plan", "evicted; will|to evict; to be evicted; evict on; !not evict*; !not be evicted; eviction carried|went|to|executed; possession granted; warrant executed; tenancy ended|terminated; abandoned property; outright possession; arrears increased; eviction date"),
    ("whether the case stays open", "remains open; to remain open; stays|stay open; remain|remains|stay|stays with|under _1 social care|worker; remain|remains|stay|stays allocated; case open; keep open; kept open; will continue to support|visit; continues to; ongoing support; support to continue", "case closed; closed; closing; closed to; discharged from service|caseload; no longer involved|open; service ended; file closed; closing summary; case|file to close; to close to; to be closed; stepped|step|steps|stepping|moved|passed|handed across|over|out? to early|universal|targeted; down to early|universal; !not closed; !closed door|question*|fist|curtains|eyes"),
)  # fmt: skip

# Of what there is one in a case, or one that came of what both tell. Of all else a case has many: two rooms, two people, two tests.
BY_ITSELF = frozenset(
    about.strip()
    for about in """the plan; who is on a plan; whether there is to be a protection plan; what was decided; in which direction the case goes;
    whether there is a section 47 enquiry; who is to make the enquiries; who is to enquire; whether it was substantiated; whether there is to be a medical;
    further tests; admission; the arrest; the charge; custody; the order; whether a statement was given; whether somebody pleaded or was found guilty;
    what the court said; whether there are to be proceedings; how an order or programme ended; whether the police came; the exclusion;
    whether the tenancy continues; whether the child stays in the placement; where the baby was born; how many babies there are;
    how long somebody had been ill; where somebody slept; how somebody lay""".split(";")
)

# Of what a meeting decides but once.
OF_A_MEETING = frozenset(
    {
        "whether the case stays open",
        "whether the work goes on",
        "whether contact goes on",
        "for how long a placement is meant",
        "whether somebody is fit to go home",
    }
)

ALL = OPPOSED + MATTERS + DAILY
SIDES = Phrasebook(
    {f"{number}{side}": words for number, (_, *sides) in enumerate(ALL) for side, words in zip("+-", sides, strict=True)}
)


def opposed(between: Between) -> Iterator[tuple[str, str, str]]:
    """What the two are opposed in, where they say it of one thing: the matter, and the words of each."""
    case, one, other = between.case, between.first, between.second
    mine = _sides(case, one)
    theirs = _sides(case, other) if mine else {}
    for said in mine:
        denied = f"{said[:-1]}{OTHER_SIDE[said[-1]]}"
        if denied not in theirs or denied in mine or said in theirs:
            continue
        about = ALL[int(said[:-1])][0]
        # Whoever went there together saw the same.
        alone = about in BY_ITSELF or (one.joint and other.joint and one.start == other.start)
        alone = alone or (about in OF_A_MEETING and bool(one.meetings & other.meetings))
        if about not in BY_ITSELF and _of_two_people(case, one, other):
            continue
        for here, there in product(mine[said], theirs[denied]):
            if _is_of_one_thing(case, alone, here.clause, there.clause):
                yield about, here.words, there.words
                break


def _of_two_people(case: Case, one: Facts, other: Facts) -> bool:
    """Whether each record names but one of the family, and that is somebody else."""
    mine, theirs = (set(each.people) - case.people.professionals for each in (one, other))
    return len(mine) == len(theirs) == 1 and mine.isdisjoint(theirs)


class Said(NamedTuple):
    """The words by which a record is on a side of a matter, and the clause in which they stand."""

    words: str
    clause: Clause


def _is_of_one_thing(case: Case, alone: bool, here: Clause, there: Clause) -> bool:
    """Whether two clauses tell of the same: nobody else is named, and, unless it can be but one, they have a rather rare word or somebody in common."""
    if of_others(case, here, there) or _of_grown_and_child(case, here, there):
        return False
    return (
        alone
        or bool(of_the_family(case, here) and of_the_family(case, there))
        or any(case.rarity(stem) >= RATHER_RARE for stem in here.stems & there.stems)
    )


def _of_grown_and_child(case: Case, here: Clause, there: Clause) -> bool:
    """Whether the one is of a parent or grandparent, and the other of a child by name: "mother not brought", "Mia seen at the ward"."""
    mine, theirs = of_the_family(case, here), of_the_family(case, there)
    children = {f"={child}" for child in case.people.children}
    return any(one and other and one <= GROWN and other <= children for one, other in ((mine, theirs), (theirs, mine)))


GROWN = frozenset({"mother", "father", "stepmother", "parents", "grandmother", "grandfather", "grandparents"})
RATHER_RARE = 2.0

# "Hadn't agreed" is "had not agreed".
NOT = re.compile(r"\b(wo|ca|[a-z]+)n't\b")


def with_not(words: str) -> str:
    """The same words with every "not" by itself."""
    return NOT.sub(_not, words) if "n't" in words else words


def _not(match: re.Match[str]) -> str:
    return f"{ {'wo': 'will', 'ca': 'can'}.get(match[1], match[1]) } not"


DENIED = frozenset("no not never without nor".split())
OTHER_SIDE = {"+": "-", "-": "+"}


@once_in_case
def _sides(case: Case, facts: Facts) -> dict[str, list[Said]]:
    """For each side of a matter that the words are on, the words; of words that overlap the longest decide."""
    words, found = SIDES.in_text(with_not(facts.words))
    kept: defaultdict[str, list[Said]] = defaultdict(list)
    for each in sorted(found, key=lambda each: int(each.name[:-1])):
        if _is_denied(words[: each.first]) or _is_to_come(words, each):
            continue
        if not any(_outweighs(other, each) for other in found):
            kept[each.name].append(Said(" ".join(words[each.first : each.last]), clause_at(case, words, each.first, each.last)))
    return dict(kept)


def _is_denied(before: Sequence[str]) -> bool:
    """Whether the words before a phrase deny it: "no unsupervised contact", "no further examination consented to"."""
    if before and before[-1] in DENIED:
        return True
    return any(word == "no" and PARTING.isdisjoint(before[-at:]) for at, word in enumerate(reversed(before[-REACH:]), 1))


REACH = 3  # words over which "no" denies what follows


def _is_to_come(words: Sequence[str], each: Found) -> bool:
    """Whether what a phrase tells of is only to be, or may be another time, where the matter is not what was decided."""
    if ALL[int(each.name[:-1])][0] in BY_ITSELF:
        return False
    start = clause_start(words, each.first)
    before = words[start : each.first]
    return bool(before) and (before[0] == "to" or not TO_COME.isdisjoint(before))


TO_COME = frozenset("next will if".split())


def _outweighs(other: Found, each: Found) -> bool:
    if other.name == each.name or other.name[:-1] != each.name[:-1]:
        return False
    overlap = other.first < each.last and each.first < other.last
    return overlap and (other.last - other.first, other.name[-1] == "-") > (each.last - each.first, each.name[-1] == "-")
