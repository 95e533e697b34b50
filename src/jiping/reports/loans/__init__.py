"""What is handed over about loans."""
