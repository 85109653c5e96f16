"""The action plan's pages: the plan of a case, every action, one response, one action and each of its acts."""

from django.urls import path

from actionplans.views import actions, plan, responses

app_name = "actionplans"

urlpatterns = [
    path("", plan.actions, name="actions"),
    path("cases/<uuid:pk>/", plan.case_actions, name="case_actions"),
    path("reports/<uuid:pk>/open/", plan.open_plan, name="open_plan"),
    path("reviews/<uuid:pk>/close/", plan.close, name="close"),
    path("responses/<uuid:pk>/", responses.response, name="response"),
    path("responses/<uuid:pk>/answer/", responses.answer, name="response_answer"),
    path("responses/<uuid:pk>/ask-again/", responses.ask_again, name="response_ask_again"),
    path("responses/<uuid:pk>/actions/add/", responses.add_action, name="response_add_action"),
    path("<uuid:pk>/", actions.action, name="action"),
    path("<uuid:pk>/write/", actions.write, name="action_write"),
    path("<uuid:pk>/agree/", actions.agree, name="action_agree"),
    path("<uuid:pk>/owner/", actions.hand_over, name="action_hand_over"),
    path("<uuid:pk>/start/", actions.start, name="action_start"),
    path("<uuid:pk>/progress/", actions.note_progress, name="action_note_progress"),
    path("<uuid:pk>/evidence/", actions.add_evidence, name="action_add_evidence"),
    path("<uuid:pk>/implement/", actions.implement, name="action_implement"),
    path("<uuid:pk>/verify/", actions.verify, name="action_verify"),
    path("<uuid:pk>/audit/", actions.audit, name="action_audit"),
    path("<uuid:pk>/embed/", actions.embed, name="action_embed"),
    path("<uuid:pk>/reopen/", actions.reopen, name="action_reopen"),
    path("<uuid:pk>/supersede/", actions.supersede, name="action_supersede"),
]
