"""The lab: networks of namespaces with clients, directors and real servers, and what can be seen in them.

Python's standard library only. Nothing here knows which program the directors run, but `program`.
"""
