"""Lines of JSON through `stemma stage NAME`."""
import json, resource, subprocess

from harness import Trouble


def run(program, name, items):
    """The line written for each item, in order, with the processor seconds of the whole process. Each item gets its
    place as id, and must be answered."""
    lines = "".join(json.dumps({**item, "id": str(at)}, ensure_ascii=True) + "\n" for at, item in enumerate(items))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "stage", name, "--quiet"], input=lines.encode(), capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise Trouble(f"stemma stage {name} ended with status {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[-1000:]}")
    found = {line["id"]: line for line in map(json.loads, done.stdout.splitlines())}
    missing = [at for at in range(len(items)) if str(at) not in found]
    if missing:
        raise Trouble(f"stemma stage {name} gave no line for {len(missing)} of {len(items)} items; the first is {str(items[missing[0]])[:80]!r}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [found[str(at)] for at in range(len(items))], seconds
