"""Words that decide whether a word is a name: titles, kin, places, and names that are also ordinary English words."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Words as they stand in a line, one beside the other."""
    return frozenset(listed.split())


TITLES = words(
    "mr mrs ms miss mx master sir dame lady lord dr doctor prof professor rev reverend fr father sister nurse midwife"
    " pc wpc pcso dc ds di dci dcs det sgt sergeant insp inspector supt superintendent constable detective officer"
    " cllr judge justice hhj mw hv sw ssw gp cpn idva yot ehcp consultant registrar teacher headteacher"
)
MALE_TITLES = frozenset({"mr", "master", "sir", "lord"})
FEMALE_TITLES = frozenset({"mrs", "ms", "miss", "dame", "lady"})

# Words before a name that say whose name follows; "father" and "sister" are titles only beside a surname.
KIN = words(
    "baby aunt auntie aunty uncle nan nana nanny nanna gran granny grandma grandad granddad grandpa gramps mum mummy mam dad"
    " daddy mother father mgm mgf pgm pgf brother sister son daughter sibling siblings twin cousin nephew niece stepfather"
    " stepmother stepdad stepmum partner boyfriend girlfriend husband wife fiance fiancee ex friend neighbour called named"
    " known little young child pupil patient"
)
PARTICLES = words("van von der den de da di du del della la le el al bin ibn bint abu ap mac mc st o d")

DETERMINERS = words(
    "the a an this that these those his her its our your their my some any no every each another good great little old new"
    " which what whose one more much such"
)
PREPOSITIONS = words(
    "with by to from for about told tell asked saw seen see between against of on at near after before that and or but"
    " if when while because where who whom including then as than says said contacted rang phoned visited met meet"
)
PRONOUNS = words("i he she we they you it there this that these those the a an my his her our their your not be")

# What a person does or is: a word after a name, hardly ever after a thing.
DOING = words(
    "said says told tells asked asks reported reports stated states was is has had did does went goes came comes left leaves"
    " called calls rang rings phoned texted wrote spoke speaks saw sees met knew knows felt feels thought thinks wanted wants"
    " took takes gave gives got gets made makes kept keeps hit hits hid fell sat sits stood stands slept sleeps ate ran runs"
    " held brought found heard lost lives lived born could would should may might must can cannot didn doesn wasn isn hasn"
    " hadn couldn wouldn won refuses attends appears seems looks smiles cries works stays stayed moved drove broke put let"
    " shut threw bit woke told began became understood and also never always still again later now alone present absent"
    " aged age dob upset asleep awake tearful happy unwell settled distressed anxious angry quiet tired"
    " hungry safe sad well poorly sick drunk intoxicated home missing late afraid frightened scared hurt worried withdrawn clean"
    " dirty thin chatty"
)
BASE_VERBS = words(
    "be have do not never also then need come go try ring call attend visit contact make take see ask tell send speak discuss"
    " continue get give keep know look meet move provide receive refer remain report require result return review share"
    " start stay support think want work write follow find feel help let only still soon always inform arrange check chase"
    " consider complete"
)
NUMBER_WORDS = words("early mid late end start beginning during since until till last next this every each in")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

STREETS = {
    "road": "rd",
    "street": "st",
    "avenue": "ave av",
    "lane": "ln la",
    "close": "cl",
    "drive": "dr drv",
    "court": "ct crt",
    "place": "pl",
    "crescent": "cres cr",
    "terrace": "terr ter",
    "gardens": "gdns gdn",
    "square": "sq",
    "grove": "gr gv",
    "park": "pk",
    "rise": "",
    "way": "",
    "walk": "",
    "row": "",
    "hill": "",
    "mews": "",
    "parade": "pde",
    "green": "grn",
    "view": "",
    "house": "hse",
    "flats": "",
    "estate": "est",
    "fold": "",
    "yard": "",
    "wharf": "",
    "bank": "",
    "vale": "",
    "mount": "mt",
    "croft": "",
    "end": "",
    "buildings": "bldgs",
    "heights": "hts",
    "cottages": "",
    "villas": "",
}
PLACES_AFTER = frozenset(STREETS) | words(
    "academy act arms bank box bridge broadband canal card castle cathedral center centre chapel charity church "
    "clinic college common cottage council fair farm festival forest foundation hall heath hospice hospital hotel "
    "infant infirmary inn inquiry island islands isle junior lake library lodge mobile museum news nursery parish "
    "practice primary programme project pub report review river scheme school sports stadium station surgery team "
    "theatre town trust tv unit university valley village ward wing wood woods "
)
PLACES_BEFORE = words("st saint st. isle forest river lake loch mount port fort glen")

# Names that are ordinary words as well, given names and surnames; in lower case they are words, otherwise it depends.
ORDINARY = words(
    "abbot adder amber angel apple apples april arch archer art ash aspen august autumn baker ball bank banks barber "
    "barker baron basil bay beach bean bear bell belle berry best bill birch bird bishop black blaze bless blessing bliss "
    "bloom blossom blue bolt bond bonnie booth bow bowler box boy brand brave bright brook brooke brooks brown buck bud "
    "bull burn burns bush butcher butler candy cane cannon canon carpenter carter case cash castle chamber chambers chance "
    "chapel chapman charity charm chase cherry chip christian church clay clerk cliff close clover coal comfort cook "
    "cooper coral corn cotton count court craft crane crisp cross crow crystal curry daisy dale darling dash dawn day "
    "deacon dean dear destiny diamond dick don dove drake draper drew drive duke dusty dyer earl early east elder elm "
    "ember eve ever fair faith falcon farmer fern field fields finch fish fisher flint flood flora flower flowers ford "
    "forest forester fortune foster fountain fox frank freed freeman friday frost fuller gale game garden gardener gardner "
    "gates gay gem gift gill gills ginger glen glory glover gold golden good goodwill goose gore grace gracie grand grant "
    "grave graves gray green grey grove guard guest gull gun guy hale hall hand hands handy happy hardy harmony harper "
    "hart harvest haven hawk hawkins hay hazel head heart heath heather heaven hedge herb herd hill hills hogg holiday "
    "holly homer honey hood hook hope hopes horn house hunt hunter hyacinth iris ivory ivy jade jam jasmine jasper jay jem "
    "jersey jet jewel joy judge june junior jury justice keen key keys kind king kings kit kite knight knot lad lake lamb "
    "lance land lane lark laurel lavender law lawn lea leaf lee liberty light lilac lily linen link lion lisle little lock "
    "locke long lord lots love low luck lucky lynch mace maid major male mallow manner march margin marina mark marks "
    "marsh marshal marvel mason mass masters mat may mayor mead meadow meadows mellow melody mercer mercy merit merry mews "
    "miles mill miller mills mind minor mint miracle miss mist misty mo mole monday money monk mono moon moor moore moose "
    "more morning moss mound mount mountain mungo myrtle nail nap nettle new nick nicks nightingale noble north nova nurse "
    "oak oaks ocean olive opal oral orchard page pages painter palmer pansy park parker parks parr parsley parson parsons "
    "pat patch patience peace peaches peacock pear pearl peck peel peg penny pepper perry pet peter petty phoenix piece "
    "pierce pike pine piper pitt plum poe pond pool pope poppy porter post potter pound powder power powers praise "
    "precious presley price pride primrose prince princess prior prudence purple queen queenie quick quill quince rain "
    "rainbow ram ransom raven ray read reader red redman reed reeds reef reel reeve reeves reid rein rex rice rich rick "
    "ridge right ring rite river rivers roach road rob robin rock rocks rocky rod rook rosary rose rosemary roses rouge "
    "rough rowdy ruby rule rush russ russet rusty sabre sage sailor salt sand sands sandy sapphire saturday savage sawyer "
    "scarlet scarlett scout seal seals self senior sexton shade shan sharp shaw shell shepherd shore short shrub silk "
    "silver simple singer sister skip skipper sky slater small smart smile smith snow sol sole sonny soul south spark "
    "sparks sparrow speed spice spring squire stacks star stark starling starr states steel sterling stern steward stock "
    "stoker stone storey storm stout strand strange street strong sue suffolk sugar summer summers sun sunday sunny "
    "sunshine swan sweet swift tab tailor talon tanner tasker tawny taylor temperance temple thatcher thorn thyme tide "
    "tiger tiller timber time tip tom topaz tor tower towers town trace treasure treat tree trinity trip trish true truth "
    "tucker tuesday tulip turf turk turner unity vale valley van vane verity vest victory vince vine viola violet virtue "
    "vogue vow wade wage walker walks wall walls ward warden wards ware warren wash waters watt watts way weaver wednesday "
    "weeks wells west wheat wheeler whistler white wild wilder will willow wills win wind windsor wing winner winter "
    "winters wise wit wolf wolfe wonder wong wood woods wool worth wren yard yew young zeal zen zest zone "
)
# Those of them that stand in any page of English: at the beginning of a sentence they are taken for words.
EVERYDAY = words(
    "april art august autumn baker ball bank banks barber bay beach bell berry best bill birch bird bishop black blue bow "
    "box boy brand brave bright brown buck bud bull burn burns bush butcher butler carpenter carter case chamber chambers "
    "chance chapel charity chase chip christian church clay clerk cliff close coal comfort cook cooper cotton count court "
    "craft crisp cross crow dash dawn day dear destiny diamond dock drew drive dusty earl early east fair faith farmer "
    "field fields fish fisher flower flowers food forest fortune fox frank friday game garden gardener gates gay gem gift "
    "gold golden good grace graces grant gray green grey guard guest gun guy hall hand hands handy happy harmony hart "
    "harvest haven hay hazel head heart heath heaven hedge herb herd hill hills holiday honey hood hook hope hopes horn "
    "house hunt hunter ivory ivy jam jet jewel joy judge june justice keen key keys kind king kit kite knight knot lad "
    "lake lamb land lane lark law lawn leaf liberty light line linen link lion little lock long lord lots love low luck "
    "maid major male march margin mark marks mass master masters mat matt may mayor mead meadow mercy merit merry mews "
    "miles mill mind minor mint monday money moon moor moose more morning moss mound mount mountain nail nap nettle new "
    "nick nicks nightingale noble north nurse oak ocean oral orchard page pages painter park parks parson parsons pat "
    "patch patience peace pear pearl peel peg penny pepper pet petty piece pike pine pink piper pitt plum poe pond pool "
    "pope porter post pot potter pound power powers praise precious presley price pride prince princess prior prudence "
    "purple queen quick rain rainbow ram ransom ray read reader red reed reef reel rein rex rice rich rick ridge right "
    "ring rite river rivers roach road rob rock rocks rook rosary rose rosemary roses rouge rough rowdy ruby rule rush "
    "russet rusty sage sailor salt sand sands saturday savage scout seal seals self senior shade sharp shell shepherd "
    "shore short shrub silk silver simple singer sister skip skipper sky slater small smart smile smith snow sole sonny "
    "soul south spark sparks speed spring squire stacks staff star starling starr states steel sterling stern stock stoker "
    "stone storey storm stout strand strange street strong sue sugar summer summers sun sunday sunny sunshine swan sweet "
    "swift tab tailor talon tanner tawny taylor temperance temple thatcher thyme tide tiger tiller timber time tip topaz "
    "tor tower towers town trace treasure treat tree trip true truth tucker tuesday tulip turf turner unity vale valley "
    "van vane vest victory vine viola violet virtue vogue vow wade wage walker walks wall walls ward warden wards ware "
    "warren wash waters way weaver wednesday weeks well wells west wheat wheeler whistler white wild wilder will willow "
    "wills win wind wing winner winter winters wise wolf wonder wong wood woods wool worth wren yard young zeal zen zest "
    "zone "
)
MODALS = frozenset({"may", "will", "might", "can"})
IMPERATIVES = words("mark hope rob sue chase will may bill grant pat mike skip don drew wade dawn joy grace rose read cook")

# Two or three capital letters that mean something else in records and reports.
ABBREVIATIONS = words(
    "abc acr add adt ae age all am amh ami and any apt are asb ase ask bid bmi boy bp but cab cam can car cat ccg cd cds "
    "ce cfs chr cic cin cla cme cmo cmp cms cot cp cpa cpc cpp cpr cps cs csa csc cse csp ct ctp cv cva cyp da dab dad daf "
    "das day db dc del di did dj dna dob doh dr ds dsl dss dv dvd dwp ea ed eds edt ee efa eh eha ehc ehm eis elf emt en "
    "end ent epo er eta eu faq far fax fb few fgc fgm fir fit fm for ga gcs get gp gum had has hb hba hdu her him his hm "
    "hmp ho hot how hpa hq hr hse hub hv hvs ibd ic icb icd ice icp ics icu id ids imr ipv ira isa it its iud iv iva ivf "
    "job key kit la lab lac lad lap lb ld lea led leg let lgb lip lot low lp lsb lsp ma mad man map mar mat may mba mc mca "
    "md me men met mh mht min ml mm mmr mom mp mr mri mrs ms msk mum mw na nai nb nd ne nec neg net new nf ng nhs ni nic "
    "nil nk nmc no nor not now np nr ns nsf nsp nvq nw nz obs od off ok old one opd ord osa ot out ow own pa pat pb pc pca "
    "pdf pds pe per pet pic pip pm po poa pol pos pp pr pre pro ps pt ptl pts pup put pv pvg qa qar qip ra ran raw rc re "
    "ref rep rib rip rmn rn rp rt rta rtc run sa sad sar sat saw say sc scr se sea sec see sen set sex she sid sit six sn "
    "so son sp spa spr sr ss st sun sw ta tac taf tag tax tb tba tbc tea ten the ti tia tie tip tm too top try tv two ufo "
    "uk un up us uti va van vat vc via vip vs wa war was way wc we web wet who why wi win wno won wt wte yes yet yjb yo "
    "yot you yp yr "
)
