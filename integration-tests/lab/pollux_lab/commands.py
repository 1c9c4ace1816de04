"""Running iproute2 and other commands, with errors that say what was run."""

import subprocess


class CommandFailed(Exception):
    pass


def run(*command, text_in=None, check=True):
    """Output of a command; CommandFailed with its words where it fails."""
    done = subprocess.run(command, input=text_in, capture_output=True, text=True)
    if check and done.returncode != 0:
        raise CommandFailed(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def ip_batch(namespace, lines, check=True):
    """iproute2 commands (without the leading `ip`) in one process; namespace None is the caller's own."""
    where = ["-n", namespace] if namespace else []
    return run("ip", *where, "-force" if not check else "-oneline", "-batch", "-", text_in="\n".join(lines) + "\n", check=check)
