"""The published schema describes exactly what is written."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from exchange.filings import filings
from jiping.domain.filing import Filing
from jiping.exchange.json import dumps
from jiping.exchange.scalar import Json
from jiping.exchange.schema import schema

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())


@given(filings)
def test_every_written_filing_is_valid(filing: Filing) -> None:
    VALIDATOR.validate(json.loads(dumps([filing])))


def test_every_key_is_described_and_unknown_keys_are_refused() -> None:
    objects = list(_objects(schema()))
    assert objects
    for each in objects:
        properties = each["properties"]
        assert isinstance(properties, dict)
        assert each["additionalProperties"] is False
        assert all(isinstance(key, dict) and key["description"] for key in properties.values())


def test_a_binary_number_is_no_amount() -> None:
    data = json.loads(dumps([Filing("甲")]))
    data[0]["expenditure"] = 0.39
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def _objects(node: Json) -> Iterator[dict[str, Json]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)
