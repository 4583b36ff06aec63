"""Write the schema files from the record types."""

import json
from pathlib import Path

from dragoman.records.schemas import SHAPES, generated


def main() -> None:
    """Write every schema beside this module."""
    for name in SHAPES:
        path = Path(__file__).parent / f"{name}.schema.json"
        path.write_text(json.dumps(generated(name), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
