from django.db import migrations

from jiping.web.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_initial"), ("audit", "0002_append_only")]
    operations = [append_only("funds_postingrecord"), append_only("funds_receiptrecord")]
