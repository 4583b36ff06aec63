"""Pictures drawn as SVG: lanes and marks over days, for pages of any width and for print."""

from dragoman.showing.drawing.svg import BROAD, PAGE, PRINT, SCREEN, SMALL, Style, drawn

__all__ = ["BROAD", "PAGE", "PRINT", "SCREEN", "SMALL", "Style", "drawn"]
