"""Reads an output folder with the readers of others: formats.py duckdb|networkx|followthemoney FOLDER; see formats.mjs."""

import io
import json
import sys
from pathlib import Path

reader, folder = sys.argv[1], Path(sys.argv[2])
TABLES = ["documents", "mentions", "entities", "identities", "cooccurrences", "claims", "ledger", "dates", "problems"]


def rows_of(table):
    return json.loads((folder / f"{table}.json").read_text("utf-8"))


def read_with_duckdb():
    import duckdb

    cells = 0
    for table in TABLES:
        rows = rows_of(table)
        found = duckdb.sql(f"select * from read_parquet('{folder / table}.parquet')")
        names = found.columns
        assert not rows or names == list(rows[0]), (table, names)
        # Lists are JSON, which DuckDB gives as a text.
        lists = {name for row in rows for name in row if isinstance(row[name], list)}
        values = [
            {name: json.loads(cell) if name in lists else cell for name, cell in zip(names, row)}
            for row in found.fetchall()
        ]
        assert values == rows, f"{table}.parquet is not {table}.json"
        cells += len(rows) * len(names)
        if rows:
            lines = duckdb.sql(f"select * from read_csv('{folder / table}.csv', header = true, all_varchar = true)").fetchall()
            assert len(lines) == len(rows), f"{table}.csv has {len(lines)} rows of {len(rows)}"
    claims = rows_of("claims")
    total = duckdb.sql(f"select sum(value) from read_csv('{folder}/claims.csv', types = {{'value': 'DOUBLE'}})").fetchall()[0][0]
    assert abs(total - sum(row["value"] or 0 for row in claims)) < 1e-6, total
    print(f"DuckDB reads Parquet ({cells} cells) and CSV with the same rows.")


def read_with_networkx():
    import networkx

    pairs = [row for row in rows_of("cooccurrences") if row["window"] == "sentence"]
    # networkx knows GEXF to version 1.2: what is written in 1.3 stands in another namespace and reads alike.
    text = (folder / "cooccurrences.gexf").read_text("utf-8")
    assert 'xmlns="http://gexf.net/1.3"' in text, text[:300]
    older = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
    graphs = {
        "GEXF": networkx.read_gexf(io.BytesIO(older.encode("utf-8"))),
        "GraphML": networkx.read_graphml(folder / "cooccurrences.graphml"),
    }
    for name, graph in graphs.items():
        assert graph.number_of_edges() == len(pairs), (name, graph.number_of_edges(), len(pairs))
        for row in pairs:
            edge = graph.edges[row["a_id"], row["b_id"]]
            assert float(edge["weight"]) == row["count"], (name, edge, row)
            assert abs(float(edge["llr"]) - row["llr"]) < 1e-9, (name, edge, row)
            assert graph.nodes[row["a_id"]]["label"] == row["a_name"], (name, row["a_id"])
    print(f"networkx reads GEXF and GraphML, {len(pairs)} edges each.")


def read_with_followthemoney():
    from followthemoney import model

    lines = [json.loads(line) for line in (folder / "entities.ftm.json").read_text("utf-8").splitlines()]
    for line in lines:
        proxy = model.get_proxy(line)
        kept = proxy.to_dict()["properties"]
        assert set(kept) == set(line["properties"]), (line, kept)
        for name, values in line["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, f"{line['schema']} has no {name}"
            assert not prop.stub, f"{line['schema']}.{name} is told by the other side"
            for value in values:
                assert prop.type.validate(value), f"{line['schema']}.{name} is no {prop.type.name}: {value!r}"
    print(f"followthemoney takes {len(lines)} entities.")


{"duckdb": read_with_duckdb, "networkx": read_with_networkx, "followthemoney": read_with_followthemoney}[reader]()
