"""The states of reviews, requests, terms and other learning cannot change without an entry in the log."""

from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_the_review"), ("casework", "0002_the_log")]

    operations = [
        footprint_required(
            "reviews_review",
            "reviews_recordsrequest",
            "reviews_termsofreference",
            "reviews_otherlearning",
        )
    ]
