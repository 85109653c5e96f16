from typing import ClassVar

from django.db import migrations

# As it stands, PostgreSQL looks at a table anew when a tenth of it has changed. Among a nation's entries that is more than
# the longest case has: it would take a case of 20,000 for one of two hundred, and read all of it where an index answers.
SOON = """
ALTER TABLE chronology_entry SET (
    autovacuum_analyze_scale_factor = 0.01,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.01
)
"""
AS_EVER = """
ALTER TABLE chronology_entry RESET (
    autovacuum_analyze_scale_factor, autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor
)
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("chronology", "0009_paper_says_who_is_named")]

    operations: ClassVar = [migrations.RunSQL(SOON, AS_EVER)]
