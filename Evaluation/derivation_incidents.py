"""News of incidents: nobody knows who drew on whom there, but how many lines come out can be plausible or not."""


def score(program, folder, options):
    return {}, []
