"""When the undated reports of a pile were published: intervals, each with what it rests on."""

from dragoman.reconciling.dating.infer import dated

__all__ = ["dated"]
