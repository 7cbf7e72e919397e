"""No test of the browser knows what another has left behind."""

from playwright.sync_api import Page

from tests.browser.profile import Profile
from tests.publishing import Site

LEFT_BEHIND = """async () => [
    localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length,
    (await caches.keys()).length, history.length, innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
]"""

TRANSFERRED = """() => Object.fromEntries(performance.getEntriesByType("resource")
    .map(({name, transferSize}) => [name, transferSize]))"""


def leave_behind(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.emulate_media(color_scheme="dark")
    page.evaluate("""async () => {
        localStorage.left = sessionStorage.left = "behind";
        document.cookie = "left=behind; max-age=1000";
        await new Promise((done) => { indexedDB.open("left").onsuccess = done; });
        await (await caches.open("left")).put("/left", new Response("behind"));
    }""")


def test_nothing_is_left_behind(profile: Profile, at_root: Site, under_path: Site) -> None:
    with profile.open_page() as page:
        page.goto(at_root.url)
        before = page.evaluate(LEFT_BEHIND)
    for site in (under_path, at_root):
        with profile.open_page() as page:
            page.route("**/*.css", lambda route: route.abort())
            page.context.route("**/*.js", lambda route: route.abort())
            page.goto(site.url)
            leave_behind(page)
            assert page.evaluate(LEFT_BEHIND) != before
    with profile.open_page() as page:
        page.goto(at_root.url)
        assert page.evaluate(LEFT_BEHIND) == before
        assert page.evaluate("[...document.styleSheets].length > 0")


def test_every_file_is_loaded_anew(profile: Profile, at_root: Site) -> None:
    loaded = []
    for _ in range(2):
        with profile.open_page() as page:
            page.goto(at_root.url, wait_until="networkidle")
            loaded.append(page.evaluate(TRANSFERRED))
    assert all(loaded[0].values())
    assert loaded[1] == loaded[0]


def test_a_script_that_fails_is_told_of_its_own_page(profile: Profile) -> None:
    with profile.open_page() as page, page.context.expect_event("weberror"):
        page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
    assert len(profile.failures) == 1
    assert "on purpose" in profile.failures[0]
    with profile.open_page():
        pass
    assert profile.failures == []
