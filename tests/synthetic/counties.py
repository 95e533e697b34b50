"""Counties for tests, laid out in memory."""

import duckdb

from jiping.synthetic.county import County
from jiping.synthetic.walk import generate


def laid_out(county: County) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds the tables of `county`."""
    con = duckdb.connect()
    generate(con, county)
    return con


def tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    return {
        str(name) for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    }
