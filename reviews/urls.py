"""The pages of a review."""

from django.urls import path

from reviews.views import learning, records, review, terms

app_name = "reviews"

urlpatterns = [
    path("case/<uuid:pk>/", review.case_review, name="case_review"),
    path("<uuid:pk>/records/", review.request_records, name="review_request_records"),
    path("<uuid:pk>/terms/", review.draft_terms, name="review_draft_terms"),
    path("<uuid:pk>/overview-author/", review.appoint_overview_author, name="review_appoint_overview_author"),
    path("<uuid:pk>/told/", review.record_notice, name="review_record_notice"),
    path("<uuid:pk>/analysis/", review.begin_analysis, name="review_begin_analysis"),
    path("<uuid:pk>/pause/", review.pause, name="review_pause"),
    path("<uuid:pk>/go-on/", review.resume, name="review_resume"),
    path("<uuid:pk>/kind/", review.convert, name="review_convert"),
    path("<uuid:pk>/discontinue/", review.discontinue, name="review_discontinue"),
    path("records/<uuid:pk>/", records.recordsrequest, name="recordsrequest"),
    path("records/<uuid:pk>/answer/", records.answer, name="recordsrequest_answer"),
    path("records/<uuid:pk>/amend/", records.amend, name="recordsrequest_amend"),
    path("terms/<uuid:pk>/", terms.termsofreference, name="termsofreference"),
    path("terms/<uuid:pk>/write/<slug:code>/", terms.write, name="termsofreference_write"),
    path("terms/<uuid:pk>/agree/", terms.agree, name="termsofreference_agree"),
    path("terms/<uuid:pk>/revise/", terms.revise, name="termsofreference_revise"),
    path("terms/<uuid:pk>/agreed/<int:number>/", terms.agreed, name="agreedterms"),
    path("learning/<uuid:pk>/", learning.otherlearning, name="otherlearning"),
    path("learning/<uuid:pk>/note/", learning.note, name="otherlearning_note"),
    path("learning/<uuid:pk>/finish/", learning.finish, name="otherlearning_finish"),
]
