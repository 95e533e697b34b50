"""What a batch of filings adds up to, handed over: a ranked workbook, pages to read, letters, sampling records."""
