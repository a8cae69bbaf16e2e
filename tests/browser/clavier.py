"""The keyboard alone: as many Tab as it takes, and no focus given from outside."""

from playwright.sync_api import expect

# How many stops of the Tab key lie between the focus and a node; a group of radio buttons is one stop.
STOPS = """(node) => {
  const stops = [...document.querySelectorAll("button, input, select, summary, [tabindex]")].filter((stop) => {
    if (stop.tabIndex < 0 || stop.disabled || !stop.getClientRects().length) return false;
    if (stop.type !== "radio" || stop.checked || stop === document.activeElement || stop === node) return true;
    const group = [...document.getElementsByName(stop.name)];
    return !group.some((radio) => radio.checked || radio === document.activeElement || radio === node) && group[0] === stop;
  });
  return stops.indexOf(node) - stops.indexOf(document.activeElement);
}"""


def near(page, target):
    """Bring the focus to `target` by Tab, or Shift+Tab: what the page holds between here and there, in its order."""
    steps = target.evaluate(STOPS)
    for _ in range(abs(steps)):
        page.keyboard.press("Tab" if steps > 0 else "Shift+Tab")
    expect(target, f"{target} is not {steps} stops away").to_be_focused()
