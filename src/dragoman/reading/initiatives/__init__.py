"""On whose initiative something was done, where that is told to be nobody's but their own."""

from dragoman.reading.initiatives.finder import find

__all__ = ["find"]
