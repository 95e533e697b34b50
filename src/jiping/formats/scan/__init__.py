"""Pictures of pages: needs the optional extra `ocr`. Nothing leaves the machine."""
