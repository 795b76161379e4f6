"""All of it becomes pages: a static site, the same pages served, REST and MCP.

Open `site.py` first.
"""
