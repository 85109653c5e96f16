"""How somebody may come to be hurt: by what thing or mishap, and whether by another's hand."""

from __future__ import annotations

from chronology.analysis.vocabulary.phrases import Phrasebook

MEANS = Phrasebook(
    {
        "the stairs": "stairs; !hit|hits|hitting|struck|against|onto|caught the|a|his|her|front|back|on _2 step; stair; steps; downstairs; step; stairwell; !upstairs; !steps taken|to|in; !next steps|step; !step father|mother|dad; !asleep|sleeping|was|were|gone|in downstairs; !doorstep; !stair gate*",
        "a sofa": "sofa; settee; couch; armchair; futon; recliner; beanbag; bean bag; !left|kept|lying|put|stored on the? sofa|settee|couch|armchair",
        "a bed": "bed; bunk; bunkbed; mattress; !bed bound; !to bed; !in bed asleep; !bed sharing; !own bed; !hospital bed; !bed time; !on a? bed by",
        "a cot": "cot; crib; moses; basket",
        "the bath": "bath; shower; sink; bathtub; bathwater; bath water; paddling pool; !bath time routine",
        "playing outside": "hammock; zip wire; zipwire; bouncy castle; soft play; sandpit; sand pit; goalpost; goal post; playhouse; swing; slide; trampoline; climbing frame; playground; climbing; slides; swings; play park; monkey bars; see saw; roundabout",
        "a toy": "toy; toys; brick; lego; controller; remote; ball thrown; toy car",
        "another child": "by|his|her|older|younger|the|other|with|and brother|sister|sibling|cousin; by _2 another|other child|pupil|boy|girl; by _3 pupil|classmate|student|toddler|peer|lad|lads|boy|boys|girls; boys|lads|girls|pupils|boy|lad|pupil|classmate _1 held|stood|pushed|kicked|tripped|threw|stamped|shoved|swung|slammed; brother|sister|sibling|cousin hit|pushed|bit|threw|kicked|dropped|fell|jumped|did|scratched|caused; !partner's|mother's|mum's|father's|dad's|husband's|boyfriend's|wife's|girlfriend's brother|sister|sibling|cousin hit|pushed|bit|threw|kicked|dropped|fell|jumped|did|scratched|caused",
        "being pulled or held": "grabbed|grabs|grabbing|yanked|yanks|yanking|tugged|hauled|gripped|holded him|her|them|me|his|by|hold; caught|took|got|had|grabbed|catching hold of him|her|me|his|them; held|holding|holds|hold him|her|me|them|his back|by|tight|tightly|down|too; held|holding|holds|hold on|onto to? him|her|his; pulled|pulling|pulls|dragged|swung|swinging|lifted|lifting|picked|swings|lifts him|her|me|them|it _2 by; pulled|pulling|pulls|snatched|hauled|jerked him|her|them back|away|along|out; swung|pulled|dragged|lifted|yanked|picked|swinging|held _2 by his|her|the|both|one _1 arm|arms|wrist|wrists|hair|hand|hands|ear|neck|leg|legs|ankles; bent|twisted|bending|twisting it|him|her|his|my _1 back|up|behind|arm|wrist|hand; !gripped|held by|with fear|panic; !grip|gripping|grab mark*",
        "rough play": "play fight*; playfight*; rough and tumble; rough play; horseplay; wrestl*; tickling; tickled; messing|mucking|larking about|around; playing rough|roughly; boisterous",
        "a thing that was thrown": "threw|throws|throwing|thrown|lobbed|chucked|hurled|flung _3 shoe|phone|mobile|remote|plate|mug|bottle|ashtray|can|trainer|boot|book|cup|ornament|hairbrush|controller|tablet|stone|brick|toy; shoe|phone|mobile|remote|plate|mug|bottle|ashtray|can|trainer|boot|book|ornament|controller|stone thrown|hit|caught|struck|landed; with|by his|her|the|a|my|their phone|mobile|remote|shoe|mug|bottle|plate|boot|trainer|ashtray",
        "being stood on": "stood|stamped|trod|trodden|knelt|stamping|standing on _1 hand|hands|fingers|foot|arm|leg|toes|head|chest|ankle|him|it; !standing on it",
        "a trolley": "trolley; shopping trolley",
        "swimming": "swimming pool|lesson|baths; pool; diving board",
        "a pushchair": "pushchair; buggy; pram; stroller",
        "found on waking": "waking; woke; wakening; after|from a|his|her? nap|sleep; !woke staff; !woke up late|early|the",
        "a tumble dryer": "dryer; drier",
        "an appliance": "toaster; microwave; air fryer; slow cooker; tumble drier; washing machine; blender; hairdryer",
        "hot food": "soup; porridge; noodles; gravy; stew; custard; hot food",
        "a faint": "faint*; blacked|passed out; dizzy; light headed",
        "a cooker": "cooker; hob; oven; stove; chip pan; oven door; cooker door; grill; pan; saucepan; hot oil; while|when|was|were|helping _1 cooking|cook; wood burner",
        "something swallowed": "drank|drinks|drunk|drinking|swallowed|swallows|swallowing|ate|eaten|eating|sipped|licked|sucked|ingested|took|taken|into|got _6 medicine|medicines|medication|methadone|tablet|tablets|pill|pills|bleach|capsule|capsules|liquitab|liquitabs|cleaner|detergent|antifreeze|paracetamol|ibuprofen|morphine|oramorph|syrup|berries|battery|batteries|vape|edible|edibles|gummies|ecstasy|cannabis|cocaine|heroin|drugs|alcohol|vodka; accidental|accidentally ingest*|overdose; poisoned|poisoning by; !to take|drink|eat; !should|must|will take; !not taken|drunk|eaten|swallowed; !has|have|been taken from; !taken off",
        "smoking": "cigarette; cigarettes; smoking material*; discarded smok*; lighter; ashtray; vape; !smoking cessation|status; !stop* smoking; !smoking outside|in|heavily",
        "a candle": "candle; candles; tealight; incense",
        "playing sport": "football; cricket; rounders; tennis; athletics; hurdles; long jump; karate; dodgeball; rugby; netball; basketball; playing sport; judo; boxing; hockey; p e; pe lesson; skateboard; skating; gymnastics",
        "an assault": "fight; fighting; scrap; scuffle; brawl; mugged; mugging; punched; assaulted; attacked; kicked; slapped; smacked; spanked; beaten; jumped by|on by; headbutt*; robbed; slashed|stabbed|glassed by; !punched|kicked a|the _1 wall|window|door|glass|post|locker|mirror|fence; !punched|punching|punches|kicked|kicking|kicks|headbutted|headbutting|thumped|slammed|smashed _1 wall|window|windows|door|doors|glass|post|locker|mirror|fence|desk|wardrobe|cupboard|fridge|car|van|bin|pane|panel|table",
        "a wheelchair or hoist": "wheelchair; hoist; sling; standing frame; walking frame; bath seat; !hoist referral|service|training; !wheelchair service|services|clinic",
        "a bus or van": "minibus; bus; taxi; on the bus; !bus stop|station|pass|fare; !by bus|taxi",
        "a fence or roof": "fence; roof; shed; garage; railings; wall climbed; climbing _2 wall; !electric fence; !under _2 roof; !roof over",
        "a seizure": "had a? seizure|fit; says|said|reports|thinks a? seizure|fit; a seizure|fit; !no seizure|fit; !seizure medication|plan|clinic; during|from|after|with a? seizure|fit; convuls*",
        "choking": "choked; choking",
        "shaking": "shaken; shook",
        "rolling over": "rolled; overlay; overlain; overlaid",
        "slipping": "slipped; tripped; stumbled; lost his|her footing|balance; !slipped out|away",
        "being hit with a thing": "belt; slipper; with a _1 stick; wooden spoon; flex whipped; cable; coat hanger; hairbrush; !seat belt; !belt buckle",
        "a wall or floor": "wall; floor; !floor surface; !1st|2nd|3rd|4th|5th|fourth|fifth|upper|bottom floor; !on|from the? floor _1 clothes; !second|first|third|ground|top floor",
        "staff": "by teacher; by staff; hoisted by|him|her; restrain*; !dressed|cleaned|seen|noticed|treated|found|given|collected|told|checked|bathed|washed|supervised|observed|witnessed|watched|supported|calmed|reported|brought|taken|escorted|helped|comforted|iced _3 by staff|teacher",
        "a hot drink": "tea; coffee; hot drink; cup of|over; mug; hot chocolate; brew; !for tea; !tea time; !tea towel; !had _1 tea; !at tea; !coffee table; !coffee morning",
        "a kettle": "kettle; boiling water; hot water; !hot water bottle*",
        "hair straighteners": "straightener*; straightners; curling tongs; tongs; ghd*",
        "an iron": "iron; ironing; !iron tablets|deficien*|level*|supplement*; !low iron",
        "a radiator": "radiator; hot pipe; pipe",
        "a heater": "heater; fire guard; fireguard; gas fire; electric fire; fireplace; hearth; fender; mantel; mantelpiece; stove glass; storage heater; log burner|fire; woodburner; wood burning",
        "a window": "window; !broken|smashed|cracked|damaged|mended _1 window|windows|pane; !window open; !through|at|out the? window seen; !window _2 put|smashed|broken|broke|went|kicked|boarded|pane",
        "a car": "hit by _2 car|van|vehicle|bus|lorry|motorbike; car door; run over; knocked down by; rtc; road traffic; car crash|accident|seat; seat buckle|belt; passenger",
        "something too tight": "splint|brace|sock|socks|cuff|bandage|waistband _6 tight|tightly|pinched|rubbed|rubbing; !not _1 tight|rubbing; !no rub",
        "a tree": "tree; branch; bush",
        "a table": "table; coffee table; worktop; desk; !table tennis; !changing table",
        "a door": "door; doorframe; door frame; the|a door frame|handle|jamb|knob|edge|post; cupboard door; gate; !oven|cooker|front|back|car|next|answered|opened|the|at door; !door answered|knock*",
        "a door it ran into": "walked|ran|into _2 door|doorframe; trapped _4 door; shut _3 door; caught _3 door; door _2 finger*|hand; fingers in _1 door; door handle",
        "the road": "into|across|in|crossing|toward|towards|near|off the? road|traffic; stepped out; ran out in",
        "an exhaust": "exhaust",
        "a fire outdoors": "barbecue; bbq; bonfire; campfire; fire pit",
        "a lamp": "lamp; light bulb; bulb; night light; !lamp post|posts",
        "a lamp post": "lamp post; lamppost; bollard; telegraph pole",
        "being tied up": "tied|tying _1 up|to; tied _2 wrists|hands|ankles; cable ties; handcuff*",
        "a hot surface": "hot sand|metal|slide|tarmac|pavement|plate",
        "a pencil or stick": "poked|jabbed|prodded _3 with; pencil; with a stick|twig|fork",
        "grit or dust": "grit; dust|sand|something in his|her eye|eyes; blew in",
        "a potty": "potty; toilet seat",
        "a tool": "drill; hand saw; hacksaw; screwdriver; mower; lawnmower; strimmer; spade; rake; hammer",
        "a nail or wire": "nail sticking; rusty nail; barbed wire; wire fence; staple gun",
        "jewellery": "bangle*; earring; earrings; necklace; bracelet; her|his|a ring caught|scratched",
        "a plant": "bramble; brambles; nettle; nettles; thorn; thorns; rose bush",
        "an electrical fault": "electrical fault; faulty; extension lead; charger; wiring; plug",
        "a fire that was set": "deliberate* ignition|set|fire|started; arson; accelerant; petrol; set fire to; set alight",
        "an animal": "dog; dogs; dog's; cat; cat's; horse; puppy; hamster; !hot dog; !dog walk*|mess|dirt; !with the dog",
        "a bike": "bike; go kart; sledge; sledging; handlebar*; trike; tricycle; skates; rollerblades; scooter; bicycle; moped; quad; skateboard; hoverboard; !stolen bike",
        "a high chair": "high chair; highchair; bouncer; bumbo; car seat fell; baby chair; chair; !threw|throws|throwing|thrown|broke|smashed _2 chair|chairs; !chair|chairs _2 thrown|broken|smashed",
        "a changing table": "changing table|mat|station|unit",
        "having been dropped": "dropped; fell from _2 arms|hands; slipped from _2 arms|hands; !dropped off|in|out|by|centile*|from _2 centile; !dropped charges|centiles; !weight dropped",
        "a walker": "walker; !dog walker",
        "a kerb": "kerb; pavement; tarmac; gravel; mounted",
        "a piece of furniture": "drawer; skirting; sill; windowsill; headboard; banister; bannister; fridge; cupboard; wardrobe; drawers; tv; television; bookcase; shelf; toybox; bedside",
        "glass": "broken glass; broken bottle; glass; bottle broke; bottle smash*",
        "a firework": "firework*; sparkler; rocket",
        "a chemical": "bleach; chemical*; acid; detergent; liquitab; capsule; oven cleaner",
        "the sun": "sunburn; sunburnt; the sun",
        "a nappy": "nappy rash; nappy; nappies; wet wipes",
        "a buckle": "buckle; strap; straps; !splint|brace|cuff strap|straps; harness; seat belt; zip; !buckle fracture*|injury|break|type|of",
        "a knife or razor": "knife; razor; penknife; scissors; blade; !knife drawer*|crime|block; !blade of; !shoulder blade*",
        "a tin": "tin; tins; tin lid; ring pull; can lid",
        "a hot tap": "hot tap; running tap; tap water; bath tap",
        "a hot water bottle": "hot water bottle*; wheat bag; heat pad",
        "a mat": "over|on|in the|a|his|her? _1 rug|mat|carpet|lino; !mat on; !play mat; !on the mat|carpet with|at",
        "a ladder": "ladder; ladders; loft hatch; stool",
        "ice": "on|in the? ice|snow; icy",
        "a fall of boxes": "boxes slid|slipped|fell|toppled|came; stack|pile of _3 slid|slipped|fell|toppled|came|onto|on",
        "himself": "bit|scratched|hit|hurt|cut|burnt|burned|stabbed himself|herself; did it himself|herself; self inflicted",
        "an insect": "insect; midge*; mosquito*; flea*; bed bug*; bedbug*; wasp; bee sting",
        "a medical cause": "birthmark; mongolian blue; eczema; impetigo; blood disorder; itp; brittle bone*; rickets; viral; meningitis; sepsis; allerg*",
    }
)

WEAPONS = Phrasebook(
    {
        "a blade": "knife; knives; machete; blade; sword; axe; hatchet; screwdriver; scissors; stabb*; zombie; !knife drawer*|block|crime",
        "a bat or bar": "bat; bar; pole; hammer; stick; wood; crowbar; cosh; golf club; !no bar; !bar staff|work; !in a bar; !at the bar",
        "a gun": "gun; firearm; shotgun; pistol; air rifle; bb; imitation firearm; shot at; !shot of",
        "a bottle or glass": "bottle; glass; !baby|feeding|of bottle; !bottle feed*|fed|of; !glass of",
        "a noxious substance": "acid; ammonia; bleach; noxious; pepper spray; cs",
    }
)

DEATHS = Phrasebook(
    {
        "a head injury": "head injury|trauma; subdural*; brain injury; skull fracture",
        "sepsis": "sepsis; septic*; meningitis; infection",
        "pneumonia": "pneumonia; bronchiolitis; chest infection; respiratory infection",
        "asthma": "asthma",
        "drowning": "drown*",
        "asphyxia": "asphyxia*; suffocat*; overlay*; overlain; smother*; strangulation",
        "an overdose": "overdose; toxicity; poisoning; methadone; opiate*; heroin",
        "hanging": "hanging; ligature; hanged",
        "stab wounds": "stab*; knife wound*; haemorrhage from",
        "burns or smoke": "burns; smoke; fire",
        "epilepsy": "epilep*; sudep; seizure",
        "dehydration or hunger": "dehydrat*; starvation; malnutrition; malnourish*",
        "no cause that was found": "unascertained; sids; sudi; unexplained; cause unknown; not ascertained|known|established|determined",
        "natural causes": "natural causes; congenital; cardiac; heart; cardiomyopathy",
    }
)

# What befalls somebody, and what another does.
HANDS = Phrasebook(
    {
        "mishap": """fell; fallen; slip; collision; collided with|into; stumble; brushed|brushing|touched|touching|leant|leaned|leaning|backed against|on|onto|into|with _2 iron|hob|oven|kettle|radiator|heater|grill|pan|bar|tongs|straighteners|cooker; iron|kettle|pan|oven|hob|mug|cup|tea|water|coffee touched|tipped|slipped|spilled|spilt; stood|straightened|got|came|sat up under|into; slid|slipped off|out|from; going|went|gone|vaulting|vaulted|scaling|scaled over _2 railings|railing|fence|gate|wall; slipped from|out _1 grip|hands|hand|fingers; by accident; accidentally; accidental; fall; falling; tripped; slipped; stumbled; rolled off|from|over|out; came off; walked|walking|ran|running|bumped|bumping|banged|banging|crashed|crashing into; jumped|jumping|leapt off|from|out|down; climbing|climbed|climb a|the|over|on|up|out; slid|sliding off|from|out|down; rolling|falling off|from|over|out; tripping; slipping; fell; caught his|her foot; went over|down on; toppled|toppling|tumbled|plunged|pitched|fell in|into|off|over|out|down|from; keeled over; wandered|ran|slid|rolled into _2 water|canal|river|pond|lake|sea|road; jumped|went in by himself|herself; lost his|her footing|balance; banged|bumped|hit|knocked _2 head|himself|herself|chin|mouth|lip|arm|face|nose on|off|against; bumped; banged; knocked himself|herself|over; climbed; pulled _4 over|on|onto|down|down; trapped; got|was caught; an accident; punched|punches|kicked|hit|headbutted|thumped|slammed a|the|his|her|own _2 wall|door|window|locker|desk|mirror|tree|table|fence|radiator|post|cupboard|wardrobe|car|fridge; went down; went over on|the|his|her|and; went flying; got hold of; reached up|for|over|across; touched it|the; by himself|herself|themselves; unaided; unasked; on his|her own; caught his|her toe|heel|finger|fingers|sleeve; play fighting; rough and tumble; dropped; scratched|hit|hurt|bit|bruised|injured|cut|burnt|burned|scalded|stabbed himself|herself; did it himself|herself; self inflicted; punched|punching|punches|kicked|kicking|kicks|headbutted|headbutting|thumped _1 wall|window|windows|door|doors|glass|post|locker|mirror|fence|desk|wardrobe|cupboard|fridge|car|van|bin|pane|panel|table; caught _3 on|in|under|between; punched|punching|kicked|kicking|hit|headbutted|headbutting a|the _1 wall|window|door|glass|post|locker|mirror|fence|desk; !fell out with|asleep|behind|pregnant|ill|out|apart|below; !fall* _2 centile*|asleep|behind|pregnant; !fallen _3 centile*|out; !dropped off|in|out|by|the _2 centile*; !no fall|falls|accident; !not fall|fallen; !denies|denied|denying _3 fall|falling; !falls out; !weight _2 fell|dropped|falling; !arguments fall; !left|living|lives|live|alone|parenting|coping|managing|home on his|her own; !by himself|herself upstairs|at home|in the|with; !caught up|with|on|in the act|stealing; !climbed in|out|through|into""",
        "another's hand": """jumped|mugged|ambushed by; jumped on by; set upon; set about him|her|them|me; laid into him|her|them|me; threw|throws|throwing|thrown|flung|flings|flinging|hurled|hurls|hurling|chucked|chucks|chucking|lobbed|lobbing|launched|pelted _4 at; hurling|flinging|chucking|throwing|smashing|hurled|flung|chucked|threw|smashed _3 in _1 temper|anger|rage|fury; squeezed|squeezing|pinched|gripped|grabbed|twisted|yanked|bent his|her|my|the arm|arms|wrist|wrists|ear|neck|leg|fingers|face|throat; pulled|drew _2 blade|knife|weapon|machete; lashed out at; swung at|for|first; landed|threw|throwing|landing _2 punch|punches|blow|blows; thumped|clouted|walloped|decked|floored|clobbered|nutted|whacked him|her|them|me; hit|hits|hitting|punched|punches|kicked|kicks|slapped|slaps|smacked|smacks|pushed|pushes|bit|bites|shook|shakes|shoved|twisted|twists|bent|yanked|stamped|gripped|stabbed|grabbed|grabs|squeezed|squeezes|pinched|dragged|strangled|choked|attacked|assaulted|beat|beats|headbutted|threw|throws|whipped me|him|her|them|us|his|on; burned|burnt me|him|them|us; burned|burnt her with|again|deliberately; did it with|to; has done it to;
            hit|punched|kicked|slapped|smacked|pushed|bitten|shaken|shoved|grabbed|squeezed|pinched|dragged|strangled|attacked|assaulted|beaten|struck|headbutted|hurt|burned|burnt|stamped _3 by; !burned|burnt|hurt|struck _6 by the|a|an|her|his _1 heater|fire|iron|kettle|hob|cooker|oven|radiator|pan|tea|coffee|water|lamp|bulb|candle|door|bath|car|ball|branch; threw|throws|thrown _4 at; did it to me|him|her; hurts|hurt me|him|her; was|been hit|punched|kicked|slapped|smacked|pushed|assaulted|attacked|beaten|struck|stabbed; belt; slipper; punched|kicked|slapped|smacked|headbutted|strangled|throttled; inflicted; picked him|her|them up; poured|put|tipped|mixed _4 his|her beaker|bottle|cup|drink|juice|milk; elbow|knee|fist|ring|hand|boot caught him|her|his; shoved|bent|tipped him|her|them|his; carried|carry|carrying|took|take|led|lead|leading|pulled|pull|dragged|drag|dragging|threw|throw|pushed|push|pushing|held|hold|holding|lowered|walked|walk|walking|put|dropped|drop _5 into|under _2 water|canal|river|sea|pond|lake|road|traffic|path; held _3 under; walk|walked|walking|jumped|stepped into _1 water|canal|river|sea with|holding|carrying; carry|carrying|carried _6 arms and walk|walked|jump|jumped|step|stepped; !punched|punches|kicked|hit|headbutted|thumped|slammed a|the|his|her|own _2 wall|door|window|locker|desk|mirror|tree|table|fence|radiator|post|cupboard|wardrobe|car|fridge; slashed|stabbed|glassed _1 by|him|her|me; cut _1 by; cut him|me; cut her with; girl|boy|man|lad|lads|woman|someone|somebody|pupil|stranger|youth|youths cut|slashed|stabbed|hit|punched|kicked|pushed|burnt|burned him|her|me|them; !punched|punching|kicked|kicking|hit|headbutted|headbutting a|the _1 wall|window|door|glass|post|locker|mirror|fence|desk; !no assault; !not hit|hurt|push|assault*|kick|slap*|punch*; !did not; !denies|denied|denying _4 hitting|hit|hurting|hurt|assault*|pushing|kick*|slap*; !hit|hurt|bit|bites himself|herself; !if|ever _2 hit|hurt|hurts; !seat belt; !hit _3 head on|off; !nobody|no one hit|hurt; !punched|punching|punches|kicked|kicking|kicks|headbutted|headbutting|thumped|slammed|smashed _1 wall|window|windows|door|doors|glass|post|locker|mirror|fence|desk|wardrobe|cupboard|fridge|car|van|bin|pane|panel|table; !hit by _2 car|van|vehicle|bus|ball""",
    }
)
