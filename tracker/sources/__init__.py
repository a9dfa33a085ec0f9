"""The only network: which sources there are, how they are asked, and what their answers become.

catalogue, own, opml       the shipped sources and the user's; his file changed for him; lists of feeds in and out
discover, trial            from a pasted address to its feed; one call that tests what a person has entered
fetch, wire, said          one GET with caps, a deadline and guards; the sockets below; what was said, as values
names, online              look-ups that end in time; whether there is a way out at all
turns, hosts               one request at a time a server; which servers are being asked now
proxies, socks5            which proxy a request goes through; the way through one
envoy, logins              who asks for one source: under which name, with which login
adapters                   which kind of answer is read by whom:
    feed, plainfeed, plainnames, jsonfeed        feeds; expat for the plain ones, feedparser for the others
    listpage, page                               list pages of agencies, as small trees
    launchlibrary, launches, newsapi, wikidata   databases, and which of their rows are ours
bounds, trim, jsonbody     what a document has to pass before it is read
items, dates, plaintext, address    what all of them make items with
collect, answers, standin  one visit to one source; what an answer means for the next one; who speaks for a source that blocks us
rounds, crew               all due sources at once, none waits for another; the threads they do it in
pace, calls                when a source is asked next; how often one that counts may be asked
backfill, progress         the past of one source, page by page; how far it is
health, troubles           how a source is, in words
"""
