"""Pages of surveys: those of staff, and the one a phone opens."""
