"""Holds the Parquet table that examples/spark made against what stands in the reports' cells.

    python spark.py REPORTS FIGURES
"""

import json
import sys
from collections import Counter
from pathlib import Path

from pyspark.sql import SparkSession


def main(reports, figures):
    written = {}
    for file in Path(reports).glob("*.ndjson"):
        for line in file.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            if "cells" in report:
                written.update({(str(report["id"]), address): value for address, value in report["cells"].items()})

    spark = SparkSession.builder.appName("check").getOrCreate()
    rows = spark.read.parquet(f"{figures}/figures").collect()
    unread = spark.read.parquet(f"{figures}/unread").collect()
    spark.stop()

    counts = Counter()
    for row in rows:
        expected = written[row.id, row.address]
        # Where the layout drops blank cells, one may have been told to be 0 by the sums.
        is_right = row.value == expected or (expected is None and row.placed == "inferred" and row.value == 0)
        counts["unknown" if row.value is None and expected is not None else "right" if is_right else "wrong"] += 1
    print(f"{len({row.id for row in rows})} reports in the table, {dict(counts)}; unread: {[tuple(row) for row in unread]}")
    assert counts["wrong"] == 0, "figures in the table differ from those in the reports"
    assert counts["right"] > 0.8 * len(written), "too few figures were read"
    assert [(row.id, row.code) for row in unread] == [("broken", "unreadable")], "the one line that is no report is told"


if __name__ == "__main__":
    main(*sys.argv[1:])
