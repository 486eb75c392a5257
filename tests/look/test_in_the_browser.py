"""The look as a reader meets it: at every width, with and without scripts, on the keyboard."""

import pytest

from tests.look.conftest import ADDRESS, answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# Answered after whatever the page sent before it.
ASK_AGAIN = "() => fetch('?again').then(answer => answer.text())"
WIDTHS = [
    (1366, "size-a"),
    (1366, "size-c"),
    (683, "size-a"),
    (390, "size-a"),
    (390, "size-c"),
    (320, "size-a"),
]


@pytest.mark.parametrize(("width", "size"), WIDTHS)
def test_no_page_is_wider_than_its_window(visit, width, size):
    page = visit(f"?size={size}&title=", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_browser_finds_nothing_to_refuse(visit, complaints):
    visit("?light=red&title=")
    assert complaints == []


def test_on_a_phone_the_doors_stay_at_the_foot_of_the_window(visit):
    page = visit(width=390, height=844)
    box = page.locator(".steps").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert page.locator(".steps .button").first.bounding_box()["height"] >= 44


def test_on_a_phone_a_row_becomes_a_card_that_names_its_cells(visit):
    page = visit(width=390)
    assert page.locator("tbody tr").first.bounding_box()["width"] <= 390
    cell = "getComputedStyle(document.querySelector('td[data-label=牵头单位]'), '::before').content"
    assert page.evaluate(cell) == '"牵头单位"'


def test_on_a_phone_a_ledger_is_soon_read_through(visit):
    """Of 4,000 px for 25 rows 500 stand above them."""
    page = visit(width=390)
    page.evaluate("document.querySelector('.list-panel').classList.add('ledger')")
    whole = "one => one.getBoundingClientRect().height + parseFloat(getComputedStyle(one).marginBottom)"
    heights = page.locator(".ledger tbody tr").evaluate_all(f"all => all.map({whole})")
    assert sum(heights) / len(heights) <= 140


def test_on_a_phone_the_rooms_open_from_the_menu(visit):
    page = visit(width=390)
    assert not page.locator(".folded .nav-list").is_visible()
    page.click(".folded summary")
    assert page.locator(".folded .nav-list").is_visible()


def test_on_a_phone_what_is_secondary_starts_folded(visit):
    fold = "document.querySelector('details.fold-on-phone').open"
    assert visit(width=1366).evaluate(fold)
    assert not visit(width=390).evaluate(fold)


def test_a_text_box_is_never_so_small_that_a_phone_zooms_in(visit):
    page = visit(width=390)
    sizes = page.locator("input, select, textarea").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 16


def test_the_first_tab_leads_past_the_rooms(visit):
    page = visit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_persons_menu(visit):
    page = visit()
    page.click(".person summary")
    assert page.locator(".person .menu-sheet").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".person .menu-sheet").is_visible()


def test_initials_choose_the_lead_unit(visit):
    page = visit()
    page.fill(".pick-one .options-find", "slj")
    assert page.locator("#id_lead").evaluate("one => one.selectedOptions[0].text") == "县水利局"


def test_initials_narrow_the_units_and_enter_ticks_the_best(visit):
    page = visit()
    find = page.locator("fieldset .options-find")
    find.fill("zj")
    assert not page.locator("label", has_text="县林业局").is_visible()
    find.press("Enter")
    assert page.inner_text(".options-chosen") == "已选 1 个：县住房和城乡建设局"


def test_a_phrase_writes_itself_into_the_text(visit):
    page = visit()
    page.click("button.phrase >> text=同意")
    page.click("button.phrase >> text=请分管领导阅处")
    assert page.input_value("#id_words") == "同意，请分管领导阅处"


def test_what_takes_away_is_asked_first_and_not_sent_when_refused(visit):
    page = visit()
    asked, sent = [], []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.click(".steps button")
    page.evaluate(ASK_AGAIN)
    assert (asked, sent) == (["确认销号？"], [])


def test_a_second_click_sends_nothing(visit):
    page = visit()
    sent = []

    def take(route, request):
        sent.append(request.method)
        route.fulfill(status=204)  # the page stays: what has no answer at all holds up what is asked after it

    page.route("**/gallery/", take)
    twice = """async button => {
        const whatFollowsIsDone = () => new Promise(go => setTimeout(go));
        button.click();
        await whatFollowsIsDone();
        button.form.requestSubmit();
        await whatFollowsIsDone();
        return button.disabled;
    }"""
    with page.expect_request(lambda request: request.method == "POST"):
        assert page.locator(".form-buttons button").evaluate(twice)
    page.evaluate(ASK_AGAIN)
    assert sent == ["POST"]


def test_the_head_ticks_the_whole_column(visit):
    page = visit()
    page.check("thead input")
    assert page.locator("tbody td.tick input:checked").count() == 20


def test_on_a_phone_where_no_head_is_seen_the_word_above_the_cards_ticks_them_all(visit):
    page = visit(width=390)
    page.get_by_label("全选").first.check()
    assert page.locator("tbody td.tick input:checked").count() == 20
    page.get_by_label("全选").first.uncheck()
    assert page.locator("tbody td.tick input:checked").count() == 0


def test_without_scripts_everything_is_still_there(browser, visit):
    still = browser.new_context(java_script_enabled=False).new_page()
    still.route("**/*", answer)
    still.goto(f"{ADDRESS}/gallery/")
    assert still.locator(".filters-row").is_visible()
    assert still.locator("span.phrase").count() == 3
    assert still.locator("#id_co input").count() == 14
    still.context.close()


def test_paper_shows_the_matter_and_none_of_the_frame(visit):
    page = visit()
    page.emulate_media(media="print")
    assert page.locator(".facts").is_visible()
    for frame in (".top", ".rail", ".steps", ".filters", ".pager", ".form-buttons"):
        assert not page.locator(frame).first.is_visible(), frame


def test_what_is_folded_is_unfolded_for_paper_and_folded_again(visit):
    page = visit(width=390)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<details class=fold>经过</details>')")
    fold = "document.querySelector('details.fold').open"
    for event, stands in (("beforeprint", True), ("afterprint", False)):
        page.evaluate(f"window.dispatchEvent(new Event('{event}'))")
        assert page.evaluate(fold) is stands


def test_the_box_in_the_header_searches_from_every_page(visit):
    page = visit()
    assert page.locator(".top > .top-search").get_attribute("action") == "/search/"
