"""Speed, as ratios measured side by side in one run. Nothing here asserts; tests hold no clock."""
