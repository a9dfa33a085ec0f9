"""Where the bundle begins: the console command of the wheel, frozen."""

import multiprocessing
import sys

from tracker.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process that reads feeds must not open a second window
    sys.exit(main())
