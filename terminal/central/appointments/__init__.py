"""The appointment book: what is offered, what is free, who holds it. The port, and the adapters that keep it."""
