"""Every change of a survey: drawn, answered, closed."""
