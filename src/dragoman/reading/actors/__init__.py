"""Actors: names, offices, descriptions and pronouns of one report, each with who it stands for."""

from dragoman.reading.actors.book import ActorBook

__all__ = ["ActorBook"]
