"""Finding services in one's own words."""
