"""The tables: ratios with their limits, and the resources used by each participant."""

from statistics import geometric_mean, median

RATIOS = ("work", "compared", "of", "min", "median", "max", "limit", "")
NEEDS = ("work", "who", "wall s", "wall min", "wall max", "CPU s", "peak MiB", "requests", "runs")


def ratio(row, rounds, facts):
    """Returns the value of the comparison in each round; empty if a participant is missing."""
    values = []
    for samples in rounds:
        value = cost(row.of, row.minus, row.measure, samples)
        if value is None:
            continue
        if row.over in facts:
            value /= facts[row.over]
        elif row.over:
            other = cost(row.over, row.over_minus, row.measure, samples)
            if other is None:
                continue
            # Avoid a division by a value below the resolution of the clock.
            value /= max(other, 0.001)
        values.append(value * facts.get(row.scale, 1))
    return values


def cost(of, minus, measure, samples):
    if of not in samples or (minus and minus not in samples):
        return None
    return getattr(samples[of], measure) - (getattr(samples[minus], measure) if minus else 0)


def title(row):
    if row.over_minus or row.of not in ("ours", "small", "large", "one"):
        left = f"cost of {row.of}"
    else:
        left = "cost of the goal" if row.minus else "the whole run"
    return left + (f" ÷ {row.over}" if row.over else ", seconds") + (" per page" if row.scale else "")


def ratios(work, rounds, facts, trouble):
    """Returns the lines of one workload; a peer with other findings is marked as such, and not compared."""
    lines = []
    for row in work.rows:
        values = ratio(row, rounds, facts)
        limit = "" if row.limit is None else ("≥ " if row.at_least else "≤ ") + f"{row.limit:g}"
        if not values:
            lines.append((work.name, title(row), row.measure, "", "", "", limit, "not here"))
            continue
        if row.over in trouble:
            lines.append((work.name, title(row), row.measure, "", "", "", limit, "findings differ"))
            continue
        middle = median(values)
        reached = row.limit is None or (middle >= row.limit if row.at_least else middle <= row.limit)
        verdict = "" if row.limit is None else "reached" if reached else "MISSED"
        lines.append((work.name, title(row), row.measure, *(f"{x:.3f}" for x in (min(values), middle, max(values))), limit, verdict))
    return lines


def means(lines):
    """Returns a line for each comparison of several sites: the geometric mean and the maximum of its medians."""
    compared = {}
    for work, what, measure, _, middle, *_ in lines:
        if work.startswith("site:") and middle:
            compared.setdefault((what, measure), []).append((float(middle), work))
    return [
        f"{what}, {measure}: geometric mean of {len(medians)} sites {geometric_mean(max(value, 0.001) for value, _ in medians):.3f},"
        f" at most {max(medians)[0]:.3f} ({max(medians)[1]})"
        for (what, measure), medians in compared.items()
        if len(medians) > 1
    ]


def needs(work, rounds):
    lines = []
    for who in rounds[0]:
        samples = [samples[who] for samples in rounds if who in samples]
        walls = [sample.wall for sample in samples]
        requests = [sample.requests for sample in samples if sample.requests is not None]
        lines.append((
            work.name,
            who,
            f"{median(walls):.2f}",
            f"{min(walls):.2f}",
            f"{max(walls):.2f}",
            f"{median(sample.cpu for sample in samples):.2f}",
            f"{median(sample.peak for sample in samples):.0f}",
            f"{median(requests):.0f}" if requests else "",
            str(len(samples)),
        ))  # fmt: skip
    return lines


def as_text(head, lines):
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in [head, *lines])


def as_markdown(head, lines):
    rule = ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *lines])
