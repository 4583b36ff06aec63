"""The shapes that pictures are made of, as SVG."""

from html import escape


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """A thin line."""
    return (
        f'<line x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}" stroke="currentColor" stroke-opacity="0.45" '
        'stroke-width="0.7"/>'
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    fill: str = "currentColor",
    bold: bool = False,
    size: float | None = None,
    halo: str | None = None,
) -> str:
    """Words at a place; `halo` is what they stand on where lines run behind them."""
    more = ' font-weight="bold"' if bold else ""
    more += f' font-size="{n(size)}"' if size else ""
    # Attributes and no style: a page may forbid styles within it.
    more += f' stroke="{halo}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"' if halo else ""
    return f'<text x="{n(x)}" y="{n(y)}" text-anchor="{anchor}" fill="{fill}"{more}>{escape(words)}</text>'


def n(value: float) -> str:
    """A number as short as it can be told."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
