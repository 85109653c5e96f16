"""My work, the cases, and the case file's own pages."""

from django.urls import path

from casework import directory_views, views

app_name = "casework"

urlpatterns = [
    path("", views.my_work, name="my_work"),
    path("cases/", views.cases, name="cases"),
    path("cases/<uuid:pk>/", views.case, name="case"),
    path("cases/<uuid:pk>/documents/", views.case_documents, name="case_documents"),
    path("cases/<uuid:pk>/documents/file/", views.case_file, name="case_file"),
    path("cases/<uuid:pk>/history/", views.case_history, name="case_history"),
    path("cases/<uuid:pk>/appoint/", views.case_appoint, name="case_appoint"),
    path("cases/<uuid:pk>/dismiss/", views.case_dismiss, name="case_dismiss"),
    path("cases/<uuid:pk>/children/add/", views.case_add_subject, name="case_add_subject"),
    path("cases/<uuid:pk>/identity/", views.case_reveal, name="case_reveal"),
    path("cases/<uuid:pk>/dates/", views.case_extend, name="case_extend"),
    path("cases/<uuid:pk>/close/", views.case_close, name="case_close"),
    path("boards/", directory_views.boards, name="boards"),
    path("boards/<uuid:pk>/", directory_views.board, name="board"),
    path("boards/<uuid:pk>/agencies/add/", directory_views.board_add_agency, name="board_add_agency"),
    path("boards/<uuid:pk>/people/add/", directory_views.board_add_person, name="board_add_person"),
    path("boards/<uuid:pk>/roles/give/", directory_views.board_appoint, name="board_appoint"),
    path("boards/<uuid:pk>/roles/end/", directory_views.board_end_role, name="board_end_role"),
    path("documents/<uuid:pk>/", views.document, name="document"),
]
