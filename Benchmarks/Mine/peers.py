"""Reads and mines a log with a library of the field; prints one JSON object.

    python peers.py {r4pm|pm4py|polars} LOG.xes NOISE RUNS

Exit status 3: the library is not installed.
"""

import json
import resource
import sys
import time


def best(runs, work):
    """The shortest time of several runs, and the last result."""
    shortest, result = float("inf"), None
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        shortest = min(shortest, time.perf_counter() - start)
    return round(shortest, 4), result


def ordered(tree):
    """A process tree as text, children of choices and parallel blocks in the order of their texts."""
    if not tree.children:
        return "tau" if tree.label is None else f"'{tree.label}'"
    children = [ordered(child) for child in tree.children]
    sign = tree.operator.value
    if sign in ("X", "+"):
        children.sort(key=lambda text: text.encode())
    return f"{sign}( {', '.join(children)} )"


def r4pm(path, noise, runs):
    import r4pm as library

    def read():
        for item in library.list_items():
            library.remove_item(item["id"])
        return library.import_item("EventLog", path)

    figures = {}
    figures["read_seconds"], item = best(runs, read)
    figures["peak_mb"] = peak()
    figures["dfg_seconds"], _ = best(runs, lambda: library.bindings.discover_dfg(item))
    return figures


def pm4py(path, noise, runs):
    import pm4py as library

    figures = {}
    figures["read_seconds"], log = best(runs, lambda: library.read_xes(path))
    figures["peak_mb"] = peak()
    figures["dfg_seconds"], graph = best(runs, lambda: library.discover_dfg(log))
    figures["variants_seconds"], variants = best(runs, lambda: library.get_variants(log))
    figures["inductive_seconds"], tree = best(
        min(runs, 2), lambda: library.discover_process_tree_inductive(log, noise_threshold=noise)
    )
    figures["edges"] = len(graph[0])
    figures["variants"] = len(variants)
    figures["tree"] = ordered(tree)
    return figures


def polars(path, noise, runs):
    """Graph and variants on a data frame of the log's three columns, which is what polars has to work with."""
    import polars as pl
    import pm4py

    log = pm4py.read_xes(path)
    frame = pl.DataFrame(
        {
            "case": log["case:concept:name"].to_list(),
            "activity": log["concept:name"].to_list(),
            "time": log["time:timestamp"].to_list(),
        }
    )
    del log

    def graph():
        return (
            frame.lazy()
            .select("activity", pl.col("activity").shift(-1).over("case").alias("next"))
            .filter(pl.col("next").is_not_null())
            .group_by("activity", "next")
            .len()
            .collect()
        )

    def graph_with_times():
        return (
            frame.lazy()
            .select(
                "activity",
                pl.col("activity").shift(-1).over("case").alias("next"),
                (pl.col("time").shift(-1).over("case") - pl.col("time")).alias("took"),
            )
            .filter(pl.col("next").is_not_null())
            .group_by("activity", "next")
            .agg(
                pl.len(),
                pl.col("took").median().alias("median"),
                pl.col("took").mean().alias("mean"),
                pl.col("took").min().alias("least"),
                pl.col("took").max().alias("greatest"),
            )
            .collect()
        )

    def variants():
        return (
            frame.lazy().group_by("case").agg("activity").group_by("activity").agg(pl.len(), pl.col("case")).collect()
        )

    figures = {}
    figures["dfg_seconds"], _ = best(runs, graph)
    figures["dfg_with_times_seconds"], edges = best(runs, graph_with_times)
    figures["variants_seconds"], found = best(runs, variants)
    figures["edges"] = len(edges)
    figures["variants"] = len(found)
    return figures


def peak():
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, 1)


if __name__ == "__main__":
    peer, path, noise, runs = sys.argv[1:]
    try:
        figures = {"r4pm": r4pm, "pm4py": pm4py, "polars": polars}[peer](path, float(noise), int(runs))
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    print(json.dumps(figures))
