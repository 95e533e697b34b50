"""The scoring rules, found by walking the folder: the file name is the public name."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc
from types import MappingProxyType

import jiping.scoring.rules as folder
from jiping.scoring.rule import Rule, ScoringRule


@cache
def scoring_rules() -> Mapping[str, ScoringRule]:
    """Return every scoring rule by its name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return MappingProxyType({name: _load(name) for name in names})


def _load(name: str) -> ScoringRule:
    module = import_module(f"{folder.__name__}.{name}")
    declared: list[Rule] = [each for each in vars(module).values() if getattr(each, "is_scoring_rule", False)]
    if len(declared) != 1:
        raise ValueError(f"{name}: a rule file declares exactly one scoring rule, this one {len(declared)}")
    title, _, page = cleandoc(declared[0].__doc__ or "").partition("\n\n")
    return ScoringRule(name, title, page, declared[0])
