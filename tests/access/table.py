"""Who may open what: every address, beside every person. Written by hand, from what the roles are for.

A line that begins at the margin names a thing in one state (``world.THINGS``) and says who sees that it exists; for
everybody else each of its addresses is the same "not found" as that of nothing at all, read or written. Under it stands
one line for each address:

    page            all who see the thing get the page; sending something to it changes nothing
    page LAS        only they get it; for the others who see the thing it does not exist either
    act M           the page of an act: only they get it and may do it; the others who see the thing are refused
    door M          the same, but for the others who see the thing it does not exist
    step M          an act without a page: whoever sees the thing is led on from the address; only they may do it
    save A          is only sent to, never opened: only they may; the others who see the thing are refused

People are written by one letter:

    M  the board's manager      P  a member of the case's panel          L  the lead of the thing's agency
    C  the board's chair        O  the author of the overview report     A  the author of that agency's report
    U  the board's auditor      W  the owner of the plan's actions       S  its countersigning officer
                                K  the lead of another agency in the case

Beside them the matrix sends people whom the table does not name, because the answer follows: somebody of the second
board who sits on this case's panel (as P on that case, nobody on any other), a former member of the panel, the lead of
an agency that is not in the case, the administrator, three people of the second board, and somebody who is not signed in.
"""

OPEN = """
case: MCU POLKAS
  casework:case                              page
  casework:case_documents                    page
  casework:case_history                      page
  casework:case_file                         act M
  casework:case_appoint                      act M
  casework:case_dismiss                      act M
  casework:case_add_subject                  act M
  casework:case_extend                       act M
  casework:case_close                        act M
  casework:case_reveal                       act MC POLK
  referrals:case_referral                    page MC POL
  reviews:case_review                        page MCU POLK
  imr:case_reports                           page MC POLKAS
  chronology:case_chronology                 page
  chronology:case_chronology_export          page
  chronology:case_print                      door MC POLKAS
  chronology:case_lanes                      page
  chronology:case_genogram                   page MC PO
  chronology:case_ask                        door M
  chronology:case_key                        page MC PO
  overview:case_overview                     page
  actionplans:case_actions                   page

case without a review: MCU PL
  casework:case                              page
  referrals:case_referral                    page MC PL
  reviews:case_review                        page MC P
  imr:case_reports                           page MC P
  chronology:case_ask                        door -
  overview:case_overview                     page

referral, draft: L
  referrals:referral                         page
  referrals:referral_sent                    page -
  referrals:referral_submit                  act L
  referrals:referral_withdraw                act L
  referrals:referral_write                   act L

relative in a draft: L
  referrals:referral_people                  act L
  referrals:referral_add_person              act L
  referrals:referral_person                  act L
  referrals:referral_remove_person           act L

referral, submitted: MC L
  referrals:referral                         page
  referrals:referral_sent                    page
  referrals:referral_withdraw                act L
  referrals:referral_consider                act M
  referrals:referral_ask_for_information     act M

referral, returned: MC L
  referrals:referral_answer                  act L
  referrals:referral_write                   act L
  referrals:referral_withdraw                act L

referral, with the panel: MC P L
  referrals:referral                         page
  referrals:referral_convene                 act M
  referrals:referral_ask_for_information     act M
  referrals:referral_recommend               act M P

referral, recommended: MC P L
  referrals:referral_decide                  act C
  referrals:referral_send_back_to_panel      act C

review, scoping: MCU P LK
  reviews:review_draft_terms                 act M
  reviews:review_request_records             act MC
  reviews:review_appoint_overview_author     act MC
  imr:review_commission                      act M

review, gathering: MCU PO LK
  reviews:review_request_records             act MC
  reviews:review_appoint_overview_author     act MC
  reviews:review_record_notice               act MC
  reviews:review_begin_analysis              act M
  reviews:review_pause                       act MC
  reviews:review_convert                     act C
  reviews:review_discontinue                 act C
  imr:review_commission                      act M
  overview:review_start_overview             act M O

review, paused: MCU PO LK
  reviews:review_resume                      act MC

review, implementing: MCU PO LK
  actionplans:close                          act M

records, asked: MC P L
  reviews:recordsrequest                     page
  reviews:recordsrequest_answer              act M L

records, secured: MC PO L
  reviews:recordsrequest                     page
  reviews:recordsrequest_amend               act M L

terms, draft: MC P
  reviews:termsofreference                   page
  reviews:termsofreference_write             act M
  reviews:termsofreference_agree             act MC

terms, agreed: MCU PO LK
  reviews:termsofreference                   page
  reviews:agreedterms                        page
  reviews:termsofreference_revise            act M

learning: MCU P
  reviews:otherlearning                      page
  reviews:otherlearning_note                 act M
  reviews:otherlearning_finish               act M

chronology, being compiled: LAS
  chronology:chronology                      page
  chronology:chronology_struck               page
  chronology:chronology_add_entry            act LAS
  chronology:chronology_grid                 act LAS
  chronology:chronology_save_row             save LAS
  chronology:chronology_paste                save LAS
  chronology:chronology_change_entries       save LAS
  chronology:chronology_undo                 save LAS
  chronology:chronology_read_date            save LAS
  chronology:chronology_import_file          act LAS
  chronology:chronology_name_people          act LAS
  chronology:chronology_apply_import         act LAS
  chronology:chronology_share                act -
  chronology:chronology_unshare              act -

chronology, shared: MC PO LAS
  chronology:chronology                      page
  chronology:chronology_struck               page
  chronology:chronology_add_entry            act LAS
  chronology:chronology_grid                 act LAS
  chronology:chronology_save_row             save LAS
  chronology:chronology_paste                save LAS
  chronology:chronology_change_entries       save LAS
  chronology:chronology_undo                 save LAS
  chronology:chronology_read_date            save LAS
  chronology:chronology_import_file          act LAS
  chronology:chronology_apply_import         act LAS
  chronology:chronology_unshare              act -

chronology without a report: L
  chronology:chronology                      page
  chronology:chronology_share                act L

chronology without a report, shared: MC PO L
  chronology:chronology                      page
  chronology:chronology_unshare              act M

key: MC PO
  chronology:personkey_reveal                act MC O
  chronology:personkey_hide                  page
  chronology:personkey_add_person            act M
  chronology:personkey_paste                 act M
  chronology:personkey_identifiers           act M
  chronology:personkey_leaks                 act MC O
  chronology:personkey_entries               act MC O

person of the key: MC PO
  chronology:keyedperson_change              act M
  chronology:keyedperson_remove              act M
  chronology:keyedperson_merge               act M
  chronology:keyedperson_relate              act M
  chronology:keyedperson_unrelate            save M

person whom an agency names: LAS
  chronology:keyedperson_change              act LAS
  chronology:keyedperson_remove              act LAS

entry, being compiled: LAS
  chronology:entry                           page
  chronology:entry_change                    act LAS
  chronology:entry_remove                    act LAS
  chronology:entry_use_codes                 step LAS
  overview:evidence_of_entry                 page

entry, struck out: LAS
  chronology:entry                           page
  chronology:entry_restore                   step LAS

entry, shared: MC PO LAS
  chronology:entry                           page
  chronology:entry_change                    act LAS
  chronology:entry_remove                    act LAS
  chronology:entry_restore                   step LAS
  chronology:entry_use_codes                 step LAS
  overview:evidence_of_entry                 page

file, read: LAS
  chronology:import                          page
  chronology:import_columns                  act LAS
  chronology:import_read_again               step LAS
  chronology:import_apply                    step LAS
  chronology:import_set_aside                step LAS
  chronology:import_answer                   step LAS
  chronology:import_row                      act LAS
  chronology:import_forget                   step LAS

printout of the manager: M
  chronology:printout                        page
  chronology:printout_file                   page

integrated chronology: MC PO
  chronology:case_proposals                  page
  chronology:case_analyse                    step M O
  chronology:case_thresholds                 act M
  chronology:case_notes                      page
  chronology:case_add_note                   act
  chronology:case_versions                   page
  chronology:case_freeze                     act M
  chronology:case_views                      page
  chronology:case_knowing                    page
  chronology:case_keep_view                  act

note: MC PO
  chronology:note                            page
  chronology:note_change                     act
  chronology:note_strike                     act

note, struck out: MC PO
  chronology:note                            page
  chronology:note_restore                    step

kept view: M
  chronology:view                            step
  chronology:view_share                      step M
  chronology:view_remove                     step

shared view: MC PO
  chronology:view                            step
  chronology:view_share                      step M
  chronology:view_remove                     step M

frozen version: MC PO
  chronology:frozen                          page
  chronology:frozen_changes                  page

proposal: MC PO
  chronology:proposal                        page
  chronology:proposal_dispose                step
  chronology:proposal_ask                    act

proposal, answered: MC PO
  chronology:proposal_reopen                 act

question: MC PO LA
  chronology:question                        page
  chronology:question_answer                 act LA
  chronology:question_withdraw               act MC PO

report, asked for: MC PO L
  imr:imr                                    page
  imr:read                                   page L
  imr:imr_name_author                        act M L
  imr:imr_name_countersigner                 act M L
  imr:imr_declare                            act -
  imr:imr_excuse                             act M

report, being written: MC PO LAS
  imr:imr                                    page
  imr:read                                   page LAS
  imr:imr_name_author                        act M L
  imr:imr_name_countersigner                 act M L
  imr:imr_declare                            act A
  imr:imr_attach                             act LA
  imr:imr_say_nothing_held                   act LA
  imr:imr_send_for_countersignature          act A
  imr:imr_excuse                             act M
  imr:countersigned                          page -

report, awaiting its countersignature: MC PO LAS
  imr:imr                                    page
  imr:read                                   page LAS
  imr:imr_recall                             act LA
  imr:imr_hand_back                          act S
  imr:imr_countersign                        act S

report, countersigned: MC PO LAS
  imr:imr                                    page
  imr:read                                   page LAS
  imr:signed                                 page LAS
  imr:countersigned                          page LAS
  imr:imr_submit                             act LAS

report, with the panel: MC PO LAS
  imr:imr                                    page
  imr:read                                   page
  imr:signed                                 page
  imr:imr_accept                             act MC P
  imr:imr_send_back                          act MC P

report, returned: MC PO LAS
  imr:imr                                    page
  imr:read                                   page
  imr:signed                                 page

report, excused: MC PO LAS
  imr:imr                                    page
  imr:imr_commission                         act M

section, being written: LAS
  imr:section                                step A
  imr:section_save                           save A
  imr:section_version                        page
  overview:evidence_of_section               page

section, with the panel: MC PO LAS
  imr:section                                step A
  imr:section_save                           save A
  imr:section_version                        page LAS
  overview:evidence_of_section               page

document beside a report being written: LAS
  casework:document                          page

document beside an accepted report: MC PO LAS
  casework:document                          page

overview, being written: M O
  overview:read                              page
  overview:section                           act O
  overview:explain                           act O
  overview:overviewreport_add_finding        act O
  overview:overviewreport_add_recommendation act O
  overview:overviewreport_send_to_panel      act O
  overview:overviewreport_render             act M O

overview, with the panel: MC PO
  overview:read                              page
  overview:overviewreport_ask_accuracy       act M
  overview:overviewreport_send_back          act MC
  overview:overviewreport_render             act MC PO

overview, facts being checked: MC PO L
  overview:read                              page
  overview:overviewreport_check_accuracy     act L
  overview:correction                        act O
  overview:overviewreport_send_for_sign_off  act M
  overview:overviewreport_send_back          act MC

overview, awaiting its signature: MC PO LK
  overview:read                              page
  overview:overviewreport_sign_off           act C
  overview:overviewreport_send_back          act MC

overview, signed: MCU PO LK
  overview:read                              page
  overview:overviewreport_submit             act M
  overview:overviewreport_render             act MC PO
  actionplans:open_plan                      act M

overview, with those who get copies: MCU PO LK
  overview:overviewreport_publish            act M
  overview:overviewreport_withhold           act M

finding, being written: M O
  overview:finding                           page
  overview:finding_change                    act O
  overview:finding_remove                    act O
  overview:cite_entry                        act O
  overview:cite_passage                      act O
  overview:uncite                            act O
  overview:cite_again                        act O

finding, signed: MCU PO LK
  overview:finding                           page
  overview:finding_change                    act O
  overview:finding_remove                    act O
  overview:cite_entry                        act O
  overview:cite_passage                      act O
  overview:uncite                            act O
  overview:cite_again                        act O

paper: MCU PO LK
  overview:paper                             page

recommendation, drafted: M O
  overview:recommendation                    page
  overview:recommendation_write              act O
  overview:recommendation_withdraw           act O

recommendation, agreed: MCU PO L
  overview:recommendation                    page
  overview:recommendation_write              act O
  overview:recommendation_withdraw           act O

response, asked for: MCU P L
  actionplans:response                       page
  actionplans:response_answer                act L

response: MCU P L
  actionplans:response                       page
  actionplans:response_ask_again             act MC
  actionplans:response_add_action            act L

action, proposed: MCU P LW
  actionplans:action                         page
  actionplans:action_write                   act L
  actionplans:action_agree                   act MC
  actionplans:action_hand_over               act M L
  actionplans:action_supersede               act M

action, agreed: MCU P LW
  actionplans:action_start                   act LW
  actionplans:action_note_progress           act LW

action, in progress: MCU P LW
  actionplans:action_add_evidence            act LW
  actionplans:action_implement               act LW

action, implemented: MCU P LW
  actionplans:action_verify                  act U
  actionplans:action_reopen                  act U

action, verified: MCU P LW
  actionplans:action                         page
  actionplans:action_audit                   act U
  actionplans:action_embed                   act U
"""

CLOSED = """
closed case: MCU POLKASW
  casework:case                              page
  casework:case_documents                    page
  casework:case_history                      page
  casework:case_file                         act M
  casework:case_appoint                      act M
  casework:case_dismiss                      act M
  casework:case_add_subject                  act M
  casework:case_extend                       act M
  casework:case_close                        act M
  casework:case_reveal                       act MC POLK
  referrals:case_referral                    page MC POL
  reviews:case_review                        page MCU POLK
  imr:case_reports                           page MC POLKAS
  chronology:case_chronology                 page
  chronology:case_chronology_export          page
  chronology:case_print                      door MC POLKAS
  chronology:case_lanes                      page
  chronology:case_genogram                   page MC PO
  chronology:case_ask                        door -
  chronology:case_key                        page MC PO
  overview:case_overview                     page
  actionplans:case_actions                   page

closed referral: MC PO L
  referrals:referral                         page
  referrals:referral_sent                    page
  referrals:referral_submit                  act L
  referrals:referral_withdraw                act L
  referrals:referral_answer                  act L
  referrals:referral_write                   act L
  referrals:referral_consider                act M
  referrals:referral_convene                 act M
  referrals:referral_ask_for_information     act M
  referrals:referral_recommend               act M P
  referrals:referral_decide                  act C
  referrals:referral_send_back_to_panel      act C

closed relative: MC PO L
  referrals:referral_people                  act L
  referrals:referral_add_person              act L
  referrals:referral_person                  act L
  referrals:referral_remove_person           act L

closed review: MCU PO LK
  reviews:review_request_records             act MC
  reviews:review_draft_terms                 act M
  reviews:review_appoint_overview_author     act MC
  reviews:review_record_notice               act MC
  reviews:review_begin_analysis              act M
  reviews:review_pause                       act MC
  reviews:review_resume                      act MC
  reviews:review_convert                     act C
  reviews:review_discontinue                 act C
  imr:review_commission                      act M
  overview:review_start_overview             act M O
  actionplans:close                          act M

closed records: MC PO L
  reviews:recordsrequest                     page
  reviews:recordsrequest_answer              act M L
  reviews:recordsrequest_amend               act M L

closed terms: MCU PO LK
  reviews:termsofreference                   page
  reviews:agreedterms                        page
  reviews:termsofreference_write             act M O
  reviews:termsofreference_agree             act MC
  reviews:termsofreference_revise            act M

closed printout of the manager: M
  chronology:printout                        page
  chronology:printout_file                   page

closed chronology: MC PO LAS
  chronology:chronology                      page
  chronology:chronology_struck               page
  chronology:chronology_add_entry            act LAS
  chronology:chronology_grid                 act LAS
  chronology:chronology_save_row             save LAS
  chronology:chronology_paste                save LAS
  chronology:chronology_change_entries       save LAS
  chronology:chronology_undo                 save LAS
  chronology:chronology_read_date            save LAS
  chronology:chronology_import_file          act LAS
  chronology:chronology_name_people          act LAS
  chronology:chronology_apply_import         act LAS
  chronology:chronology_share                act -
  chronology:chronology_unshare              act -

closed key: MC PO
  chronology:personkey_reveal                act MC O
  chronology:personkey_hide                  page
  chronology:personkey_add_person            act M
  chronology:personkey_paste                 act M
  chronology:personkey_identifiers           act M
  chronology:personkey_leaks                 act MC O
  chronology:personkey_entries               act MC O

closed person: MC PO
  chronology:keyedperson_change              act M
  chronology:keyedperson_remove              act M
  chronology:keyedperson_merge               act M
  chronology:keyedperson_relate              act M
  chronology:keyedperson_unrelate            save M

closed entry: MC PO LAS
  chronology:entry                           page
  chronology:entry_change                    act LAS
  chronology:entry_remove                    act LAS
  chronology:entry_restore                   step LAS
  chronology:entry_use_codes                 step LAS
  overview:evidence_of_entry                 page

closed integrated chronology: MC PO
  chronology:case_proposals                  page
  chronology:case_analyse                    step M O
  chronology:case_thresholds                 act M
  chronology:case_notes                      page
  chronology:case_add_note                   act
  chronology:case_versions                   page
  chronology:case_freeze                     act M
  chronology:case_views                      page
  chronology:case_knowing                    page
  chronology:case_keep_view                  act

closed note: MC PO
  chronology:note                            page
  chronology:note_change                     act
  chronology:note_strike                     act
  chronology:note_restore                    step

closed view: M
  chronology:view                            step
  chronology:view_share                      step M
  chronology:view_remove                     step

closed frozen version: MC PO
  chronology:frozen                          page
  chronology:frozen_changes                  page

closed proposal: MC PO
  chronology:proposal                        page
  chronology:proposal_dispose                step
  chronology:proposal_ask                    act
  chronology:proposal_reopen                 act

closed question: MC PO LA
  chronology:question                        page
  chronology:question_answer                 act LA
  chronology:question_withdraw               act MC PO

closed report: MC PO LAS
  imr:imr                                    page
  imr:read                                   page
  imr:signed                                 page
  imr:countersigned                          page LAS
  imr:imr_commission                         act M
  imr:imr_name_author                        act M L
  imr:imr_name_countersigner                 act M L
  imr:imr_declare                            act A
  imr:imr_attach                             act LA
  imr:imr_say_nothing_held                   act LA
  imr:imr_send_for_countersignature          act A
  imr:imr_recall                             act LA
  imr:imr_hand_back                          act S
  imr:imr_countersign                        act S
  imr:imr_submit                             act LAS
  imr:imr_accept                             act MC P
  imr:imr_send_back                          act MC P
  imr:imr_excuse                             act M

closed section: MC PO LAS
  imr:section                                step A
  imr:section_save                           save A
  imr:section_version                        page -
  overview:evidence_of_section               page

closed document: MC PO LAS
  casework:document                          page

closed overview: MCU PO LK
  overview:read                              page
  overview:section                           act O
  overview:explain                           act O
  overview:overviewreport_add_finding        act O
  overview:overviewreport_add_recommendation act O
  overview:overviewreport_send_to_panel      act O
  overview:overviewreport_ask_accuracy       act M
  overview:overviewreport_check_accuracy     act LK
  overview:overviewreport_send_for_sign_off  act M
  overview:overviewreport_send_back          act MC
  overview:overviewreport_sign_off           act C
  overview:overviewreport_submit             act M
  overview:overviewreport_publish            act M
  overview:overviewreport_withhold           act M
  overview:overviewreport_render             act MC PO
  actionplans:open_plan                      act M

closed finding: MCU PO LK
  overview:finding                           page
  overview:finding_change                    act O
  overview:finding_remove                    act O
  overview:cite_entry                        act O
  overview:cite_passage                      act O
  overview:uncite                            act O
  overview:cite_again                        act O

closed paper: MCU PO LK
  overview:paper                             page

closed recommendation: MCU PO L
  overview:recommendation                    page
  overview:recommendation_write              act O
  overview:recommendation_withdraw           act O

closed response: MCU P L
  actionplans:response                       page
  actionplans:response_answer                act L
  actionplans:response_ask_again             act MC
  actionplans:response_add_action            act L

closed action: MCU P LW
  actionplans:action                         page
  actionplans:action_write                   act L
  actionplans:action_agree                   act MC
  actionplans:action_hand_over               act M L
  actionplans:action_start                   act LW
  actionplans:action_note_progress           act LW
  actionplans:action_add_evidence            act LW
  actionplans:action_implement               act LW
  actionplans:action_verify                  act U
  actionplans:action_audit                   act U
  actionplans:action_embed                   act U
  actionplans:action_reopen                  act U
  actionplans:action_supersede               act M
"""

# What a closed file still takes: the acts that leave something behind although the case is closed.
AFTER_CLOSING = """
chronology:case_print
casework:case_reveal
chronology:personkey_reveal
chronology:personkey_leaks
actionplans:action_audit
actionplans:action_embed
overview:overviewreport_render
"""

# Addresses of a board's directory: for those who keep it, its manager and its administrator; hidden from everybody else.
DIRECTORY = """
casework:board
casework:board_add_agency
casework:board_add_person
casework:board_appoint
casework:board_end_role
chronology:board_columns
"""

# Addresses about nothing in particular: everybody who is signed in gets their own list, which the lists' own tests narrow.
LISTS = """
casework:my_work
casework:cases
casework:boards
referrals:start
actionplans:actions
"""

# What anybody may read, signed in or not.
PUBLIC = """
frameworks:packs
frameworks:pack
"""

# Addresses whose things a closed file cannot have: a file that waits for its answer, other learning under way.
NEVER_CLOSED = """
overview:correction
chronology:import
chronology:import_columns
chronology:import_read_again
chronology:import_apply
chronology:import_set_aside
chronology:import_answer
chronology:import_row
chronology:import_forget
reviews:otherlearning
reviews:otherlearning_note
reviews:otherlearning_finish
"""

# The account's own pages, which show nothing of a case: what somebody gets who is not signed in (opening, sending
# nothing) and somebody who is; a status, "sign-in" where the sign-in comes first, "confirm" where the password does.
ACCOUNT = """
account_login                        200     200       302     302
account_logout                       302     302       200     302
account_inactive                     200     405       200     405
account_signup                       200     200       302     302
account_reauthenticate               sign-in sign-in   200     200
account_email                        sign-in sign-in   200     302
account_email_verification_sent      200     405       200     405
account_change_password              sign-in sign-in   200     200
account_set_password                 sign-in sign-in   302     302
account_reset_password               200     200       200     200
account_confirm_login_code           sign-in sign-in   302     302
account_confirm_email                200     404       200     404
account_reset_password_from_key_done 200     405       200     405
account_reset_password_from_key      200     200       200     200
account_reset_password_done          200     405       200     405
mfa_index                            sign-in sign-in   200     405
mfa_authenticate                     sign-in sign-in   302     302
mfa_reauthenticate                   sign-in sign-in   confirm confirm
mfa_activate_totp                    sign-in sign-in   confirm confirm
mfa_deactivate_totp                  sign-in sign-in   404     404
mfa_view_recovery_codes              sign-in sign-in   404     405
mfa_generate_recovery_codes          sign-in sign-in   confirm confirm
mfa_download_recovery_codes          sign-in sign-in   404     404
mfa_list_webauthn                    sign-in sign-in   200     405
mfa_add_webauthn                     sign-in sign-in   confirm confirm
mfa_reauthenticate_webauthn          sign-in sign-in   confirm confirm
mfa_remove_webauthn                  sign-in sign-in   confirm confirm
mfa_edit_webauthn                    sign-in sign-in   confirm confirm
mfa_login_webauthn                   sign-in sign-in   302     302
"""
