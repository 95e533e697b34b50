"""Acts of publication, one file each."""
