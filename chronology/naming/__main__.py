"""The process that looks through one file: started by ``check_file``, spoken to over standard input and output."""

import sys

from chronology.naming.serving import serve

sys.stdout.buffer.write(serve(sys.stdin.buffer.read()))
