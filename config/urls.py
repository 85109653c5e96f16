"""Every address, app by app. A stage's pages stand under its own word; the case file's own at the root."""

from django.conf import settings
from django.urls import include, path

handler404 = "casework.middleware.not_found"
urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("frameworks.urls")),
    path("", include("casework.urls")),
    path("referrals/", include("referrals.urls")),
    path("reviews/", include("reviews.urls")),
    path("imr/", include("imr.urls")),
    path("chronology/", include("chronology.urls")),
    path("overview/", include("overview.urls")),
    path("actionplans/", include("actionplans.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("demo.urls")))
