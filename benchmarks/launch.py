"""Starts one command, waits for it, and writes what it took to a file descriptor: the smallest process that can.

On Linux the peak memory of a process begins at that of the one that starts it, so nothing is imported here but what
Python itself loads. ``python -I -S launch.py FD COMMAND…``; the line has wall and processor seconds, peak KiB and the
exit code.
"""

import os
import sys
from time import perf_counter

if __name__ == "__main__":
    fd, command = int(sys.argv[1]), sys.argv[2:]
    os.set_inheritable(fd, False)  # noqa: FBT003 - it takes no keywords
    begin = perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    wall = perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    os.write(fd, f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {code}".encode())
