"""The forms that reports come in: each turns one decoded input into drafts."""
