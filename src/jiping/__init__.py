"""jiping 绩评: proven, computed and checked self-evaluations of public spending."""

__version__ = "0.1.0"
