from django.db import migrations

from jiping.web.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial"), ("audit", "0002_append_only")]
    operations = [append_only("review_drawrecord"), append_only("review_drawnrecord")]
