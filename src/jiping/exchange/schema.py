"""The published JSON Schema of an exchange file, generated from the table of keys."""

from jiping.exchange.computed import COMPUTED
from jiping.exchange.keys.filing import FILING, VERSION
from jiping.exchange.scalar import Json


def schema() -> dict[str, Json]:
    """Return the JSON Schema (draft 2020-12) of a file: an array of filings."""
    filing = dict(FILING.schema)
    properties = filing["properties"]
    if not isinstance(properties, dict):
        raise TypeError(properties)
    computed: Json = {"description": "按规则包算出的结果，读取时不采用", **COMPUTED.schema}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{VERSION.replace('/', ':')}",
        "title": "绩效自评表",
        "type": "array",
        "items": {**filing, "properties": {**properties, "computed": computed}},
    }
