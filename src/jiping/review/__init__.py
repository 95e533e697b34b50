"""What a finance bureau does with findings: weigh them, rank filings, draw samples, compare re-scored values."""
