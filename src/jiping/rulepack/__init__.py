"""Which rules hold on which day, and by what authority."""
