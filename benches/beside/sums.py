"""The sums that a report's tables owe one another, over tables given as rows of strings."""

APPLICANTS = 7  # six kinds of applicants and their total
CASES = 5


def figures(row):
    """The figures at the end of a row."""
    found = []
    for cell in reversed(row):
        text = str(cell).strip()
        if not text.replace(".", "", 1).lstrip("-").isdigit():
            break
        found.append(int(float(text)))
    return found[::-1]


def broken(tables):
    """The sums that don't hold, as pairs of what stands and what it should be."""
    applications = [figures(row)[-APPLICANTS:] for row in tables[1]]
    applications = [row for row in applications if len(row) == APPLICANTS]
    received, carried_in, *outcomes, concluded, carried_out = applications
    pairs = [(row[-1], sum(row[:-1])) for row in applications]
    for column in range(APPLICANTS):
        pairs.append((concluded[column], sum(row[column] for row in outcomes)))
        balance = received[column] + carried_in[column]
        pairs.append((balance, concluded[column] + carried_out[column]))
    cases = next(row for row in map(figures, tables[2]) if len(row) == 3 * CASES)
    for start in range(0, len(cases), CASES):
        *parts, total = cases[start : start + CASES]
        pairs.append((total, sum(parts)))
    return [pair for pair in pairs if pair[0] != pair[1]]
