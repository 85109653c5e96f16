"""Where a referral is written, considered and decided."""

from django.urls import path

from referrals.views import deciding, reading, writing

app_name = "referrals"

urlpatterns = [
    path("", writing.start, name="start"),
    path("case/<uuid:pk>/", reading.case_referral, name="case_referral"),
    path("<uuid:pk>/", reading.referral, name="referral"),
    path("<uuid:pk>/check/", writing.submit, name="referral_submit"),
    path("<uuid:pk>/sent/", reading.sent, name="referral_sent"),
    path("<uuid:pk>/withdraw/", writing.withdraw, name="referral_withdraw"),
    path("<uuid:pk>/answer/", writing.answer, name="referral_answer"),
    path("<uuid:pk>/panel/", deciding.consider, name="referral_consider"),
    path("<uuid:pk>/panel/meeting/", deciding.convene, name="referral_convene"),
    path("<uuid:pk>/question/", deciding.ask_for_information, name="referral_ask_for_information"),
    path("<uuid:pk>/recommend/", deciding.recommend, name="referral_recommend"),
    path("<uuid:pk>/decide/", deciding.decide, name="referral_decide"),
    path("<uuid:pk>/send-back/", deciding.send_back_to_panel, name="referral_send_back_to_panel"),
    path("<uuid:pk>/pages/<slug:key>/", writing.write, name="referral_write"),
    path("<uuid:pk>/people/<slug:key>/", writing.people, name="referral_people"),
    path("<uuid:pk>/people/<slug:key>/add/", writing.add_person, name="referral_add_person"),
    path("<uuid:pk>/people/<slug:key>/<uuid:person>/", writing.person, name="referral_person"),
    path("<uuid:pk>/people/<slug:key>/<uuid:person>/remove/", writing.remove_person, name="referral_remove_person"),
]
