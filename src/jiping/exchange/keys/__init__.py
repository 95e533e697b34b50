"""The one table of an exchange file: every key, its kind, its name in the clerk's words, in the order written.

Reading, writing, the published schema and the comments of a blank filing all come from here.
"""
