"""A walk over a page with the Tab key alone, and what is wrong where it stops."""

from typing import Any

STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect();
  const name = `${here.tagName.toLowerCase()}.${here.getAttribute("class") || ""}`;
  const told = (here.getAttribute("aria-label") || here.textContent || here.value || "").trim().slice(0, 40);
  const parts = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  const isSeen = [...here.getClientRects()].some((line) => parts.some(([x, y]) => {
    const there = document.elementFromPoint(line.left + line.width * x, line.top + line.height * y);
    return here.contains(there);
  }));
  const isLast = here === window.lastStop;
  const again = !isLast && here.dataset.walked === "yes";
  window.lastStop = here;
  here.dataset.walked = "yes";
  const isMarked = getComputedStyle(here).outlineStyle !== "none" || here.closest("svg") !== null;
  return { what: `${name} "${told}"`, first: here.className === "skip", wide: box.width, high: box.height,
           isSeen, isLast, again, isMarked };
}"""


def wrong_stops(page: Any, most: int) -> tuple[int, list[str]]:
    """How many stops there are, up to `most`, and those that are hidden, covered or unmarked, and where it is caught.

    A field of a date has several stops.
    """
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    wrong: list[str] = []
    same = 0
    for count in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stop["again"] and stop["first"]):
            return count, wrong
        same = same + 1 if stop["isLast"] else 0
        if stop["again"] or same > 5:
            return count, [*wrong, f"{stop['what']}: is not left"]
        faults = {
            "has no extent": stop["wide"] < 1 or stop["high"] < 1,
            "is covered": not stop["isSeen"],
            "is not marked": not stop["isMarked"],
        }
        wrong += [f"{stop['what']}: {fault}" for fault, is_so in faults.items() if is_so]
    return most, wrong
