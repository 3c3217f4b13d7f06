"""What somebody else has written, to be shown."""


def one_line(text: str, longest: int) -> str:
    """One line without what cannot be printed, at most `longest` characters."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:longest]
