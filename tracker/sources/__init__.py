"""The only network: which sources there are, how they are asked, and what their answers become.

catalogue  the shipped and the user's sources           fetch, wire  one GET with caps, deadline and guards
adapters   answer -> items (feed, jsonfeed, ...)        answers      the table: what an answer means for the next visit
collect    one visit to one source                      rounds       all due sources at once, none waits for another
health     how a source is, in words
"""
