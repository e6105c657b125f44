"""The figures of any number of reports as a Parquet table.

    spark-submit figures.py REPORTS FIGURES --gouji "npx gouji"

REPORTS is a folder of NDJSON files, a report a line: {"id": ..., "text": ...}. Each partition is piped through
`gouji check --input ndjson -`, which answers line for line in constant memory. FIGURES gets two Parquet tables: `figures`, a
row a cell, and `unread`, a row for each report that could not be read.
"""

import argparse
import json

from pyspark.sql import SparkSession
from pyspark.sql import types as t

FIGURES = t.StructType(
    [
        t.StructField("id", t.StringType(), False),
        t.StructField("organ", t.StringType()),
        t.StructField("year", t.IntegerType()),
        t.StructField("form", t.StringType(), False),
        t.StructField("address", t.StringType(), False),
        t.StructField("value", t.DoubleType()),
        t.StructField("state", t.StringType(), False),
        t.StructField("placed", t.StringType()),
    ]
)
UNREAD = t.StructType([t.StructField(name, t.StringType()) for name in ("id", "code", "message")])


def figures(answer):
    """A row for each cell of a report, in the order of FIGURES."""
    report = answer["result"]["report"]
    for table in report["tables"].values():
        if not table["found"]:
            continue
        for row in table["rows"]:
            for cell in row["cells"]:
                value = None if cell["value"] is None else float(cell["value"])
                yield (
                    str(answer["id"]),
                    report["organ"],
                    report["year"],
                    table["form"],
                    cell["address"],
                    value,
                    cell["state"],
                    cell["placed"],
                )


def unread(answer):
    return str(answer["id"]), answer["error"]["code"], answer["error"]["message"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports")
    parser.add_argument("figures")
    parser.add_argument("--gouji", default="npx gouji", help="the command that runs gouji on a worker")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("gouji").getOrCreate()
    lines = spark.read.text(arguments.reports).rdd.map(lambda row: row.value)
    # It ends with 1 or 2 where a report has errors or can't be read, which is no failure of the job.
    answers = lines.pipe(f"{arguments.gouji} check --input ndjson -").map(json.loads).cache()
    asked, answered = lines.count(), answers.count()
    if asked != answered:
        raise SystemExit(f"{asked} reports were asked about, and {answered} answers came")

    read = answers.filter(lambda answer: "result" in answer)
    spark.createDataFrame(read.flatMap(figures), FIGURES).write.mode("overwrite").parquet(f"{arguments.figures}/figures")
    failed = answers.filter(lambda answer: "error" in answer).map(unread)
    spark.createDataFrame(failed, UNREAD).write.mode("overwrite").parquet(f"{arguments.figures}/unread")
    print(f"{asked} reports, {failed.count()} of them unread")
    spark.stop()


if __name__ == "__main__":
    main()
