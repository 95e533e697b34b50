"""From a filing to a page: a form filled in."""
