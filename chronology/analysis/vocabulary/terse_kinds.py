"""Short forms and turns of phrase for the same kinds of event, each a guess at what the next agency writes."""

from __future__ import annotations

TERSE: dict[str, str] = {
    "missing": """
        out until|till|til _4 morning|midnight|night|am|one|two|three; out late; out past; been|was out with _2
        older|big|boys|lads|girls|men; police took|brought|dropped _2 home|back; brought|taken home by police; picked up
        in|by|from _3 town|centre|park|station|city; did not come in|home; gone from placement|home|school; not at
        placement; not returned to placement; curfew missed; found safe; found with _3 boys|males|men|girls; returned of
        _2 own accord; wandering streets|about; !not returned to work|practice|us""",
    "order": """
        injunction; despite _2 order; breach|breached|broke|breaking _2 order|non|nmo|injunction|bail|conditions; non
        mol; court order; court granted; no contact order; bail conditions; order in place; shared pr; parental
        responsibility; guardian appointed; contact refused by court; sgo granted; adoption; placement order; final
        order""",
    "placement": """
        becoming|became|become|now|is|are looked after; lac|cla|cic notification|nurse; carers for; placed out of;
        gone|moved into care; with foster; new carers; stay|stays|staying|remain|remains|living|lives with|at _2
        grandmother|grandmother's|nan|nan's|grandparent*|aunt|aunt's|gran; removed from mother|mum|parents|home|care;
        children removed; contact supervised since; residential unit; childrens home; new resident; placement
        ended; ended _3 request; carers could not manage|cope; change of placement; new placement; placement form; moved
        to _2 lodge|house|unit|home; notice on placement; unit staff""",
    "pregnancy": """
        unplanned; booking bloods|appointment|visit|clinic; referred|refer|referral _2
        midwi*|maternity|antenatal|booking; weeks pregnant; having|have a|another baby; a baby on the way; on the way;
        lmp; anomaly scan; dating scan; !referred by midwi*""",
    "birth": """
        had her|the _2 girl|boy|baby|daughter|son; had a little|baby girl|boy; incubator; tube fed on unit; new arrival;
        female|male infant; baby arrived|came; gave birth; delivered at|by|in; withdrawal scoring""",
    "early_birth": """
        weeks early; incubator; nnu; special care; tiny; preterm; prem; premature""",
    "mental_state": """
        psychiatrist; psychiatric; believes _2 baby|child|people|someone|he|she; baby was swapped; not hers; thinks
        people|someone|they; suspicious; mha; sectioned; relapse indicators; crisis plan; home treatment; unwell
        mentally; deteriorat* mental; mental health worse|declin*|poor; self care poor; flat in mood; hopeless; panic
        attacks; not eating; weepy; breakdown; not safe to have|care|look; low; thoughts of _2 river|bridge|train;
        crisis team; started|start|commenced mirtazapine|sertraline|citalopram|fluoxetine|venlafaxine; urgent mental;
        mental health crisis; nightmares; !low risk|income|birth|level|cost|vision|score|weight|grade|ability""",
    "assessed": """
        carer|carers|carer's assessment;
        s135; s 135; section 135; sectioned; mha assessment; detained under _3 act; detained s2|s3; amhp; home treatment
        team; liaison assessment; psych liaison; mha requested""",
    "admission": """
        sectioned; detained s2|s3|under; ward bed; transferred to ward|unit; to theatre""",
    "service_ended": """
        closed to her|him|them|us|me; off _1 books; off their|our list; no engagement; failed to engage; discharged for;
        discharge policy; dna policy; access policy; removed from list|caseload; no further appts|appt|appointments;
        back to referrer; closing summary""",
    "not_brought": """
        failed to bring; not brought twice; did not bring; didn't bring; no engagement; third appointment; two
        occasions; dna policy; missed x2|twice|three""",
    "eviction": """
        lose|losing|lost _2 flat|house|home|tenancy|place; given up _2 flat|tenancy|house|home; gave up _2 flat|tenancy;
        keys returned|handed; abandoned property|tenancy|flat; notice to quit; ntq; warrant date; eviction date; out of
        _2 flat|house by; served notice; notice from landlord; court date for possession; landlord wants; section 21;
        asked to leave; homeless application; housing application; sleeping at friends; staying on sofas; sofa; !on _2
        sofa asleep""",
    "moved": """
        given up _2 flat|tenancy|house; keys returned; left the flat|house|tenancy; new address; change of address;
        moving out|in; new carers; new home; out of area; temp reg; temporary registration; removed to; transfer
        request; mutual exchange; decant*""",
    "arrears": """
        owes _3 pounds|rent; owe; rent owed; behind with|on _1 rent; debts; bailiff letters; court for rent; lose the
        tenancy; dhp; notice of seeking; energy debt; doorstep lender""",
    "incident": """
        temper; internal|bedroom|front door|window damaged|broken|smashed|kicked; punched; row over|about|with; dispute
        between|with; argument over; shouting for|at; at the gate shouting; turned up at _2 school|house|flat|door;
        turned up despite; scared of; frightened of; verbal only; verbal and; threw him|her out; police called by
        neighbour; neighbour heard; raised voices; thrown out; had a fight; marks on _2 neck; held down; hit
        her|him|me|mum|with; hitting; slapped; pushed over; grabbed; broke her|his phone""",
    "strangling": """
        saw stars; hands round; choked her; could not swallow; squeezed; neck marks; grabbed _2 neck|throat""",
    "arrest": """
        locked up; got done by police; lifted; in custody; held by police; took ryan; detained pwits; remand; remanded;
        breach of bail; arr; arr'd; picked up on warrant; released on bail; police bail; to court in morning; in the
        dock; !locked up the|house|shed|office""",
    "vehicle": """
        drink driving; over the limit; in breath; 80 in breath; in the car; without belt; driving
        corsa|golf|fiesta|astra|bmw|audi|transit; boy|girl|child|baby|kids in the? car; in _2 car when; got done by
        police; driving over; banned driver; disqualified driving; uninsured; seized vehicle; !in the car park; found in
        vehicle|car; from a car; in a car; car on the motorway; stopped on; passenger; hit by; knocked off _2 bike;
        scooter; quad bike; moped""",
    "raid": """
        door put in; police entry; smashed the door; broke the door; dealer quantity; wraps; scales; found drugs; drugs
        recovered; police searched; search of; boarded; boarded up; executed; house turned over; officers seized; seized""",
    "drugs": """
        wraps; dealer quantity; scales; scripts; script suspended; pick up missed; missed pick up; titrat*; opiate
        substitut*; treatment started; begun treatment; keywork; on methadone; using crack|heroin; crack daily;
        supervised consumption""",
    "poisoning": """
        ingest*; drunk|drank _4 methadone|bleach|medicine|liquid|drug|cleaner|prescribed; swallowed; naloxone; pinpoint;
        small pupils; beaker of; unknown qty; accidental overdose; got hold of _3 tablets|medicine|methadone; ate _3
        tablets|gummies|edibles; toxbase; poisoned""",
    "self_harm": """
        taken _3 tabs|tablets|pills|meds; tabs; mixed overdose; nac; nac started; impulsive od; tablets and alcohol;
        paracetamol level; taken pills; dsh; cuts up|along|on|to _2 arm|arms|wrist|forearm|thigh|legs; lacerations _3
        forearm|arm|wrist|thigh; harming; sharpener; self inflicted; ligature; walking|walk into river|sea|traffic;
        thoughts of walking|jumping|ending|dying|not being; suicidal; not safe to be left|alone; overdose""",
    "bone": """
        arm in|broken; elbow; wired; manipulated; supracondylar; buckle; greenstick; holding _2 arm; boy|girl|child with
        a? broken; fracture clinic; out of cast""",
    "burnt": """
        burn; scald; hot water; noodles; burnt hand; dressing changes; superficial burn; partial thickness; blister*;
        plastics""",
    "neglect": """
        state of _1 home|house|flat; bare beds; no carpets; freezing; property cold; mattress on; dog mess; heavy nappy;
        nappy heavy|thick|full|soaked; skin red; sore; pale; grubby; poor hygiene; home dirty; house a mess; messy;
        smell in; no food in; not enough food; no sheets; not collected; left till|until; late collected; late pick up""",
    "left_alone": """
        not collected; collected late; left at school|nursery; left till|until; left|found alone; home alone; late
        collection; nobody came for; no one came to collect; uncollected; forgot to collect; had to fetch him|her|them;
        locked out; left unattended; left with a? stranger; !left alone with""",
    "locked_in": """
        lock|locks|locked|shut|shuts|shutting _3 in _3 shed|room|cupboard|bathroom|garage|outbuilding|bedroom; shed;
        outbuilding; locked in; confined; false imprisonment; in the dark; kept in _2 room; bolt on _3 door; lock on _3
        door; stair gate across""",
    "growth": """
        below|under _2 line|lowest|centile; not growing; faltering; not gaining; losing weight; lost weight; fussy
        eater; few words; speech delay; developmental delay; wt faltering; 24 month check; 12 month check; two year
        check; small for age; static weight; dropping centiles; below lowest""",
    "court": """
        family court; crown court; at|in|to|from court; court hearing|date|order|result|today|papers; magistrates;
        hearing; judge; cafcass; guardian; legal gateway; plo; pre proceedings; care proceedings; !guardian angel; !in
        court|to court close|road""",
    "exclusion": """
        fixed term; two|three|five|ten days|day out; out of school for; suspended two|three|one|five; permanently;
        excluded; sent home for; on a reduced timetable; off site direction; assault on staff; hit a dinner
        lady|teacher|ta; hurting a; out of school for good; permanently excluded; pex; off roll at; suspended from; day
        suspension""",
    "fire": """
        small fire; fire in; chip pan; crews attended; smoke in; candle; hob left on; burnt out kitchen; fire
        service|brigade; smoke damage; fire at; smoke damage*; cooking left on; unattended pan; kitchen fire; evacuat*;
        everything burnt; burnt out; fire service; firefighters; fire in the; fire at; gutted; candles; electrical
        fault; !everything burnt calories""",
    "death": """
        died; passed away; cot death; found unresponsive and; stillborn; drowned; fatal; pronounced; mortuary; funeral""",
    "home_repair": """
        damp; mould; leak*; ceiling; boiler; repair order; gas check|safety; rewire; boarded; broken window; front door;
        new door; bedroom door; lock change*; locks changed; infestation; pest control; !open door""",
    "referral_in": """
        marac form|referral; dash; high risk referral; s47 threshold; section 47; initiated s47; single assessment;
        mash; nfa from|by; threshold met|not""",
    "dog": """
        mauled; bulldog; staffie; staffy; alsatian; the pet; family pet; bitten child; savaged; out of control dog; went
        for the toddler|child|baby|postman; muzzle; put down; put to sleep; dog warden""",
    "exploitation": """
        competent authority; victim of|likely slavery; slavery; trafficked; trafficking; trigger plan; high risk
        cse|cce; miles from home; with two|three|adult|older|unknown males|men; motorway services; at services with;
        found in vehicle with; unknown adults; hotel with""",
    "break_in": """
        burglary; burgled; burglar; broke in; broken in; break in; broken into; forced entry; intruder; trashed _2
        place|house|flat|home; glass replaced; lock and glass; came in through _2 window; smashed his way; tv smashed;
        ransacked""",
    "fled": """
        refuge; safe house; fled; flee; fleeing; confidential address; address withheld; address not to be; undisclosed
        address; moved away for safety; out of county; safe accommodation; believed fleeing; emergency move; women's
        refuge; !refuge worker|staff|outreach; !fleeing thoughts""",
    "imms": """
        imms; immunis*; unimmunis*; unvaccinat*; vaccin*; jabs; jab; mmr; preschool booster; booster; flu
        nasal|spray|vaccine|jab; hpv; bcg; primary imms; red book not up""",
    "speech": """
        speech therapy|therapist|delay; speech and language; salt; slt; stammer*; not talking; no words; few words;
        words only; communication delay""",
    "drug_test": """
        drug|hair|urine test|tests|testing|screen|sample|strand result*|positive|negative|clear|showed|shows; tested
        positive|negative|clear; positive|negative|clean|dirty urine|test|sample|screen|for
        cocaine|opiates|cannabis|heroin|benzos|amphetamine|crack; result of _2 screen|test; use of
        coke|cocaine|crack|heroin""",
    "drug_error": """
        wrong dose|medicine|medication|tablet*|child; double dose; given twice; two doses; extra dose;
        medication|medicine|drug|drugs error; overmedicat*; someone else's tablets|medication; mar chart error""",
    "restraint": """
        restrain*; positive handling; team teach; held by|down by staff; physical intervention; rpi; price hold; prone""",
    "allegation_about_staff": """
        lado; allegation against _2 carer|teacher|staff|ta|worker|volunteer|foster; foster
        carer|carer|teacher|ta|coach|staff accused|alleged|suspended; standards of care""",
    "anonymous": """
        anonymous*; wouldn't|would not give _1 name; caller refused|withheld|declined name|details; nspcc;
        crimestoppers; malicious""",
    "food_help": """
        food bank|parcel|voucher|vouchers|hamper|delivery; foodbank; hamper; supermarket voucher*; no food; emergency
        food; cupboards bare|empty""",
    "wetting": """
        wet himself|herself|themselves|bed|the bed|again; wetting; soiled himself|herself|pants|bed|clothes; soiling;
        enuresis; encopresis; bed wetting; wet trousers|pants; smelt|smells|smelling of urine|wee""",
    "theft": """
        theft; shoplift*; stole; stolen; stealing; nicked; robbed; robbery; handbag|purse|phone taken; went missing from
        till; took money from""",
    "contact_ended": """
        contact ended|stopped|cut|abandoned|terminated|suspended|cancelled; contact _2 early; smelt of _1
        drink|alcohol|cannabis; turned up drunk|intoxicated|under|late; intoxicated at contact""",
    "education_plan": """
        ehc|ehcp|education plan|review; education plan; annual review; special school named; semh; change of placement;
        pep; needs assessment for ehc; draft plan""",
    "infection": """
        febrile; temp 38|39|40|41; with a temperature; viral; hot; fever; unwell with; poorly with; virus; sepsis six;
        rash with; chicken pox; tonsils; ear infection; croup; hand foot and mouth; !hot
        water|drink|meal|dinner|tap|food|tub|chocolate""",
    "weapon": """
        bladed article; weapon to school|lessons; knife in|at|from school|bag|blazer|pocket; kitchen knife; knife thing;
        found with _2 blade|knife|weapon; possession of bladed; lock knife; flick knife""",
    "police_protection": """
        ppo; removed by officers|police; taken into police; s46; emergency protection; police removed; 72 hours""",
    "collapse": """
        fitting; convulsion; had a fit; fit with; rectal diazepam; airway; unresponsive; passed out; fainted;
        blacked out; loc; gcs""",
    "sexual_harm": """
        naked photo|picture|image; sent him|her|man|male|boy pictures|photos|images; met on
        snapchat|instagram|tiktok|app|online; csa examination|medical; sexual communication; grooming; nudes; messaging
        a? man|boy|male|stranger; adult male contact; intimate image; explicit""",
    "online_harm": """
        snapchat; through app|apps|snapchat|game; messaging a? man|male|stranger; phone seized|taken by police; devices
        seized; online grooming; met online; chat with strangers; police have _2 phone; app; social media post; cyber*""",
    "discharged": """
        home today|yesterday from hospital|ward; dc; discharged; let out; allowed out""",
}
