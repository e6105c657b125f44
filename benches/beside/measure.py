"""pandas.read_html and python-docx on the same report: the three tables, and every sum. Prints medians in microseconds."""

import io
import json
import sys
import time

import docx
import pandas

from sums import broken


def with_pandas(html):
    frames = pandas.read_html(io.StringIO(html))
    return broken([frame.values.tolist() for frame in frames])


def with_python_docx(content):
    tables = docx.Document(io.BytesIO(content)).tables
    # What the cells of a merge share comes once for each of them.
    return broken([[[cell.text for cell in row.cells] for row in table.rows] for table in tables])


def median(run, argument, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = run(argument)
        times.append((time.perf_counter() - start) * 1e6)
        assert result == [], result
    return sorted(times)[rounds // 2]


def main(folder):
    with open(f"{folder}/report.html", encoding="utf-8") as file:
        html = file.read()
    with open(f"{folder}/report.docx", "rb") as file:
        document = file.read()
    print(
        json.dumps(
            {
                "pandas": median(with_pandas, html, 31),
                "pythonDocx": median(with_python_docx, document, 15),
            }
        )
    )


main(sys.argv[1])
