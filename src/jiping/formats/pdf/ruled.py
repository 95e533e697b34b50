from typing import Any
def read_ruled(pdf: Any, name: str) -> Any: raise NotImplementedError
