"""Links one data set with Splink on DuckDB, with the settings that its own documentation gives for it, and prints a line of JSON.

    python splink_peer.py DATA_SET OUT [--judged] FILE...

DATA_SET is historical_50k, febrl3, febrl4, synth1m or synth1m_strict. Files are CSV in UTF-8 with a header and the truth in the
column "cluster", which is not compared. OUT gets pairs.csv and persons.csv. With --judged every candidate pair is scored and kept, and the figures of
accuracy are printed too; without it the run is as a user would make it. Needs an installed splink and duckdb; nothing here is part of Clew.
"""

import json
import logging
import os
import sys
import time

BEGAN = time.perf_counter()

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)  # it tells each step

IMPORTED = time.perf_counter()
THRESHOLD = 0.95  # of its tutorials' clusters


def with_frequencies(comparison):
    return comparison.configure(term_frequency_adjustments=True)


def historical():
    rules = [
        block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"),
        block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode_fake,1,3)", "dob"),
        block_on("substr(postcode_fake,1,3)", "first_name"),
        block_on("substr(postcode_fake,1,3)", "surname"),
        block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
    ]
    return {
        "id": "unique_id",
        "columns": "*, first_name || ' ' || surname as both_names",
        "rules": rules,
        "comparisons": [
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="both_names"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            with_frequencies(cl.ExactMatch("birth_place")),
            with_frequencies(cl.ExactMatch("occupation")),
        ],
        "sure": [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        "recall": 0.6,
        "max_pairs": 1e7,
        "train": [block_on("first_name", "surname"), block_on("dob")],
        "train_plain": True,
        "keep": {},
    }


def febrl(link_only):
    swapped = "l.given_name = r.surname and l.surname = r.given_name"
    born = {"input_is_string": True, "datetime_format": "%Y%m%d"}
    if link_only:
        comparisons = [
            with_frequencies(cl.NameComparison("given_name")),
            with_frequencies(cl.NameComparison("surname")),
            cl.DateOfBirthComparison("date_of_birth", invalid_dates_as_null=True, **born),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            with_frequencies(cl.ExactMatch("street_number")),
            with_frequencies(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])),
        ]
        rules = [
            block_on("given_name", "surname"),
            swapped,
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ]
    else:
        comparisons = [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", **born),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            with_frequencies(cl.ExactMatch("street_number")),
            with_frequencies(cl.ExactMatch("postcode")),
        ]
        rules = [block_on(name) for name in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
    sure = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    return {
        "id": "rec_id",
        "columns": "*",
        "link_only": link_only,
        "rules": rules,
        "comparisons": comparisons,
        "sure": sure if link_only else sure + [swapped + " and l.date_of_birth = r.date_of_birth"],
        "recall": 0.8 if link_only else 0.9,
        "max_pairs": 1e6,
        "train": [block_on("date_of_birth"), block_on("postcode")],
        "keep": {} if link_only else {"threshold_match_probability": 0.2},
    }


def synthetic(strict):
    """The peer's settings of the linking issue for made-up people: three strict rules, or nine."""
    rules = [block_on("surname", "dob"), block_on("first_name", "dob"), block_on("postcode", "surname")]
    if not strict:
        rules += [
            block_on("postcode", "first_name"),
            block_on("first_name", "surname"),
            block_on("email"),
            block_on("substr(first_name,1,3)", "substr(dob,1,7)"),
            block_on("surname", "city"),
            block_on("postcode", "dob"),
        ]
    return {
        "id": "unique_id",
        "columns": "*",
        "rules": rules,
        "comparisons": [
            with_frequencies(cl.NameComparison("first_name")),
            with_frequencies(cl.NameComparison("surname")),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            with_frequencies(cl.ExactMatch("city")),
            cl.EmailComparison("email"),
        ],
        "sure": [block_on("first_name", "surname", "dob"), block_on("email")],
        "recall": 0.8,
        "max_pairs": 1e6,
        "train": [block_on("email"), block_on("dob", "postcode")],
        "keep": {"threshold_match_weight": -5},
    }


SETTINGS = {
    "historical_50k": historical,
    "febrl3": lambda: febrl(False),
    "febrl4": lambda: febrl(True),
    "synth1m": lambda: synthetic(False),
    "synth1m_strict": lambda: synthetic(True),
}


def main(data_set, out, judged, files):
    settings = SETTINGS[data_set]()
    seconds = {"import": IMPORTED - BEGAN}
    last = time.perf_counter()

    def took(name):
        nonlocal last
        now = time.perf_counter()
        seconds[name] = now - last
        last = now

    con = duckdb.connect()
    con.execute(f"SET threads = {len(os.sched_getaffinity(0))}")
    api = DuckDBAPI(con)
    tables = []
    for number, file in enumerate(files):
        con.execute(f"create table source{number} as select {settings['columns']} from read_csv('{file}', all_varchar = true)")
        tables.append(api.register(f"source{number}"))
    took("read")
    linker = Linker(
        tables if len(tables) > 1 else tables[0],
        SettingsCreator(
            link_type="link_only" if settings.get("link_only") else "dedupe_only",
            unique_id_column_name=settings["id"],
            comparisons=settings["comparisons"],
            blocking_rules_to_generate_predictions=settings["rules"],
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
        ),
    )
    training = linker.training
    training.estimate_probability_two_random_records_match(settings["sure"], recall=settings["recall"])
    training.estimate_u_using_random_sampling(max_pairs=settings["max_pairs"])
    for rule in settings["train"]:
        training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=settings.get("train_plain", False)
        )
    took("train")
    pairs = linker.inference.predict(**({} if judged else settings["keep"]))
    took("score")
    persons = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, THRESHOLD)
    took("cluster")
    os.makedirs(out, exist_ok=True)
    con.execute(f"copy {pairs.physical_name} to '{out}/pairs.csv' (header)")
    con.execute(f"copy {persons.physical_name} to '{out}/persons.csv' (header)")
    took("write")
    said = {"tool": f"splink {splink.__version__} on duckdb {duckdb.__version__}", "seconds": seconds}
    if judged:
        said |= judge(con, settings["id"], len(files), pairs.physical_name, persons.physical_name)
    print(json.dumps(said))


def judge(con, name, sources, pairs, persons):
    """Recall of blocking, F1 of pairs at their best threshold and at 0.95, F1 of persons at 0.95: over pairs of records; of two sources only pairs across."""
    union = " union all ".join(f"select {name} as id, cluster, {number} as source from source{number}" for number in range(sources))
    con.execute(f"create table truth as {union}")
    across = "and a.source <> b.source" if sources > 1 else ""

    def one(sql):
        return con.execute(sql).fetchone()[0] or 0

    both = f"from truth a join truth b on a.cluster = b.cluster and a.id < b.id {across}"
    true_pairs = one(f"select count(*) {both}")
    con.execute(
        f"""create table judged as select match_probability p, (a.cluster = b.cluster)::int ok from {pairs}
            join truth a on a.id = {name}_l join truth b on b.id = {name}_r"""
    )
    best = one(
        f"""select max(2 * good / (n + {true_pairs})) from
            (select p, sum(sum(ok)) over w good, sum(count(*)) over w n from judged group by p window w as (order by p desc))"""
    )

    def f1(good, found):
        return 2 * good / (found + true_pairs)

    con.execute(f"create table placed as select t.*, cluster_id from truth t join {persons} k on k.{name} = t.id")
    found = f"from placed a join placed b on a.cluster_id = b.cluster_id and a.id < b.id {across}"
    return {
        "candidate_pairs": one("select count(*) from judged"),
        "blocking_recall": one("select sum(ok) from judged") / true_pairs,
        "best_pair_f1": best,
        "pair_f1": f1(one(f"select sum(ok) from judged where p >= {THRESHOLD}"), one(f"select count(*) from judged where p >= {THRESHOLD}")),
        "cluster_f1": f1(one(f"select count(*) {found} where a.cluster = b.cluster"), one(f"select count(*) {found}")),
    }


if __name__ == "__main__":
    words = sys.argv[1:]
    if len(words) < 3 or words[0] not in SETTINGS:
        sys.exit(f"usage: splink_peer.py DATA_SET OUT [--judged] FILE...   DATA_SET is one of: {', '.join(SETTINGS)}")
    main(words[0], words[1], "--judged" in words, [word for word in words[2:] if word != "--judged"])
