"""How the vocabularies are read: YAML files beside the code that they belong to."""

import re
from typing import Any

import yaml

# libyaml's parser where the wheel has it: ten times as fast, and it is read at every start.
_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # a class of either kind
    """YAML in which only true and false are booleans: `on` and `no` are English words here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def from_yaml(text: str) -> Any:
    """The content of a vocabulary file as plain data."""
    return yaml.load(text, Loader=_Loader)
