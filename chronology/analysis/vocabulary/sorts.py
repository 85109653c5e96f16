"""Which kinds of event are rare, happen once, are grave, bring several agencies together or are done by each for itself."""

from __future__ import annotations

from chronology.analysis.vocabulary.illness import SUDDEN

# Kinds that tell of something that happened, and seldom: two who tell of one within days mostly tell of the same.
EVENTS = (
    frozenset(
        """birth arrest charge sentence recall release order missing self_harm death weapon exclusion exploitation placement arrears
    collapse drugs strangling nuisance welfare_check assessed early_birth self_neglect pressure_sore fall fire ed_attendance
    admission medical disclosure injury head_injury sexual_harm poisoning choking_or_drowning burnt capacity financial_abuse service_ended
    eviction moved police_protection drugs_find private_fostering reunification harmful_practice extremism roll illness_told incident
    online_harm dog vehicle raid heating abe abduction refused_entry cash_or_phones bail court_keeps_away breach intruder case_opened
    returned_home pregnancy_found scan twins read_again records_moved sectioned death_response new_partner left_alone complaint
    help_with_money pregnancy_lost images_or_blackmail threatened no_charges new_social_worker first_day locked_in growth break_in fled
    imms speech drug_test drug_error restraint allegation_about_staff anonymous wetting theft contact_ended discharged referral_outcome
    unsafe_store home_education imaging risk_graded home_state care_package parted immigration
    nrm nrm_decision before_proceedings organ_failure returned_from_away offer_refused heart""".split()
    )
    | SUDDEN
)
# What happens to a family once and is known to all: two agencies who each have one such record mean the same.
SINGULAR = frozenset(
    """birth arrest charge sentence recall release missing self_harm death weapon exclusion placement moved eviction collapse strangling
    head_injury sexual_harm poisoning burnt fire police_protection drugs_find private_fostering reunification harmful_practice pregnancy
    admission early_birth bail case_opened returned_home pregnancy_found twins read_again sectioned death_response intruder pregnancy_lost
    no_charges new_social_worker first_day break_in fled raid abduction locked_in left_alone dog vehicle drug_error contact_ended
    drug_test bone allergy operation refused_entry service_ended online_harm seizure restraint theft abe allegation_about_staff
    anonymous cash_or_phones choking_or_drowning capacity extremism financial_abuse order pressure_sore sugar heating parted
    nrm nrm_decision before_proceedings organ_failure""".split()
)
# What seldom befalls anybody twice within days.
GRAVE = frozenset({"collapse", "death", "head_injury", "emergency_call", "choking_or_drowning", "poisoning"})
# Who collapsed and who died is one person on one day.
LIFE = frozenset({"collapse", "death"})
# Those who were called name whom they dealt with: the ward the child, the police the grown.
EMERGENCY = frozenset({"collapse", "death", "emergency_call", "weapon", "fire", "missing", "incident", "police_protection"})
# What each agency does for itself, however alike it reads.
BY_ONESELF = frozenset({"phone_call", "visit", "session", "clinic", "weighing", "absence"})
# What brings several agencies to one place, each of its own accord.
TOGETHER = frozenset(
    """incident weapon death missing self_harm emergency_call birth arrest medical collapse fire joint_visit admission head_injury
    police_protection poisoning choking_or_drowning""".split()
)
# What another agency is told of: whoever passes it on expects that it is noted.
WORRY = frozenset({"injury", "disclosure", "incident", "absence", "referral", "emergency_call", "medical"})
# What happens to a household, and seldom, so that several agencies have it without naming one another.
OF_ONE_HOUSEHOLD = frozenset(
    """birth arrest charge sentence recall release death placement moved eviction police_protection raid bail order
    sectioned fled reunification returned_home no_charges pregnancy_lost early_birth strangling private_fostering abduction
    harmful_practice twins immigration nrm nrm_decision before_proceedings court collapse""".split()
)
