"""The catalogue of public services: what a citizen can want, what it takes, who is responsible."""
