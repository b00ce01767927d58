"""The command line: arguments, progress and exit codes, one command a module; nothing of the audit itself."""
