"""What a citizen can do here: one package a journey, each with its generator, settings and texts."""
