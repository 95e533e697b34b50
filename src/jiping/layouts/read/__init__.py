"""From a page to a filing: whatever form it follows."""
