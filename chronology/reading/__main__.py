"""The process that reads one file: started by ``read_in_subprocess``, spoken to over standard input and output."""

import sys

from chronology.reading.serving import serve

serve(sys.stdin.buffer, sys.stdout.buffer)
