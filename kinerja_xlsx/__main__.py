"""`python -m kinerja_xlsx` runs the command line."""

from kinerja_xlsx.cli import main

if __name__ == "__main__":
    main()
