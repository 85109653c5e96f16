"""The overview report's pages: the workspace, the findings and their evidence, the recommendations, the papers."""

from django.urls import path

from overview.views import findings, papers, recommendations, report

app_name = "overview"

urlpatterns = [
    path("cases/<uuid:pk>/", report.case_overview, name="case_overview"),
    path("reviews/<uuid:pk>/start/", report.start, name="review_start_overview"),
    path("<uuid:pk>/read/", report.read, name="read"),
    path("<uuid:pk>/sections/<slug:part>/<slug:key>/", report.section, name="section"),
    path("<uuid:pk>/panel/", report.send_to_panel, name="overviewreport_send_to_panel"),
    path("<uuid:pk>/facts/ask/", report.ask_accuracy, name="overviewreport_ask_accuracy"),
    path("<uuid:pk>/facts/", report.check_accuracy, name="overviewreport_check_accuracy"),
    path("<uuid:pk>/facts/<int:check>/", report.correction, name="correction"),
    path("<uuid:pk>/for-sign-off/", report.send_for_sign_off, name="overviewreport_send_for_sign_off"),
    path("<uuid:pk>/back/", report.send_back, name="overviewreport_send_back"),
    path("<uuid:pk>/sign-off/", report.sign_off, name="overviewreport_sign_off"),
    path("<uuid:pk>/copies/", report.submit, name="overviewreport_submit"),
    path("<uuid:pk>/publish/", report.publish, name="overviewreport_publish"),
    path("<uuid:pk>/withhold/", report.withhold, name="overviewreport_withhold"),
    path("<uuid:pk>/pdf/", papers.render_report, name="overviewreport_render"),
    path("papers/<uuid:pk>/", papers.paper, name="paper"),
    path("<uuid:pk>/findings/add/", findings.add_finding, name="overviewreport_add_finding"),
    path("<uuid:report_id>/findings/<int:pk>/", findings.finding, name="finding"),
    path("<uuid:report_id>/findings/<int:pk>/change/", findings.change_finding, name="finding_change"),
    path("<uuid:report_id>/findings/<int:pk>/remove/", findings.remove_finding, name="finding_remove"),
    path("<uuid:report_id>/findings/<int:pk>/entries/", findings.cite_entry, name="cite_entry"),
    path("<uuid:report_id>/findings/<int:pk>/passages/", findings.cite_passage, name="cite_passage"),
    path("<uuid:report_id>/findings/<int:pk>/evidence/<int:evidence>/", findings.uncite, name="uncite"),
    path("<uuid:report_id>/findings/<int:pk>/evidence/<int:evidence>/again/", findings.cite_again, name="cite_again"),
    path("<uuid:pk>/enquiries/<int:enquiry>/", findings.explain, name="explain"),
    path("entries/<uuid:pk>/", findings.evidence_of_entry, name="evidence_of_entry"),
    path("passages/<uuid:pk>/", findings.evidence_of_section, name="evidence_of_section"),
    path("<uuid:pk>/recommendations/add/", recommendations.add_recommendation, name="overviewreport_add_recommendation"),
    path("recommendations/<uuid:pk>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<uuid:pk>/write/", recommendations.write_recommendation, name="recommendation_write"),
    path("recommendations/<uuid:pk>/withdraw/", recommendations.withdraw_recommendation, name="recommendation_withdraw"),
]
