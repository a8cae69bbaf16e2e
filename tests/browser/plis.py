"""The folded parts of a long page, as a person opens them."""

from playwright.sync_api import expect


def part_of(page, ident):
    """The part of the page that holds this line."""
    return page.locator(f"details[data-pli]:has([id='{ident}'])")


def unfold(page, ident):
    """Open the part that holds this line; returns the line."""
    part, line = part_of(page, ident), page.locator(f"[id='{ident}']")
    if part.evaluate("(d) => !d.open"):
        part.locator("summary").click()
    expect(line).to_be_visible()
    return line
