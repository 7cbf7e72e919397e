"""Addresses on the web that a file states."""


def is_web_address(text: str) -> bool:
    """Tell whether ``text`` is an address that a page may link to: of the web, and not of a script or a file."""
    return text.startswith(("https://", "http://")) and not any(letter.isspace() for letter in text)
