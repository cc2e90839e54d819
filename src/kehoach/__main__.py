"""`python -m kehoach`: the same as the command `kehoach`."""

from __future__ import annotations

from kehoach.cli import main

if __name__ == "__main__":
    main()
