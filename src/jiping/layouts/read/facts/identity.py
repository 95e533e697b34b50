"""The facts that tell one filing from another, and what a person calls them."""

IDENTITY = {"project": "项目名称", "unit": "填报单位", "year": "年度"}
