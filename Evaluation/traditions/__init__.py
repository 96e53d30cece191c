"""Simulated traditions at the level of text: stories whose stemma, lines and origins are known because they were made.

    grammar.py      events as facts, each with independent wordings (events/*.txt): the matter
    passages.py     sentences in parts that know their claim, source, figure or date: what is carried along
    names.py        invented people, places, outlets and agencies
    writers.py      one who was there writes; another one who was there writes otherwise
    wires.py        dispatches that grow and lose over several leads
    edits.py        what a copyist, an editor, a paraphraser and a translator do
    dispatches.py   old wire texts as matter, where the data are
    colour.py       what a report has from nobody
    lexicon.py      synonyms with their obvious choice; the pivot through which a translator goes
    topologies.py   stars and the shapes of published stemmata
    stories.py      all of it: the conditions, and who draws on whom
    pages.py        a text as a saved page: credits, menus, noise
    truths.py       what is true of it, in the schema of the hand-made truths
"""
