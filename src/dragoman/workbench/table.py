"""A table: rows in order, which turn into plain data, pandas or Arrow in one call."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from dragoman.records.base import Frozen

R = TypeVar("R", bound=Frozen)


class Table(Sequence[R], Generic[R]):
    """The rows of one table. `name` is the command that prints it."""

    def __init__(self, name: str, rows: tuple[R, ...]) -> None:
        self.name = name
        self.rows = rows

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[R, ...]: ...
    def __getitem__(self, index: int | slice) -> R | tuple[R, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.rows)} rows>"

    def as_dicts(self) -> list[dict[str, Any]]:
        """The rows as plain JSON data."""
        return [row.as_dict() for row in self.rows]

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame, one column a field. Needs `pip install 'dragoman[tables]'`."""
        import pandas as pd  # noqa: PLC0415  an optional extra

        return pd.DataFrame(self.as_dicts())

    def to_arrow(self) -> Any:
        """The rows as a pyarrow Table, one column a field. Needs `pip install 'dragoman[tables]'`."""
        import pyarrow as pa  # noqa: PLC0415  an optional extra

        return pa.Table.from_pylist(self.as_dicts())
