#!/bin/sh
# Prints the newest Python on this machine that can run the program and make a virtual environment; exit 1 without one.
for name in python3.14 python3.13 python3.12 python3.11 python3; do
    found=$(command -v "$name" 2>/dev/null) || continue
    if "$found" -c 'import sys, venv, ensurepip, sqlite3, ssl; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$found"
        exit 0
    fi
done
exit 1
