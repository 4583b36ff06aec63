"""Every error and warning that dragoman says, in one place, each telling what to do next."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of the command line."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    CANNOT_OPEN = 3


class DragomanError(Exception):
    """A failure that a person can do something about. `str()` is the message to show."""

    exit = Exit.SOME_FAILED


class InputError(DragomanError):
    """One input cannot be read; the others can."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class UsageError(DragomanError):
    """What was asked makes no sense as asked."""

    exit = Exit.USAGE


class DossierError(DragomanError):
    """The dossier cannot be opened or written."""

    exit = Exit.CANNOT_OPEN


class ParserError(DragomanError):
    """The parser's files are not the ones that dragoman was measured with."""

    exit = Exit.CANNOT_OPEN

    def __init__(self, package: str, *, expected: str, found: str) -> None:
        super().__init__(
            f"the parser's files ({package}) have SHA-256 {found}, expected {expected}; "
            "install dragoman's pinned requirements again"
        )


class Reasons:
    """Why an input cannot be read. Placeholders are filled with `str.format`."""

    EMPTY = "the file is empty; nothing to read"
    BINARY = "this looks like a binary file, not a report; give .txt, .html, .json, .jsonl or one of these gzipped"
    UNKNOWN_TYPE = "files of this type ({suffix}) are not read; give .txt, .html, .json, .jsonl or one of these gzipped"
    VANISHED = "the file was there when the folder was listed and is gone now; run the same command again"
    UNREADABLE = "cannot be opened ({detail}); check its permissions"
    NOT_JSON = "not valid JSON ({detail})"
    NO_TEXT = "no text in it (a JSON report needs a `text` field with words in it)"
    BAD_FIELD = "its field `{field}` should be {expected}"
    NO_WORDS = "no words in it"
    TOO_LONG = "{length:,} characters of text; the limit is {limit:,}. Split the file"
    TOO_BIG = "more than {limit:,} characters of text. Split the file"
    NOT_OBJECT = "a JSON report is an object with a `text` field; this is {found}"
    DAMAGED_GZIP = "the gzip stream is damaged ({detail}); what came before the damage was read"
    BROKEN_GZIP = "the gzip stream is damaged ({detail}); get the file again"
    FORGOTTEN = "was forgotten on {day} ({reason}) as {report}; it is not read again"
    EMPTY_FOLDER = "no reports in this folder; it reads .txt, .html, .json, .jsonl and these gzipped"
    MISSING = "no such file or folder"
    OUR_FAULT = "dragoman failed on it, which is its own fault ({detail}); please report it with the text, if you may"


class Notices:
    """Warnings that a report or reading carries."""

    ENCODING = "the bytes are no valid UTF-8; read as {encoding}"
    REPLACED = "{count} characters that cannot stand in a text (NUL or lone surrogates) became U+FFFD"
    BLOCKS = "{length:,} characters: read in {count} blocks, so links across their bounds may be missed"
    LANGUAGE = "this looks like {language}, not English; read as far as it goes"
    NO_LETTERS = "no letters in this text"
    BAD_DATE = "the date `{value}` ({says}) cannot be understood and is left out; set the right one if it matters"
    IMPOSSIBLE_DATE = "the text has `{value}`, which is no day of the calendar; no day is made of it"
    TWO_DAYS = "the date `{value}` ({says}) could be {first} or {second}; {decided}"
    TWO_DAYS_IN_TEXT = "the text has `{value}`, which could be {first} or {second}; {decided}"
    DAY_FIRST = "read with its day first ({why})"
    MONTH_FIRST = "read with its month first ({why})"
    EITHER_DAY = "nothing tells the order of day and month, so every day from the one to the other is kept"
    MORE_DATES = "the text has {count} more dates that are none or could be two days"
    FUTURE_DATE = (
        "the publication date {value} ({says}) lies after the day of reading; set the right one if it is wrong"
    )
    DATES_DIFFER = "the dates given differ: {values}; {chosen} is used"
    NOT_TAKEN_APART = "this page could not be taken apart ({detail}); its running text is read"
    NO_TITLE = "no title found"


class Dossiers:
    """Why a dossier cannot be opened, read or written. Placeholders are filled with `str.format`."""

    NOT_A_DOSSIER = "{path}: is not a dossier ({detail}); name a dossier, or a path where no file is yet"
    OTHER_FILE = "it is some other file"
    OTHER_DATABASE = "it is another program's SQLite database"
    NEWER = (
        "{path}: was made by a newer dragoman (schema {found}, this one knows {known}); "
        "install a newer dragoman to open it"
    )
    OLDER = (
        "{path}: was made by an older dragoman (schema {found}) and is here only to be read; "
        "copy it to a place that you can write to, where it is brought up to date on opening"
    )
    UNFINISHED = "{path}: was begun and holds nothing yet; run `dragoman read` into it again to finish it"
    MISSING = "{path}: there is no dossier; make one with `dragoman read REPORTS --dossier {path}`"
    NO_FOLDER = "{path}: the folder {folder} does not exist; make it first"
    FOLDER = "{path}: is a folder; name a file in it, such as {path}/dragoman.dossier"
    READ_ONLY = (
        "{path}: cannot be written ({detail}); check the permissions of the file and its folder, "
        "or copy it to a place that you can write to"
    )
    NO_WRITING = "this place is read-only"
    UNREADABLE = "{path}: cannot be opened ({detail}); check the permissions of the file and its folder"
    WAITING = (
        "{path}: the newest changes wait in {path}-wal and cannot be read in a read-only place; "
        "copy both files to a place that you can write to"
    )
    NO_SPACE = (
        "{path}: no space left to write it ({detail}); free some space and run the same command again, "
        "all that was committed is kept"
    )
    BUSY = (
        "{path}: another program has been writing it for more than {seconds:g} seconds; "
        "run the same command again when that is done"
    )
    DAMAGED = "{path}: the file is damaged ({detail}); restore it from a copy"
    FAILING = "{path}: the disk does not answer as it should ({detail}); check it, and copy the dossier elsewhere"
    OPENED_TO_READ = "{path}: was opened only to be read; open it for writing"
    NO_REPORT = "{path}: holds no report {report}; `dragoman reports {path}` lists them"
    NO_ENTRY = "{path}: the journal has no entry {number}; `dragoman journal {path}` lists them"
    UNDONE = "{path}: entry {number} was undone by entry {by} already"
    NO_UNDOING = "{path}: entry {number} forgot a report, which cannot be undone; read the report again elsewhere"


class Missing:
    """What a command or call asked for that is not there or makes no sense."""

    ROW = "no row {id} in {path}; `dragoman timeline`, `statements`, `reports` and the other tables list the ids"
    ANCHOR = "{id} has no words to hold on to, so nothing can be said of it; correct one of the rows it is made of"
    WRONG_TABLE = "{kind} is said of {table}; give an id from `dragoman {first}`"
    VALUE = "{value!r} is no {name}; it is one of {known}"
    NAMES = (
        "split-actor needs one actor and some of its names, not all of them; {name} has: {known}. "
        "`dragoman actors` lists actors and names"
    )
    NO_MENTION = "no report that the record has calls it {names}; nothing can be split off"
    ONE_REPORT = "a statement is added to one report; give its id from `dragoman reports`"
    NO_CONTENT = "a statement needs its content: the words that somebody says, as they stand in the report"
    NO_SOURCE = "a statement needs its source: the words for who says it, or how it is shown where nobody is named"
    NO_WORDS = "the report has no words “{words}”; copy them from its text"
    MANY_PLACES = "“{words}” stands at {count} places in the report; copy more of it"
    TWO_ROWS = "mark-conflict needs two rows that say something: claims, statements, events, figures, positions"
    ONE_CONFLICT = "unmark-conflict is said of one conflict; give its id from `dragoman conflicts`"
    TWO_ACTORS = "merge-actors needs two or more actors; give their ids from `dragoman actors`"
    DATE = "{value!r} is no date that can be understood; give one like 2031-03-08, 2031-03 or 8 March 2031"
    RELEVANCE = "{value!r} is no decision on relevance; it is one of {known}"
