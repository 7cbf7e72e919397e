"""Addresses that a page may link to."""

import pytest

from generator.model.web_address import is_web_address, why_no_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.city.setagaya.lg.jp/shingi/975.pdf",
        "http://example.org/",
        "HTTPS://example.org",
        "https://example.org:8443/a?b=c&d=%E3%81%82#e",
        "https://世田谷区.jp/諮問/令和4年度.pdf",
        "https://xn--rhqv96g.jp/",
        "https://www.city.setagaya.lg.jp./",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
        "https://sub_domain.example.org/~name/(1)/'2'/a,b;c=d/@e",
    ],
)
def test_an_address_of_the_web_may_be_linked(text: str) -> None:
    assert why_no_web_address(text) == ""
    assert is_web_address(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "https:// で始まって"),
        ("あとで書く", "https:// で始まって"),
        ("審議会の会議録", "https:// で始まって"),
        ("javascript:alert(1)", "https:// で始まって"),
        ("JavaScript://example.org/%0aalert(1)", "https:// で始まって"),
        ("data:text/html,x", "https:// で始まって"),
        ("vbscript:x", "https:// で始まって"),
        ("file:///etc/passwd", "https:// で始まって"),
        ("ftp://example.org/", "https:// で始まって"),
        ("//example.org/", "https:// で始まって"),
        ("/shiryo.pdf", "https:// で始まって"),
        ("www.city.setagaya.lg.jp", "https:// で始まって"),
        ("https:example.org", "https:// で始まって"),
        ("https:/example.org", "https:// で始まって"),
        ("ｈｔｔｐｓ://example.org/", "https:// で始まって"),
        ("https://example.org/ と会議録", "空白"),
        (" https://example.org/", "空白"),
        ("https://example.org/　", "空白"),
        ("https://example.org/\n", "空白"),
        ("https://example.org/\x00", "目に見えない文字"),
        ("https://example\u200b.org/", "目に見えない文字"),
        ("https://example.org/\u202egpj", "目に見えない文字"),
        ("https://example.org/\ue000", "目に見えない文字"),
        ('https://example.org/"onclick="alert(1)', "記号"),
        ("https://example.org/<b>", "記号"),
        ("https:\\\\example.org\\a", "記号"),
        ("https://example.org/100%", "記号"),
        ("https://example.org/{id}", "記号"),
        ("https://", "サーバーの名前がありません"),
        ("https:///a", "サーバーの名前がありません"),
        ("https://?a", "サーバーの名前がありません"),
        ("https://:443/", "サーバーの名前がありません"),
        ("https://user:password@example.org/", "「@」の前"),
        ("https://www.city.setagaya.lg.jp@example.org/", "「@」の前"),
        ("https://example.org:0/", "ポート"),
        ("https://example.org:99999/", "読めません"),
        ("https://example.org:八/", "読めません"),
        ("https://[::1/", "読めません"),
        ("https://あとで/", "サーバーの名前ではありません"),
        ("https://example/", "サーバーの名前ではありません"),
        ("https://example..org/", "サーバーの名前ではありません"),
        ("https://.example.org/", "サーバーの名前ではありません"),
        ("https://-example.org/", "サーバーの名前ではありません"),
        ("https://example-.org/", "サーバーの名前ではありません"),
        ("https://exa,mple.org/", "サーバーの名前ではありません"),
        ("https://ｅｘａｍｐｌｅ.org/", "サーバーの名前ではありません"),
        ("https://256.1.1.1/", "サーバーの名前ではありません"),
        ("https://1/", "サーバーの名前ではありません"),
        (f"https://{'a' * 64}.org/", "サーバーの名前ではありません"),
        (f"https://{'あ' * 64}.jp/", "サーバーの名前ではありません"),
    ],
)
def test_anything_else_may_not_and_is_told_why(text: str, reason: str) -> None:
    assert reason in why_no_web_address(text)
    assert not is_web_address(text)
