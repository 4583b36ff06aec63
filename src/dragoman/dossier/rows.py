"""The rows of the record's tables: put with what they are asked for by, and read by filter, in their order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, or_, select

from dragoman.dossier import rowlog
from dragoman.dossier.packing import deflate, inflate
from dragoman.dossier.quick import Quick
from dragoman.dossier.schema import record_facets, record_rows, record_words, row_changes

_FEW = 1000  # rows that are sought one by one


class KeptRow(NamedTuple):
    """A row: where it stands, and by what it is found. Days are counted from the first of the calendar."""

    sheet: str
    id: str
    place: bytes
    body: bytes
    first: int | None
    last: int | None
    timed: bool
    confirmed: bool
    facets: frozenset[tuple[str, str]]


class Of(NamedTuple):
    """That a facet of a row is the id of one of another table's rows: of those with a word that begins so.

    In that other table itself, that the facet's word begins so.
    """

    sheet: str
    by: str  # the facet of the other table's rows
    beginning: str
    facet: str


class Printed(NamedTuple):
    """That a facet of a row is the id of one of another table's rows: of those with a word that holds some words."""

    sheet: str
    by: str  # the facet of the other table's rows
    words: str
    facet: str


class Asked(NamedTuple):
    """What of a table is asked for. Of each facet one of the words must fit.

    `within` are words that a facet's word holds, `same` words that it is.
    """

    until: int | None = None  # the last day on which it may begin
    begin: int | None = None
    end: int | None = None
    confirmed: bool = False
    within: Mapping[str, str] = {}
    of: Of | None = None
    printed: Printed | None = None
    same: Mapping[str, str] = {}
    limit: int | None = None
    offset: int = 0


class Rows:
    """The tables of rows, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ask = Quick(connection)
        self._loose: set[int] = set()  # words of rows that were taken away
        self._touched: set[tuple[str, str]] = set()  # rows that were put or taken away
        self._is_new = False  # all of them are

    def find(self, sheet: str, asked: Asked) -> Iterator[bytes]:
        """The rows of a table that are asked for, in their order."""
        wanted, few = self._wanted(sheet, asked)
        yield from self._bodies(asked, wanted, few)

    def part(self, sheet: str, asked: Asked) -> tuple[list[bytes], int]:
        """The rows of a table that are asked for, in their order, and how many there are whatever the limit is."""
        wanted, few = self._wanted(sheet, asked)  # seeking words takes most of the time: once is enough
        return list(self._bodies(asked, wanted, few)), self._count(wanted, few)

    def _bodies(self, asked: Asked, wanted: list[ColumnElement[bool]], few: list[str] | None) -> Iterator[bytes]:
        r = record_rows.c
        limit = None if asked.limit is None else max(0, asked.limit)
        if few is None:
            found = select(r.body).where(*wanted).order_by(r.place).limit(limit).offset(asked.offset or None)
            bodies = self._connection.execute(found).scalars()
            yield from map(inflate, bodies)
        else:  # sought by their ids: there is no need to go through the table in its order
            rows = self._connection.execute(select(r.place, r.body).where(r.id.in_(few), *wanted)).all()
            part = slice(asked.offset, None if limit is None else asked.offset + limit)
            yield from (inflate(row.body) for row in sorted(rows, key=lambda row: row.place)[part])

    def _count(self, wanted: list[ColumnElement[bool]], few: list[str] | None) -> int:
        by_id = [] if few is None else [record_rows.c.id.in_(few)]
        counted = select(func.count()).select_from(record_rows).where(*wanted, *by_id)
        return int(self._connection.execute(counted).scalar_one())

    def after(self, sheet: str, place: bytes, limit: int) -> tuple[list[bytes], bytes]:
        """The rows of a table that come after a place, and the place of the last of them."""
        asked = "SELECT place, body FROM record_rows WHERE sheet = ? AND place > ? ORDER BY place LIMIT ?"
        rows = self._ask.rows(asked, sheet, place, limit)
        return [inflate(bytes(row[1])) for row in rows], bytes(rows[-1][0]) if rows else place

    def ids(self, sheet: str, asked: Asked) -> tuple[str, ...]:
        """The ids of the rows that are asked for, in their order, whatever the limit is."""
        r = record_rows.c
        wanted, few = self._wanted(sheet, asked)
        if few is not None:
            wanted.append(r.id.in_(few))
        return tuple(self._connection.execute(select(r.id).where(*wanted).order_by(r.place)).scalars())

    def _wanted(self, sheet: str, asked: Asked) -> tuple[list[ColumnElement[bool]], list[str] | None]:
        """What the rows that are asked for fulfil, and their ids where a facet has few."""
        r = record_rows.c
        having = [self._having(sheet, facet, fits) for facet, fits in self._facets(sheet, asked)]
        few, of = next(((ids, one) for one in having if (ids := self._if_few(one)) is not None), (None, None))
        others = (one for one in having if one is not of)  # ids that are known are not sought again
        wanted = [r.sheet == sheet, *_in_time(asked), *(r.id.in_(ids) for ids in others)]
        if asked.confirmed:
            wanted.append(r.confirmed == 1)
        return wanted, few

    def _facets(self, sheet: str, asked: Asked) -> Iterator[tuple[str, ColumnElement[bool]]]:
        w = record_words.c
        for facet, word in asked.within.items():
            yield facet, w.word.contains(word, autoescape=True)
        for facet, word in asked.same.items():
            yield facet, w.word == word
        if asked.of is not None:
            yield asked.of.facet, self._of(sheet, asked.of)
        if asked.printed is not None:
            holds = w.word.contains(asked.printed.words, autoescape=True)
            yield asked.printed.facet, w.word.in_(self._having(asked.printed.sheet, asked.printed.by, holds))

    def _having(self, sheet: str, facet: str, fits: ColumnElement[bool]) -> Select[tuple[str]]:
        f, w = record_facets.c, record_words.c
        words = select(w.number).where(w.facet == facet, fits)
        return select(f.id).where(f.sheet == sheet, f.word.in_(words))

    def _if_few(self, having: Select[tuple[str]]) -> list[str] | None:
        """The ids that have a facet; None where they are many."""
        ids: list[Any] = list(self._connection.execute(having.limit(_FEW + 1)).scalars())
        return ids if len(ids) <= _FEW else None

    def _of(self, sheet: str, asked: Of) -> ColumnElement[bool]:
        w, f = record_words.c, record_facets.c
        begins = and_(w.word >= asked.beginning, w.word < f"{asked.beginning}\U0010ffff")
        if sheet == asked.sheet:
            return begins
        words = select(w.number).where(w.facet == asked.by, begins)
        return w.word.in_(select(f.id).where(f.sheet == asked.sheet, f.word.in_(words)))

    def one(self, sheet: str, row: str) -> bytes | None:
        """One row by its id."""
        r = record_rows.c
        body = self._connection.execute(select(r.body).where(r.sheet == sheet, r.id == row)).scalar_one_or_none()
        return None if body is None else inflate(body)

    def bodies(self, sheet: str, ids: Sequence[str]) -> dict[str, bytes]:
        """These rows of a table, by id."""
        asked = "SELECT id, body FROM record_rows WHERE sheet = ? AND id IN (??)"
        return {row[0]: inflate(row[1]) for row in self._ask.among(asked, ids, sheet)}

    def count(self, sheet: str) -> int:
        """How many rows a table has."""
        counted = select(func.count()).select_from(record_rows).where(record_rows.c.sheet == sheet)
        return int(self._connection.execute(counted).scalar_one())

    def sheet_of(self, row: str, sheets: Collection[str]) -> tuple[str, bytes] | None:
        """The one of some tables in which a row with this id stands, and the row."""
        r = record_rows.c
        asked = select(r.sheet, r.body).where(r.sheet.in_(sheets), r.id == row).order_by(r.sheet)
        found = self._connection.execute(asked).first()
        return None if found is None else (found.sheet, inflate(found.body))

    def take(self, sheet: str, ids: Collection[str]) -> None:
        """Take rows away, and the words by which nothing is found any more."""
        if not ids:
            return
        asked = "SELECT word FROM record_facets WHERE sheet = ? AND id IN (??)"
        words = {row[0] for row in self._ask.among(asked, ids, sheet)}
        self._ask.change("DELETE FROM record_facets WHERE sheet = ? AND id IN (??)", ids, sheet)
        self._ask.change("DELETE FROM record_rows WHERE sheet = ? AND id IN (??)", ids, sheet)
        self._loose |= words
        if not self._is_new:
            self._touched.update((sheet, row) for row in ids)

    def note(self, *, is_new: bool = False) -> None:
        """Note which rows have been put or taken away; `is_new`: that none can be gone on from."""
        if is_new or self._is_new:
            rowlog.begin(self._connection)
        else:
            rowlog.note(self._connection, self._touched)
        self._touched = set()

    def mark(self) -> rowlog.Mark | None:
        """The mark of the rows as they are, to ask later what has changed since."""
        return rowlog.mark(self._connection)

    def changed_after(self, then: rowlog.Mark) -> dict[str, list[str]] | None:
        """The ids of the rows that have changed since a mark, by table; None where that is not known."""
        return rowlog.after(self._connection, then)

    def tidy(self) -> None:
        """Take away the words by which nothing is found any more."""
        used: set[int] = set()
        found = "SELECT 1 FROM record_facets WHERE sheet = ? AND word = number"  # one is enough: some have thousands
        for sheet in self._sheets():
            asked = f"SELECT number FROM record_words WHERE EXISTS ({found}) AND number IN (??)"
            used |= {row[0] for row in self._ask.among(asked, self._loose - used, sheet)}
        self._ask.change("DELETE FROM record_words WHERE number IN (??)", self._loose - used)
        self._loose = set()

    def _sheets(self) -> Iterator[str]:
        """The tables that have rows, each found by a look into the index: there are few, and many rows."""
        sheet = ""
        while (row := self._ask.row("SELECT min(sheet) FROM record_rows WHERE sheet > ?", sheet))[0] is not None:
            sheet = row[0]
            yield sheet

    def put(self, rows: Sequence[KeptRow]) -> None:
        """Keep rows."""
        self._ask.each(
            "INSERT INTO record_rows (sheet, id, place, first, last, timed, confirmed, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((r.sheet, r.id, r.place, r.first, r.last, int(r.timed), int(r.confirmed), deflate(r.body)) for r in rows),
        )
        if not self._is_new:
            self._touched.update((row.sheet, row.id) for row in rows)
        numbers = self._numbers({facet for row in rows for facet in row.facets})
        facets = sorted((row.sheet, numbers[facet], row.id) for row in rows for facet in row.facets)
        self._ask.each("INSERT INTO record_facets (sheet, word, id) VALUES (?, ?, ?)", facets)

    def _numbers(self, facets: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        by_facet: dict[str, list[str]] = defaultdict(list)
        for facet, word in sorted(facets):
            by_facet[facet].append(word)
        found: dict[tuple[str, str], int] = {}
        for facet, words in by_facet.items():
            found |= self._known(facet, words)
            new = [(facet, word) for word in words if (facet, word) not in found]
            if new:
                self._ask.each("INSERT INTO record_words (facet, word) VALUES (?, ?)", new)
                found |= self._known(facet, [word for _, word in new])
        return found

    def _known(self, facet: str, words: Sequence[str]) -> dict[tuple[str, str], int]:
        asked = "SELECT word, number FROM record_words WHERE facet = ? AND word IN (??)"
        return {(facet, row[0]): row[1] for row in self._ask.among(asked, words, facet)}

    def clear(self) -> None:
        """Take everything away."""
        for table in (record_facets, record_words, record_rows, row_changes):
            self._connection.execute(delete(table))
        self._is_new = True


def _in_time(asked: Asked) -> Iterator[ColumnElement[bool]]:
    r = record_rows.c
    untimed: Any = r.timed == 0
    if asked.until is not None:
        first = func.coalesce(r.first, r.last)
        yield or_(untimed, first.is_(None), first <= asked.until)
    if asked.begin is not None or asked.end is not None:
        known = or_(r.first.is_not(None), r.last.is_not(None))
        meets = [known]
        if asked.end is not None:
            meets.append(or_(r.first.is_(None), r.first <= asked.end))
        if asked.begin is not None:
            meets.append(or_(r.last.is_(None), r.last >= asked.begin))
        yield or_(untimed, and_(*meets))
