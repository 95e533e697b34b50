"""Where each fact stands on an official page, both directions: draw a Filing, recognise one."""
