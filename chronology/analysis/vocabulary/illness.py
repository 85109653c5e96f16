"""Kinds of illness, treatment and care: what a ward, a practice, a school and a family each call in their own words."""

from __future__ import annotations

ILLNESS: dict[str, str] = {
    "breathing": """asthma*; wheez*; breathless*; short|shortness of breath; difficulty breathing; breathing difficult*|problem*|trouble; trouble|struggling
        breathing|to breathe; struggling for breath; couldn't catch _2 breath; sats; saturation*; spo2; neb; nebs; nebulis*; salbutamol; ventolin; inhaler*; blue|brown pump;
        pump in; no pump; spacer; preventer; prednisolone; pred; croup; bronchiolitis; pneumonia; chest infection; chesty; lrti; with|of _2 chest; bad|poorly|tight chest;
        crackles; on oxygen; o2; resp|respiratory infection|distress|arrest|clinic|ward; aspirat*; !chest of drawers; !breathing down|space|exercise*; !fuel|petrol|gas|water pump""",
    "bone": """fracture*; cast; in|plaster plaster; plaster cast; pot on; splint; broken|broke _2 arm|leg|wrist|ankle|finger|thumb|toe|elbow|collarbone|rib|ribs|hip|foot|hand|bone|thigh;
        arm|leg|wrist|ankle|thigh|hip is|was? broken; in a sling; crutches; radius; ulna; femur; femoral; tibia; fibula; humerus; clavicle; metacarpal; metaphyseal; ortho*; spica; traction;
        !cast doubt|iron|aside; !sling too|old|new|size|demonstrat*; !hoist sling""",
    "seizure": "seizure*; convuls*; epilep*; tonic clonic; post ictal; postictal; a|another|had|long|following|having fit; fitting; midazolam; buccal; status epilepticus; absences clinic; !fitting in|room|of|a|the|smoke",
    "sugar": "diabet*; hba1c; insulin; hypo; hypos; hyperglyc*; hypoglyc*; dka; ketones; ketoacid*; blood sugar*|glucose; high|low sugar*; borderline sugar*; glucometer; libre sensor",
    "allergy": "anaphyla*; epipen; adrenaline pen; allergic reaction; nut allergy; hives",
    "stomach": "diarrhoea; vomit*; loose stool*; gastroenteritis; norovirus; tummy|stomach|sickness bug; d v; dehydrat*; being sick; threw up; thrown up; off his|her feeds; !vomiting blood",
    "skin": "eczema; impetigo; scabies; cellulitis; ringworm; rash; rashes; infected bite*; abscess; nappy rash; sores; weeping skin; head lice; lice; nits; flea bites; fleas; bed bugs",
    "teeth": "dental; dentist; dentistry; tooth; teeth; caries; extraction*; extracted; toothache; gum abscess; !teeth marks; !brush|brushing teeth",
    "hearing_or_sight": "audiology; hearing clinic|test|aid*; grommets; glue ear; orthop*; squint; optician; glasses; eye clinic|test; ophthalm*; visual impair*; deaf; !hearing voices; !court hearing",
    "feeding": """bottle feed*|feeding; breast feed*|feeding; breastfe*; formula; tube feed*|feeding; peg; gastrostomy; feed pump; pump feed*|failure|alarm*; bolus; nasogastric; ng tube; not feeding; poor
        feed*|feeding; weaning; thickener; thickened; unsafe swallow; swallow assessment; dietitian; dietetic*; milk; !milk tooth|teeth|man""",
    "moving_aid": "hoist*; sling; wheelchair; standing frame; splints; orthotic*; specialist bed; hospital bed; ceiling track; moving and handling; bed rail*; stairlift; grab rail*",
    "bloods": """blood test*|result*|level*|sample; bloods; lab; toxicology; drug level*|screen; undetect*; level _2 low|high|undetectable|nil; urine test|screen|sample; hair strand; positive|negative
        test|result|swab; swab*; scan result*; x ray*; ct scan; mri; ultrasound; biopsy; !blood pressure""",
    "infection": "sepsis; septic; meningitis; fever*; febrile; pyrexi*; temperature of; tonsillitis; urinary tract; uti; ear infection; antibiotic*; chicken pox; chickenpox; measles; covid; flu; scarlet fever; hand foot; strep",
    "medicine_missed": """not given|taken|taking|collected|giving|ordered _3 medic*|meds|tablets|insulin|inhaler*|valproate|dose*|antipsychotic*|methadone; stopped|stopping _3
        medic*|meds|tablets|antidepressant*; ran|run out of? _2 medic*|inhaler*|tablets|insulin; no inhaler*; inhaler empty; missed dose*|doses|collection*|pick ups; prescription* not
        collected|ordered|requested; non complian*; non adheren*; non concordan*; unfilled; uncollected; forgot* _3 tablets|medication|insulin""",
    "operation": "surgery for|on|to; operation; operated; theatre; general anaesthetic; under ga; day case; day surgery; post op; appendi*; circumcis*; tonsils",
    "sleeping": "co sleep*; bed shar*; safe sleep*; sleeping on _3 bed|sofa; moses basket; folding cot; cot full|used; in with parents; between pillows; no cot; big|parents' bed; overlay*",
}  # fmt: skip
# Illnesses that seldom come: two who tell of one within days mostly tell of the same.
SUDDEN = frozenset({"breathing", "bone", "seizure", "sugar", "allergy", "stomach", "operation", "infection", "skin", "teeth", "sleeping",
                    "medicine_missed"})  # fmt: skip
