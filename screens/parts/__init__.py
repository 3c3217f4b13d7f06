"""What screens are put together from. A part knows its height for a width, and places its nodes into a rectangle."""
