"""What holds for every test."""

pytest_plugins = ["tests.plugins.card_reader", "tests.plugins.figures", "tests.plugins.skips"]
