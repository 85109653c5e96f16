"""The pages of agencies' reports."""

from django.urls import path

from imr.views import people, report, reports, signing, writing

app_name = "imr"

urlpatterns = [
    path("case/<uuid:pk>/", reports.case_reports, name="case_reports"),
    path("review/<uuid:pk>/ask/", reports.commission, name="review_commission"),
    path("<uuid:pk>/", report.imr, name="imr"),
    path("<uuid:pk>/read/", report.read, name="read"),
    path("<uuid:pk>/signed/<int:number>/", report.signed, name="signed"),
    path("<uuid:pk>/ask/", reports.commission_again, name="imr_commission"),
    path("<uuid:pk>/author/", people.name_author, name="imr_name_author"),
    path("<uuid:pk>/countersigning-officer/", people.name_countersigner, name="imr_name_countersigner"),
    path("<uuid:pk>/declaration/", people.declare, name="imr_declare"),
    path("<uuid:pk>/documents/", people.attach, name="imr_attach"),
    path("<uuid:pk>/nothing-held/", people.say_nothing_held, name="imr_say_nothing_held"),
    path("<uuid:pk>/send-for-countersignature/", signing.send_for_countersignature, name="imr_send_for_countersignature"),
    path("<uuid:pk>/take-back/", signing.recall, name="imr_recall"),
    path("<uuid:pk>/give-back/", signing.hand_back, name="imr_hand_back"),
    path("<uuid:pk>/countersign/", signing.countersign, name="imr_countersign"),
    path("<uuid:pk>/countersigned/", signing.countersigned, name="countersigned"),
    path("<uuid:pk>/submit/", signing.submit, name="imr_submit"),
    path("<uuid:pk>/accept/", signing.accept, name="imr_accept"),
    path("<uuid:pk>/send-back/", signing.send_back, name="imr_send_back"),
    path("<uuid:pk>/excuse/", signing.excuse, name="imr_excuse"),
    path("section/<uuid:pk>/", writing.section, name="section"),
    path("section/<uuid:pk>/save/", writing.section_save, name="section_save"),
    path("section/<uuid:pk>/version/<int:version>/", writing.section_version, name="section_version"),
]
