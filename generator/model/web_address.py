"""What is an address that a page may link to: of the web, and not of a script, a file or nothing at all."""

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, urlsplit

# https://www.rfc-editor.org/rfc/rfc3986#section-2: these stand in no address, and % only before two hexadecimal digits.
_NEVER: Final = (
    (re.compile(r"\s"), "空白が入っています"),
    (re.compile(r'["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})'), "アドレスに使えない記号が入っています"),
)
# Categories of Unicode: controls, formats, private use, surrogates.
_UNSEEN: Final = ("Cc", "Cf", "Co", "Cs")
_LONGEST_LABEL: Final = 63


def is_web_address(text: str) -> bool:
    """Tell whether ``text`` is an address of the web."""
    return not why_no_web_address(text)


def why_no_web_address(text: str) -> str:
    """Return why ``text`` is no address of the web, in Japanese, or '' where it is one."""
    found = next((reason for pattern, reason in _NEVER if pattern.search(text)), "")
    if not found and any(unicodedata.category(letter) in _UNSEEN for letter in text):
        found = "目に見えない文字が入っています"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return found or "アドレスとして読めません"
    if not found and not re.match(r"https?://", text, re.IGNORECASE):
        found = "https:// で始まっていません"
    if not found and port == 0:
        found = "ポートの番号が誤っています"
    return found or _why_no_host(parts)


def _why_no_host(parts: SplitResult) -> str:
    if "@" in parts.netloc:
        return "「@」の前に利用者の名前やパスワードが入っています"
    host = parts.hostname or ""
    if not host:
        return "サーバーの名前がありません"
    if not (_is_ip(ipaddress.IPv6Address, host) if "[" in parts.netloc else is_host(host)):
        return f"「{host}」はサーバーの名前ではありません"
    return ""


def is_host(host: str) -> bool:
    """Tell whether ``host`` is a name as of www.city.setagaya.lg.jp, in any script, or an IPv4 address."""
    *parents, last = host.removesuffix(".").split(".")
    if last.isdecimal():
        return _is_ip(ipaddress.IPv4Address, host)
    return (bool(parents) or last == "localhost") and all(map(_is_label, (*parents, last)))


def _is_ip(address: Callable[[str], object], host: str) -> bool:
    try:
        address(host)
    except ValueError:
        return False
    return True


def _is_label(label: str) -> bool:
    # Letters and digits of any script with their marks; what a browser would rewrite was not meant as it stands.
    letters = label.replace("-", "").replace("_", "")
    named = bool(letters) and all(unicodedata.category(letter)[0] in "LMN" for letter in letters)
    kept = unicodedata.normalize("NFKC", label) == label
    try:
        return named and kept and not label.startswith("-") and not label.endswith("-") and _fits(label)
    except UnicodeError:
        return False


def _fits(label: str) -> bool:
    ascii_label = label if label.isascii() else label.encode("idna").decode("ascii")
    return len(ascii_label) <= _LONGEST_LABEL
