"""The same kinds of event as families, pupils, neighbours and short notes put them."""

from __future__ import annotations

PLAIN: dict[str, str] = {
    "incident": """kicked off; kicking off; going at it; laid into; went for her|him|mum|dad|me; lost his|her temper|rag; lost it; threw|thrown|throwing _3 at; plate|cup|chair|phone thrown;
        smashed up; hole in the? wall|door; by the hair; walking on eggshells; coercive; controlling; ex|he turned up; banging on _2 door; through the letterbox; restraining order; clare's law; dvds;
        screaming match; bust up; scrap; !lost it in|on|at; !scrap metal|yard|dealer|dealing|car|burning""",
    "strangling": "on|round|around his|her|my|mum's neck|throat; by the throat; squeezed _2 neck|throat; couldn't breathe; loc; hoarse; !hoarse cough",
    "injury": """stitches; steri strips; glued; sutured; sore arm|leg|wrist|ankle|hand; nosebleed; lump on; banged his|her|their; bang to; trapped finger|hand; hurt his|her
        arm|leg|head|hand|wrist|foot|ankle|back|neck|face; slap mark; hand print; handprint; belt mark*; linear mark*; finger shaped; bald patch; carpet burn; friction burn; old injuries;
        marks on""",
    "missing": """stopped out; done a runner; took off; legged it; bed not slept in; not in her|his bed|room; out of|through the? bedroom? window; grab pack; philomena; return interview; back in
        placement; returned safe*; last seen at|wearing|on|with|leaving; turned up at _3 station|address|house|friend's; been gone|away since; was gone; gone since|all|from; away
        since; !last seen by|in clinic|dentist|doctor; !out of the? window fell; !took off his|her|roll|the""",
    "self_harm": """cuts on|to _2 arm|arms|wrist|wrists|thigh|thighs|forearm|forearms; pencil sharpener; scratched _2 arms; not|doesn't|don't want to be here|alive|wake; end it all; kill|killing
        herself|himself|themself|myself; railway|train track*; si; suicidal; wanted it to stop; not safe with herself|himself; !cuts to benefit*|funding|hours""",
    "drugs": """stoned; spliff; bong; grinder; gear; relapsed; clean|dirty urine; positive for; nos canisters; balloons; ket; naloxone; injecting; track marks; sharps; foil; smell|smelt|smelling|reek* of
        cannabis|weed|skunk; supply; !landing gear; !gear stick""",
    "alcohol": """cans|can of lager|beer|cider|drink; bottle|bottles of vodka|wine|gin|whisky; reeked; slurring|slurred; unsteady on; worse for wear; paralytic; drinking again; breath test; blew; micrograms; peth;
        abstinent; had been drinking; in drink; under influence; !drinking well|plenty|enough|from|water|milk""",
    "absence": """not in today; off today|again|sick|ill; kept off; late again; arrived late|after|at; u|o|i|m code; code u|o|i|m|b; penalty notice; bunking; school refus*; not come|came in today; no school today;
        sessions missed; per cent attendance; !kept off the""",
    "exclusion": "sent home from|for|by; suspended for; days suspension|exclusion; removed from class; seclusion; reduced hours; !sent home letter|leaflet; !suspended sentence|rent|tenancy; !letters _4 suspended; !contact suspended",
    "school_conduct": "threw chair; hit another child; bit _2 staff; restrained; positive handling; team teach; knife in|at school; phone confiscated",
    "neglect": """same clothes; smell of urine|wee|smoke; soaked|sodden|sopping|wet nappy; dirty nappies; matted hair; hair matted; asked|asking for food; no lunch|breakfast|tea|dinner; from the bin; taking|stealing food; no bedding|sheets; bare
        mattress; mattress on _2 floor; dog|cat|animal faeces|mess|urine; flies; maggots; rats; mice; broken glass; state of _2 home|house|flat|property; no stair gate; meter empty; shoes too small; body odour; infested; crawling with;
        uninhabitable; thin clothing|clothes|jacket; bare feet|ankles|legs; no socks""",
    "disclosure": """told me that|he|she|his|her|mum|dad; tells me that|he|she; says|said _1 dad|mum|stepdad|daddy|mummy|uncle; wrote in _2 book|diary; drew a picture; not|doesn't want to go home; scared to go home;
        scared|frightened of _1 dad|mum|stepdad|him|her; opened up; let slip; wishes and feelings; worry box|monster; child's words; in his|her own words""",
    "visit": "went|called|popped round; dropped in; knocked; stat visit; statutory visit; cp visit; pop in; to the? home|house|flat|address; home contact; called on; went to see",
    "birth": """had her|the baby; baby here; emergency section; waters broke; in labour; live female|male|infant; baby boy|girl; born at; neonatal unit; !baby boy|girl clothes""",
    "pregnancy": """missed|late period; positive test; due in|date; bump; showing; abortion; g1p0; gravida; is|was|she's expecting; having a|another baby; !speed|head bump; !bump to|on|in|note; !signs showing; !test|tests showing;
        !showing him|her|them|signs|a|an|the|me|us|no|interest""",
    "death": "rip; found dead; stillb*; post mortem; lost the baby; died; passed in the night; bereaved; !rip off|in|up",
    "eviction": """nsp; locks changed; lost the house|flat|home|tenancy; kicked|thrown out by|of; asked to leave; nowhere to stay|live|go; night shelter; street homeless; presented _2 homeless; main|relief|prevention duty; given
        notice; notice on _2 tenancy; !kicked out of class|school""",
    "arrears": "dhp; payment plan; benefit cap; sanctioned; no money; skint; loan; rent account|letter|card; garnishee; !loan of",
    "mental_state": """not coping; can't|cannot cope; hearing voices; hears her|his|voices; intrusive thoughts; cannot stop _2 thoughts; unwanted thoughts; not sleeping; mirtazapine; olanzapine; quetiapine; aripiprazole; lithium; depot; gad;
        edinburgh score; euthymic; flat affect; restricting food|intake; purging; sobbing; in tears; crying; distressed; baby talks|speaks|talking|speaking to|at""",
    "exploitation": """older lad|lads|boy|boys|man|men|male|males|girl|friends|peers|associate*; olders; elders; going country; bando; shotting; lost a|the package|bag|parcel; owes them|money; new phone; train ticket*; unknown
        car|males; reasonable|conclusive grounds; courier; runner; money from; !older boy|girl in class|sibling""",
    "burnt": "cigarette burn*|end; stubbed; iron; hot drink; noodles; oven; sparkler; firework*; straighteners; tea|coffee spilt|spilled; bath too hot; !iron tablets|levels|deficien*; !burnt out",
    "fall": """off the? wall|roof|swing|trampoline|bed|sofa|table|bike|scooter|ladder|horse|frame|shed; down the? stairs|steps; climbing; from a? height|roof|window|garage|tree; came off _2 bike; !off the? bed
        frame|sheets|linen""",
    "ed_attendance": """hospital trip|visit|attendance; trip|rushed|went|gone|been|taken to hospital; in the ambulance; ambulance took; seen in|at hospital; hospital looked; waited _3 hours; carried in; brought|came|walked in with|by|from; ed|er|a&e
        slip|letter|d|discharge|summary; burst therapy; obs unit; observation unit; resus; ctas; brought by ambulance; ward referral; !brought in a|an|the|new|letter|form; !came in to""",
    "admission": "hdu; obs unit; kept overnight|in; overnight on|in ward|hospital|unit; in hospital since; on the? ward; admit; bed found; section 2; !admit that|to",
    "contact_time": "missed contact; contact cancelled; late from contact; contact supervisor; family time",
    "weighing": "kg; stone; lbs; red book plotted; overweight; obese; underweight; off the? chart; weight off|clinic|service|management; healthy weight; dropped _3 centile*",
    "arrest": "lifted by; police station; vol|voluntary attendance|attender|interview; interviewed by police; arrived in custody; interview about|under; cuffed; handcuff*; locked up; cells; no comment; picked up by police; bound over; tagged; in court|custody; police took him|her|them away; released no; !lifted by crane",
    "sexual_harm": """touched her|him|me; touching her|him|me; sent pictures|images|pics|nudes; pics of; made me|her|him watch; sleeping with; having sex; underage; sexually active; condom*; implant; morning after; std; chlamydia;
        inappropriate* message*|picture*|photo*; sharing a bed with; !touched her heart; !touched base""",
    "moved": "moved schools|school|house|home|address; new flat|house|tenancy|home|place; moving van; keys handed|returned; handed in keys; left the tenancy; gone abroad|back; went back to; !new home|house carer|rules",
    "private_fostering": """stopping|staying|living|lived|lives|left with _4 mate|mates|friend|friends|friend's|mate's|neighbour; mum's|mother's
        mate|friend; no papers; not|isn't related; living with someone""",
    "bloods": "no trace of; not|none in|detected _3 blood|urine; abnormal|raised|low result|results; results back|show|showed",
    "release": "out of prison|jail; home detention; hdc; end of sentence; coming out; on licence; !coming out of her|his|shell",
    "medical": "body map; looked at by|hospital; examined by; examined her|him; paediatrician saw; old bruises; paeds review; child protection examination",
    "welfare_check": "concern for welfare|safety; check on _3 children|child|family|mum|her|him; safe and well; police did a? check; knocked to check",
    "nuisance": "loud|noise|music|party|banging|shouting complaint; comings and goings; neighbours complain*; diary sheets; noise app; parties",
    "sleeping": "in bed with mum|dad|parents; between them|parents|her|mum; slept|asleep|sleeping on the? sofa; cot; moses; safer sleep; swaddl*; !hospital cot",
    "order": "family court; interim order; care order; supervision order; placement order; child arrangements; lives with order; contact order; judge; magistrates made; proceedings issued; prohibited steps",
    "cash_or_phones": "handset; sim cards; sims; cash in|on|under|found; money in|under|found; large amount; £ _2 in _2 bag|pocket; !cash card; !cash machine; !cash in hand",
    "service_ended": """closed|closing to us|them|service|team|our; lost his|her|their place; place withdrawn; off the? books; signed off; !signed off for|as|two|three|new|in|on|staff|competent; not opted in; no opt in; discharged back; disengaged; case closed; closed him|her|them
        after|as|for|due; !closed to new|the public""",
    "not_brought": "missed slot|clinic|appointment|check; further missed; non attendance; did not opt; no show; failed appt; cancelled on the day; not attended; never came; did not show; not come in for",
    "raid": "bashed _2 in; battered|kicked|put _3 door|in; enforcer; police _4 loft; loft; front door boarded|off|broken|smashed; !loft conversion|insulation|bed",
    "roll": "no longer on _2 list|roll|register; teach him|her|them at home; learns at home; elective; off roll; school place; first day at; taster day; year transfer; !first day case",
    "school_move": "managed move; transfer to _2 school|academy; new school; school transfer; fair access; in year admission; admissions; offered a place; moved class",
}  # fmt: skip
