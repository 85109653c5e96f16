"""A referral's state cannot change without an entry in the log."""

from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_the_referral"), ("casework", "0002_the_log")]

    operations = [footprint_required("referrals_referral")]
