"""The only network: which sources there are, how they are asked, and what their answers become.

catalogue            the shipped and the user's sources; discover: from a pasted address to its feed
fetch, wire, said    one GET with caps, a deadline and guards; what was said, as values
names, turns         look-ups that end in time; one request at a time a server
proxies, socks5      which proxy a request goes through; the way through one
envoy, logins        who asks for one source: under which name, with which login
standin, trial       who speaks for a source that blocks us; one call that tests what a person has entered
adapters             who reads which answer: feed, jsonfeed, listpage, launchlibrary, newsapi, wikidata
bounds, trim, jsonbody    what a document has to pass before it is read
items, dates, plaintext, address, page    what all of them make items with
collect, answers     one visit to one source; the table of what an answer means for the next one
rounds               all due sources at once, none waits for another; backfill: the past of one, page by page
health, troubles     how a source is, in words
"""
