"""The record to channels, proposals, positions, conditions, and the state on any day."""

from dragoman.process.state import Accounts, state_on
from dragoman.process.talks import talks

__all__ = ["Accounts", "state_on", "talks"]
