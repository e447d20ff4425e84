"""The same checks written with libraries that check tables or schemas: each file is a script of its own.

``python -m benchmarks.peers.NAME FILE…`` prints how many faults it finds. As far as a library can, each checks that
required fields are there, ids are unique, metrics and members of relations exist, the number in a quote is the value,
a total is the sum of its parts, and one thing at one time has one value. None of them knows intervals, comparators,
units, series or positions.
"""
