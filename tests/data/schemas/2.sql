BEGIN;
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    tier TEXT NOT NULL,
    url TEXT NOT NULL,
    published_at TEXT,
    published_on TEXT,
    language TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    undated INTEGER NOT NULL,
    flags TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    UNIQUE (item, revision)
);
CREATE TABLE articles (  -- the newest revision of each item, in the order of the list
    item TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES items (number),
    revision INTEGER NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    sorted_at TEXT NOT NULL,
    not_read TEXT
) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE testimonies (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    status TEXT NOT NULL,
    edtf TEXT NOT NULL,
    modality TEXT NOT NULL,
    confidence TEXT NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    rules TEXT NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    tier TEXT NOT NULL,
    url TEXT NOT NULL,
    said_on TEXT,
    heard_at TEXT NOT NULL,
    story TEXT NOT NULL,
    baseline INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE withdrawals (testimony TEXT PRIMARY KEY, at TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    target TEXT NOT NULL,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    status TEXT,
    edtf TEXT,
    note TEXT NOT NULL
);
CREATE TABLE changes (
    id TEXT PRIMARY KEY,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    kind TEXT NOT NULL,
    before_status TEXT,
    before_edtf TEXT,
    status TEXT NOT NULL,
    edtf TEXT NOT NULL,
    said_on TEXT NOT NULL,
    settled_on TEXT,
    place INTEGER NOT NULL,  -- its place in the mission's history
    standing TEXT NOT NULL,
    carried_by TEXT NOT NULL,
    also_said_by TEXT NOT NULL,
    against TEXT NOT NULL,
    moved_to TEXT,
    baseline INTEGER NOT NULL,
    why TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE carriers (testimony TEXT NOT NULL, change TEXT NOT NULL, role TEXT NOT NULL,
                       PRIMARY KEY (testimony, change, role)) WITHOUT ROWID;
CREATE TABLE seen (change TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE held (
    testimony TEXT PRIMARY KEY,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    reason TEXT NOT NULL,
    said_on TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE announced (change TEXT PRIMARY KEY, at TEXT NOT NULL, alert TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    changes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    told_at TEXT
);
CREATE TABLE source_states (source TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (1, '2d4e71c0c53037b5', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: added by us', 'Chang''e 6 launch: achieved, 2024-05-03 (added by us; Xinhua, 26 June 2024: the course of Chang''e 6, day by day)', '2d4e71c0c53037b5', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (2, 'db3ef8b564cb8fe2', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: added by us', 'Chang''e 6 lunar orbit: achieved, 2024-05-08 (added by us; Xinhua, 26 June 2024: the course of Chang''e 6, day by day)', 'db3ef8b564cb8fe2', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (3, 'f82f0904bb7fff0e', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: from the report of 25 June 2024', 'Chang''e 6 landing: achieved, 2024-06-02 (from the report of 25 June 2024)', 'f82f0904bb7fff0e', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (4, '9baf0a40e45e183b', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: from the report of 25 June 2024', 'Chang''e 6 sample collection: achieved, 2024-06-02/2024-06-03 (from the report of 25 June 2024)', '9baf0a40e45e183b', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (5, '10795bde5e29b031', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: added by us', 'Chang''e 6 ascent: achieved, 2024-06-04 (added by us; Xinhua, 26 June 2024: the course of Chang''e 6, day by day)', '10795bde5e29b031', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (6, '7caa5728f5cd564a', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 6: from the report of 25 June 2024', 'Chang''e 6 return: achieved, 2024-06-25T14:07+08:00 (from the report of 25 June 2024)', '7caa5728f5cd564a', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (7, '0dbdd9c18024d4b7', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.cnsa.gov.cn/english/n6465645/n6465648/c6840870/content.html', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 7: from the report of 25 June 2024', 'Chang''e 7 launch: planned, 2026 (from the report of 25 June 2024; CNSA on Chang''e 7)', '0dbdd9c18024d4b7', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (8, '0a453bc9fdd373f4', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://nssdc.gsfc.nasa.gov/nmc/spacecraft/display.action?id=CHANG-E-7', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 7: from the report of 25 June 2024', 'Chang''e 7 landing: planned, 2026 (from the report of 25 June 2024; NSSDC master catalogue: CHANG-E-7)', '0a453bc9fdd373f4', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (9, 'cbc4e9a4caad08ab', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.nasa.gov/mission/artemis-iii/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Artemis III: from the report of 25 June 2024', 'Artemis III launch: planned, 2026 (from the report of 25 June 2024; NASA on Artemis III)', 'cbc4e9a4caad08ab', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (10, 'c6b026976fc4f3fc', 1, 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.nasa.gov/mission/artemis-iii/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Artemis III: from the report of 25 June 2024', 'Artemis III landing: planned, 2026 (from the report of 25 June 2024; NASA on Artemis III)', 'c6b026976fc4f3fc', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (11, '6783f7180ed20ab4', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Artemis II: added by us', 'Artemis II launch: planned, 2025-09 (added by us; NASA, 9 January 2024: Artemis II in September 2025, Artemis III in September 2026, Artemis IV in 2028)', '6783f7180ed20ab4', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (12, 'd6678a5d794ffa4a', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Artemis IV: added by us', 'Artemis IV launch: planned, 2028 (added by us; NASA, 9 January 2024: Artemis II in September 2025, Artemis III in September 2026, Artemis IV in 2028)', 'd6678a5d794ffa4a', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (13, 'f500757ab9b26d1c', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Artemis IV: added by us', 'Artemis IV landing: planned, 2028 (added by us; NASA, 9 January 2024: Artemis II in September 2025, Artemis III in September 2026, Artemis IV in 2028)', 'f500757ab9b26d1c', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (14, '11df07ef38dcac4a', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://news.cgtn.com/news/2023-10-02/China-opens-up-global-collaboration-in-Chang-e-8-lunar-mission-1nA3OonWclq/index.html', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Chang''e 8: added by us', 'Chang''e 8 launch: planned, 2028~ (added by us; CNSA, 2 October 2023 (CGTN): Chang''e 8 around 2028)', '11df07ef38dcac4a', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (15, '2bc3fc50f1ea9ca5', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.urdupoint.com/en/pakistan/china-to-land-astronauts-on-moon-before-2030-1699401.html', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'China''s crewed landing: added by us', 'China''s crewed landing landing: planned, ../2029 (added by us; CMSA, 29 May 2023 (UrduPoint): the first landing before 2030)', '2bc3fc50f1ea9ca5', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (16, '668602feb9968650', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.shine.cn/news/nation/1806146391/', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Queqiao-1: added by us', 'Queqiao-1 launch: achieved, 2018-05-21 (added by us; Xinhua, 14 June 2018: Queqiao, launched on 21 May, is in its orbit)', '668602feb9968650', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (17, 'a88a5f0c70699fc9', 1, 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25T12:00:00.000000Z', '2024-06-25', 'en', 'Queqiao-2: added by us', 'Queqiao-2 launch: achieved, 2024-03-20 (added by us; Xinhua, 26 June 2024: the course of Chang''e 6, day by day)', 'a88a5f0c70699fc9', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (18, 'nasa-test-a1', 1, 'nasa-test', 'NASA', 'agency', 'https://news.example/a1', '2026-11-22T12:00:00.000000Z', '2026-11-22', 'en', 'NASA moves Artemis III', 'NASA has moved the landing of Artemis III to mid-2027.', '510964aa364eb3c3', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (19, 'nasa-test-z', 1, 'nasa-test', 'CNSA', 'agency', 'https://news.example/a1', '2026-11-22T12:00:00.000000Z', '2026-11-22', 'zh', '嫦娥七号今年不发射', '嫦娥七号错过今年窗口。', 'df4f0c3dfb64192a', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO items (number, item, revision, source, outlet, tier, url, published_at, published_on, language, title, text, digest, undated, flags, heard_at) VALUES (20, 'nasa-test-a1', 2, 'nasa-test', 'NASA', 'agency', 'https://news.example/a1', '2026-11-22T12:00:00.000000Z', '2026-11-22', 'en', 'Corrected', 'NASA has moved the landing of Artemis III to mid-2027, it said.', '5800ee4b9380da75', 0, '', '2026-11-22T12:00:00.000000Z');
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('0a453bc9fdd373f4', 8, 1, 'report-2024-06-25', '0a453bc9fdd373f4', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('0dbdd9c18024d4b7', 7, 1, 'report-2024-06-25', '0dbdd9c18024d4b7', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('10795bde5e29b031', 5, 1, 'report-2024-06-25', '10795bde5e29b031', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('11df07ef38dcac4a', 14, 1, 'report-2024-06-25', '11df07ef38dcac4a', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('2bc3fc50f1ea9ca5', 15, 1, 'report-2024-06-25', '2bc3fc50f1ea9ca5', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('2d4e71c0c53037b5', 1, 1, 'report-2024-06-25', '2d4e71c0c53037b5', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('668602feb9968650', 16, 1, 'report-2024-06-25', '668602feb9968650', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('6783f7180ed20ab4', 11, 1, 'report-2024-06-25', '6783f7180ed20ab4', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('7caa5728f5cd564a', 6, 1, 'report-2024-06-25', '7caa5728f5cd564a', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('9baf0a40e45e183b', 4, 1, 'report-2024-06-25', '9baf0a40e45e183b', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('a88a5f0c70699fc9', 17, 1, 'report-2024-06-25', 'a88a5f0c70699fc9', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('c6b026976fc4f3fc', 10, 1, 'report-2024-06-25', 'c6b026976fc4f3fc', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('cbc4e9a4caad08ab', 9, 1, 'report-2024-06-25', 'cbc4e9a4caad08ab', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('d6678a5d794ffa4a', 12, 1, 'report-2024-06-25', 'd6678a5d794ffa4a', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('db3ef8b564cb8fe2', 2, 1, 'report-2024-06-25', 'db3ef8b564cb8fe2', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('f500757ab9b26d1c', 13, 1, 'report-2024-06-25', 'f500757ab9b26d1c', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('f82f0904bb7fff0e', 3, 1, 'report-2024-06-25', 'f82f0904bb7fff0e', '2024-06-25T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('nasa-test-a1', 20, 2, 'nasa-test', '5800ee4b9380da75', '2026-11-22T12:00:00.000000Z', NULL);
INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) VALUES ('nasa-test-z', 19, 1, 'nasa-test', 'df4f0c3dfb64192a', '2026-11-22T12:00:00.000000Z', 'zh');
DELETE FROM article_words_data;
INSERT INTO article_words_data (id, block) VALUES (1, X'14810A8308');
INSERT INTO article_words_data (id, block) VALUES (10, X'000000000103030003010101020101030101');
INSERT INTO article_words_data (id, block) VALUES (137438953473, X'0000080103303030060601010C0201320306010109010601010A0201330106010109030601010D0D060101070201340506010109020135010601010801060101090E06010107020136030601010801080101090501060101080106010108020137060601010A020138020601010A040601010B0201390B06010107010131100803010103020134100601010D0101320E0601010C03080301010302013011060101080302313810080101060B030232330E0601010E010601010F04013401080101070B01080101080B010A0B0101070B010C0B010108050B01080101070B010A0B0101070E01080B01010E01080B01010E01080A01010D01080A01010D010601010E010601010D010601010D04080101060B0401350B080101060F0106010112010601011204013607060101070106010107010601010601060101060106010118010601011701060101170401380B0601011C01080101061701080101061701080101070F0401390F06010108030233300F0601011502013110080101080D02013503080901010E01080901011202080901011101080901010C01080901010C01080801010B01080801010B03037431340606010109020136010601010E010601010F030601010E0C0601010D0201390F0601010D010136010A0401010414010A0401010415010804010104010804010104010A04010104140108040101040B06010115010137070A0401010411010A04010104120101380E0A04010104100101390B0601010C010601010B010601010B010861636869657665640106010106010601010701060101060106010107010601010601060101060A06010105010601010502046464656401080501010A01080501010B03080501010A0608040101080108040101070108040101070108050101080108060101090108040101090108040101090205726F756E640E06010113030574656D6973090A0201010210010A0201010210010E020101020F0707010E020101020E0707010E020101020E070702057363656E74050601010501066265666F72650F06010114020179010A0601010B0F010A0601010C0F030A0601010B0F06080501010901080501010801080501010801080601010901080701010A01080501010A010A0501010A0F0109636174616C6F6775650806010111020367746E0E0601010F020468616E67010A0201010214010A0201010215010802010102010802010102010A0201010214010802010102010A0201010211010A0201010212060A020101021003060101130303696E610F080201010202036D73610F0601010C02036E7361070601010F070601010B02096F6C6C656374696F6E04060101060304757273650106010112010601011303060101120C06010111020572657765640F080401010401036461790108010117040108010118040308010117040C0801011604010165010A0301010314010A0301010315010803010103010803010103010A0301010314010803010103010A0301010311010A0301010312060A03010103100306010114010566697273740F060101120203726F6D03080501010A01080501010E02080501010D010805010108010805010108010804010107010804010107010269690B0A030101030F010601010F010601010F030169090A0301010310010A030101031001060101150106010114010601011402016E0B0A0101110707010A0101100707010A0101100707030601011602017310060101150202747310060101170201760B0601011A010A0301010318010A030101031801076A616E756172790B0601010D010601010C010601010C0203756E65010601010F010601011001080A01010F01080A010113010601010F01080A01011201080A01010D01080A01010D01080901010C01080901010C060601010E010601010E01076C616E64696E670306010105050601010502060101040306010104020C05010105030F0304756E6368010601010506060101050206010104020601010401060101040206010105020601010401060101040702656410060101110204756E6172020601010501066D617374657208060101100301790F0601010E010601011401046E617361090601010E010601010E010601010B010601010A010601010A020473736463080601010F01076F63746F6265720E0601010D0201660106010113010601011401080801010D010808010111010601011301080801011001080801010B01080801010B01080701010A01080701010A070601011202016E0706010110020601010F010601010F060601011202047262697402060101060E060101180107706C616E6E656407060101060106010106010601010501060101050106010105010601010501060101050106010106010601010701077175657169616F100A020101021001080201010201067265706F727403080701010C01080701011002080701010F01080701010A01080701010A01080601010901080601010903047475726E06060101050101730F08030101030205616D706C6504060101050208657074656D6265720B080101120701080101110701080101110701037468650106010111010601011201080601010B01080601010F010601011101080601010E01080601010901080601010901080501010801080501010805060101110206010110010975726475706F696E740F0601011002017301080701010C01080701010D03080701010C06080601010A01080601010901080601010901080701010A01080801010B01080601010B01080601010B010678696E687561010601010D010601010E030601010D0B0601010C010601010C04090D12081218080D0809080E080A0E5813261A0809092D0A17082F110A1232420C300C0D43100A470B0A0F101A0D1D440C2F15201D0809161848252E090B0D0D1F0B0E4117103616320B090C1C48103F');
INSERT INTO article_words_data (id, block) VALUES (274877906945, X'000000FA053032303237120601010C0107617274656D697312080401010801036861731206010103010369696912080501010901076C616E64696E67120601010601036D6964120601010B02046F766564120601010405017312020301046E61736112080201010201026F6612060101070103746865120601010502016F120601010A0103E4B88313080401010403018D1302080202BB8A1308060101080103E58F911302090301A3130601010B0301B71308050101050202A8A51308030101030202ABA61308020101020202B08413020A0202B9B41308070101090103E7AA97130601010A0103E8BF8713060101070103E994991306010106040B0F0A0B0E0A0B060C090A080B060A0808090A0A070A0A0A');
INSERT INTO article_words_data (id, block) VALUES (412316860417, X'0000009B053032303237140601010C0107617274656D697314060101080109636F727265637465641402020103686173140601010301036969691406010109020174140601010D01076C616E64696E67140601010601036D6964140601010B02046F766564140601010401046E617361140601010201026F661406010107010473616964140601010E0103746865140601010502016F140601010A040B0E0E0A0A080E0A0B0B090B0A');
DELETE FROM article_words_idx;
INSERT INTO article_words_idx (segid, term, pgno) VALUES (1, X'', 2);
INSERT INTO article_words_idx (segid, term, pgno) VALUES (2, X'', 2);
INSERT INTO article_words_idx (segid, term, pgno) VALUES (3, X'', 2);
DELETE FROM article_words_docsize;
INSERT INTO article_words_docsize (id, sz) VALUES (1, X'0618');
INSERT INTO article_words_docsize (id, sz) VALUES (2, X'0619');
INSERT INTO article_words_docsize (id, sz) VALUES (3, X'0A0F');
INSERT INTO article_words_docsize (id, sz) VALUES (4, X'0A13');
INSERT INTO article_words_docsize (id, sz) VALUES (5, X'0618');
INSERT INTO article_words_docsize (id, sz) VALUES (6, X'0A12');
INSERT INTO article_words_docsize (id, sz) VALUES (7, X'0A12');
INSERT INTO article_words_docsize (id, sz) VALUES (8, X'0A13');
INSERT INTO article_words_docsize (id, sz) VALUES (9, X'0910');
INSERT INTO article_words_docsize (id, sz) VALUES (10, X'0910');
INSERT INTO article_words_docsize (id, sz) VALUES (11, X'051B');
INSERT INTO article_words_docsize (id, sz) VALUES (12, X'051A');
INSERT INTO article_words_docsize (id, sz) VALUES (13, X'051A');
INSERT INTO article_words_docsize (id, sz) VALUES (14, X'0613');
INSERT INTO article_words_docsize (id, sz) VALUES (15, X'0714');
INSERT INTO article_words_docsize (id, sz) VALUES (16, X'0517');
INSERT INTO article_words_docsize (id, sz) VALUES (17, X'0517');
INSERT INTO article_words_docsize (id, sz) VALUES (18, X'040B');
INSERT INTO article_words_docsize (id, sz) VALUES (19, X'090A');
INSERT INTO article_words_docsize (id, sz) VALUES (20, X'010D');
DELETE FROM article_words_config;
INSERT INTO article_words_config (k, v) VALUES ('version', 4);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-0a453bc9fdd373f4', '0a453bc9fdd373f4', 1, 'chang-e-7', 'landing', 'planned', '2026', 'asserted', 'firm', 'text', 0, 32, 'Chang''e 7 landing: planned, 2026', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://nssdc.gsfc.nasa.gov/nmc/spacecraft/display.action?id=CHANG-E-7', '2024-06-25', '2024-06-25T12:00:00.000000Z', '0a453bc9fdd373f4', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-0dbdd9c18024d4b7', '0dbdd9c18024d4b7', 1, 'chang-e-7', 'launch', 'planned', '2026', 'asserted', 'firm', 'text', 0, 31, 'Chang''e 7 launch: planned, 2026', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.cnsa.gov.cn/english/n6465645/n6465648/c6840870/content.html', '2024-06-25', '2024-06-25T12:00:00.000000Z', '0dbdd9c18024d4b7', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-10795bde5e29b031', '10795bde5e29b031', 1, 'chang-e-6', 'ascent', 'achieved', '2024-06-04', 'asserted', 'firm', 'text', 0, 38, 'Chang''e 6 ascent: achieved, 2024-06-04', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25', '2024-06-25T12:00:00.000000Z', '10795bde5e29b031', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-11df07ef38dcac4a', '11df07ef38dcac4a', 1, 'chang-e-8', 'launch', 'planned', '2028~', 'asserted', 'firm', 'text', 0, 32, 'Chang''e 8 launch: planned, 2028~', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://news.cgtn.com/news/2023-10-02/China-opens-up-global-collaboration-in-Chang-e-8-lunar-mission-1nA3OonWclq/index.html', '2024-06-25', '2024-06-25T12:00:00.000000Z', '11df07ef38dcac4a', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-2bc3fc50f1ea9ca5', '2bc3fc50f1ea9ca5', 1, 'china-crewed-landing', 'landing', 'planned', '../2029', 'asserted', 'firm', 'text', 0, 48, 'China''s crewed landing landing: planned, ../2029', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.urdupoint.com/en/pakistan/china-to-land-astronauts-on-moon-before-2030-1699401.html', '2024-06-25', '2024-06-25T12:00:00.000000Z', '2bc3fc50f1ea9ca5', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-2d4e71c0c53037b5', '2d4e71c0c53037b5', 1, 'chang-e-6', 'launch', 'achieved', '2024-05-03', 'asserted', 'firm', 'text', 0, 38, 'Chang''e 6 launch: achieved, 2024-05-03', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25', '2024-06-25T12:00:00.000000Z', '2d4e71c0c53037b5', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-668602feb9968650', '668602feb9968650', 1, 'queqiao-1', 'launch', 'achieved', '2018-05-21', 'asserted', 'firm', 'text', 0, 38, 'Queqiao-1 launch: achieved, 2018-05-21', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.shine.cn/news/nation/1806146391/', '2024-06-25', '2024-06-25T12:00:00.000000Z', '668602feb9968650', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-6783f7180ed20ab4', '6783f7180ed20ab4', 1, 'artemis-2', 'launch', 'planned', '2025-09', 'asserted', 'firm', 'text', 0, 35, 'Artemis II launch: planned, 2025-09', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25', '2024-06-25T12:00:00.000000Z', '6783f7180ed20ab4', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-7caa5728f5cd564a', '7caa5728f5cd564a', 1, 'chang-e-6', 'return', 'achieved', '2024-06-25T14:07+08:00', 'asserted', 'firm', 'text', 0, 50, 'Chang''e 6 return: achieved, 2024-06-25T14:07+08:00', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25', '2024-06-25T12:00:00.000000Z', '7caa5728f5cd564a', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-9baf0a40e45e183b', '9baf0a40e45e183b', 1, 'chang-e-6', 'sample-collection', 'achieved', '2024-06-02/2024-06-03', 'asserted', 'firm', 'text', 0, 60, 'Chang''e 6 sample collection: achieved, 2024-06-02/2024-06-03', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25', '2024-06-25T12:00:00.000000Z', '9baf0a40e45e183b', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-a88a5f0c70699fc9', 'a88a5f0c70699fc9', 1, 'queqiao-2', 'launch', 'achieved', '2024-03-20', 'asserted', 'firm', 'text', 0, 38, 'Queqiao-2 launch: achieved, 2024-03-20', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'a88a5f0c70699fc9', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-c6b026976fc4f3fc', 'c6b026976fc4f3fc', 1, 'artemis-3', 'landing', 'planned', '2026', 'asserted', 'firm', 'text', 0, 34, 'Artemis III landing: planned, 2026', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.nasa.gov/mission/artemis-iii/', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'c6b026976fc4f3fc', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-cbc4e9a4caad08ab', 'cbc4e9a4caad08ab', 1, 'artemis-3', 'launch', 'planned', '2026', 'asserted', 'firm', 'text', 0, 33, 'Artemis III launch: planned, 2026', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', 'https://www.nasa.gov/mission/artemis-iii/', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'cbc4e9a4caad08ab', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-d6678a5d794ffa4a', 'd6678a5d794ffa4a', 1, 'artemis-4', 'launch', 'planned', '2028', 'asserted', 'firm', 'text', 0, 32, 'Artemis IV launch: planned, 2028', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'd6678a5d794ffa4a', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-db3ef8b564cb8fe2', 'db3ef8b564cb8fe2', 1, 'chang-e-6', 'lunar-orbit', 'achieved', '2024-05-08', 'asserted', 'firm', 'text', 0, 43, 'Chang''e 6 lunar orbit: achieved, 2024-05-08', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'http://english.scio.gov.cn/chinavoices/2024-06/26/content_117274570.htm', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'db3ef8b564cb8fe2', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-f500757ab9b26d1c', 'f500757ab9b26d1c', 1, 'artemis-4', 'landing', 'planned', '2028', 'asserted', 'firm', 'text', 0, 33, 'Artemis IV landing: planned, 2028', 'seed', 'report-2024-06-25', 'Space Race Tracker', 'agency', 'https://www.nasa.gov/news-release/nasa-shares-progress-toward-early-artemis-moon-missions-with-crew/', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'f500757ab9b26d1c', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('seed-f82f0904bb7fff0e', 'f82f0904bb7fff0e', 1, 'chang-e-6', 'landing', 'achieved', '2024-06-02', 'asserted', 'firm', 'text', 0, 39, 'Chang''e 6 landing: achieved, 2024-06-02', 'seed', 'report-2024-06-25', 'Report of 25 June 2024', 'agency', '', '2024-06-25', '2024-06-25T12:00:00.000000Z', 'f82f0904bb7fff0e', 1);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('t1', 'nasa-test-a1', 1, 'artemis-3', 'landing', 'planned', '2027-05/2027-08', 'asserted', 'firm', 'text', 45, 53, 'mid-2027', 'test', 'nasa-test', 'NASA', 'agency', 'https://news.example/a1', '2026-11-22', '2026-11-22T12:00:00.000000Z', '510964aa364eb3c3', 0);
INSERT INTO testimonies (id, item, revision, mission, milestone, status, edtf, modality, confidence, field, start, stop, quote, rules, source, outlet, tier, url, said_on, heard_at, story, baseline) VALUES ('t2', 'nasa-test-a1', 1, 'artemis-3', 'launch', 'planned', '2028', 'asserted', 'firm', 'text', 33, 44, 'Artemis III', 'test', 'nasa-test', 'NASA', 'agency', 'https://news.example/a1', '2026-11-22', '2026-11-22T12:00:00.000000Z', '510964aa364eb3c3', 0);
INSERT INTO withdrawals (testimony, at, why) VALUES ('t2', '2026-11-22T12:00:00.000000Z', 'reader');
INSERT INTO decisions (number, id, at, verdict, target, mission, milestone, status, edtf, note) VALUES (1, 'd1', '2026-11-22T12:00:00.000000Z', 'override', 'c1', 'artemis-3', 'landing', 'on-hold', '', 'mine');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('221876fcd6b659c8', 'artemis-4', 'launch', 'new', NULL, NULL, 'planned', '2028', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-d6678a5d794ffa4a"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('2322e89471f58747', 'chang-e-6', 'landing', 'achieved', NULL, NULL, 'achieved', '2024-06-02', '2024-06-25', '2024-06-25', 2, 'confirmed', '["seed-f82f0904bb7fff0e"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('393ee878f50bf53e', 'chang-e-6', 'ascent', 'achieved', NULL, NULL, 'achieved', '2024-06-04', '2024-06-25', '2024-06-25', 4, 'confirmed', '["seed-10795bde5e29b031"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('3c017f87b9cf4bf8', 'chang-e-6', 'return', 'achieved', NULL, NULL, 'achieved', '2024-06-25T14:07+08:00', '2024-06-25', '2024-06-25', 5, 'confirmed', '["seed-7caa5728f5cd564a"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('4e317a9b414421c2', 'chang-e-7', 'landing', 'new', NULL, NULL, 'planned', '2026', '2024-06-25', '2024-06-25', 1, 'confirmed', '["seed-0a453bc9fdd373f4"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('5cf140c21e05cf5e', 'chang-e-8', 'launch', 'new', NULL, NULL, 'planned', '2028~', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-11df07ef38dcac4a"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('68ea7fc8d10401c1', 'china-crewed-landing', 'landing', 'new', NULL, NULL, 'planned', '../2029', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-2bc3fc50f1ea9ca5"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('96c904710072a5fd', 'chang-e-7', 'launch', 'new', NULL, NULL, 'planned', '2026', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-0dbdd9c18024d4b7"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('97e288c56bfd91bd', 'artemis-4', 'landing', 'new', NULL, NULL, 'planned', '2028', '2024-06-25', '2024-06-25', 1, 'confirmed', '["seed-f500757ab9b26d1c"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('98126f773581e642', 'queqiao-1', 'launch', 'achieved', NULL, NULL, 'achieved', '2018-05-21', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-668602feb9968650"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('bc43a504de48ee82', 'chang-e-6', 'launch', 'achieved', NULL, NULL, 'achieved', '2024-05-03', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-2d4e71c0c53037b5"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('c0b3f39cf0ad222a', 'chang-e-6', 'sample-collection', 'achieved', NULL, NULL, 'achieved', '2024-06-02/2024-06-03', '2024-06-25', '2024-06-25', 3, 'confirmed', '["seed-9baf0a40e45e183b"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('c1', 'artemis-3', 'landing', 'slipped', 'planned', '2026', 'planned', '2027-05/2027-08', '2026-11-22', NULL, 0, 'confirmed', '["t1"]', '[]', '[]', NULL, 0, 'later');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('c2', 'artemis-3', 'launch', 'slipped', 'planned', '2026', 'planned', '2027-05/2027-08', '2026-11-22', NULL, 1, 'confirmed', '["t1"]', '[]', '[]', NULL, 0, 'later');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('c63281679c16f06f', 'queqiao-2', 'launch', 'achieved', NULL, NULL, 'achieved', '2024-03-20', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-a88a5f0c70699fc9"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('d7184151b3bbf1ea', 'artemis-2', 'launch', 'new', NULL, NULL, 'planned', '2025-09', '2024-06-25', '2024-06-25', 0, 'confirmed', '["seed-6783f7180ed20ab4"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO changes (id, mission, milestone, kind, before_status, before_edtf, status, edtf, said_on, settled_on, place, standing, carried_by, also_said_by, against, moved_to, baseline, why) VALUES ('e6970a07fb07783f', 'chang-e-6', 'lunar-orbit', 'achieved', NULL, NULL, 'achieved', '2024-05-08', '2024-06-25', '2024-06-25', 1, 'confirmed', '["seed-db3ef8b564cb8fe2"]', '[]', '[]', NULL, 1, 'agency');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-d6678a5d794ffa4a', '221876fcd6b659c8', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-f82f0904bb7fff0e', '2322e89471f58747', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-10795bde5e29b031', '393ee878f50bf53e', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-7caa5728f5cd564a', '3c017f87b9cf4bf8', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-0a453bc9fdd373f4', '4e317a9b414421c2', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-11df07ef38dcac4a', '5cf140c21e05cf5e', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-2bc3fc50f1ea9ca5', '68ea7fc8d10401c1', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-0dbdd9c18024d4b7', '96c904710072a5fd', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-f500757ab9b26d1c', '97e288c56bfd91bd', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-668602feb9968650', '98126f773581e642', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-2d4e71c0c53037b5', 'bc43a504de48ee82', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-9baf0a40e45e183b', 'c0b3f39cf0ad222a', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('t1', 'c1', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('t1', 'c2', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-a88a5f0c70699fc9', 'c63281679c16f06f', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-6783f7180ed20ab4', 'd7184151b3bbf1ea', 'carries');
INSERT INTO carriers (testimony, change, role) VALUES ('seed-db3ef8b564cb8fe2', 'e6970a07fb07783f', 'carries');
INSERT INTO seen (change, at) VALUES ('221876fcd6b659c8', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('2322e89471f58747', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('393ee878f50bf53e', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('3c017f87b9cf4bf8', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('4e317a9b414421c2', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('5cf140c21e05cf5e', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('68ea7fc8d10401c1', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('96c904710072a5fd', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('97e288c56bfd91bd', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('98126f773581e642', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('bc43a504de48ee82', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('c0b3f39cf0ad222a', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('c1', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('c2', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('c63281679c16f06f', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('d7184151b3bbf1ea', '2026-11-22T12:00:00.000000Z');
INSERT INTO seen (change, at) VALUES ('e6970a07fb07783f', '2026-11-22T12:00:00.000000Z');
INSERT INTO announced (change, at, alert) VALUES ('0a0cd9790a331aa7', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('221876fcd6b659c8', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('2322e89471f58747', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('23b19d608566caae', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('393ee878f50bf53e', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('3c017f87b9cf4bf8', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('4e317a9b414421c2', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('5cf140c21e05cf5e', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('68ea7fc8d10401c1', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('96c904710072a5fd', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('97e288c56bfd91bd', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('98126f773581e642', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('bc43a504de48ee82', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('c0b3f39cf0ad222a', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('c1', '2026-11-22T12:00:00.000000Z', 'c1');
INSERT INTO announced (change, at, alert) VALUES ('c2', '2026-11-22T12:00:00.000000Z', 'c2');
INSERT INTO announced (change, at, alert) VALUES ('c63281679c16f06f', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('d7184151b3bbf1ea', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO announced (change, at, alert) VALUES ('e6970a07fb07783f', '2026-11-22T12:00:00.000000Z', '');
INSERT INTO outbox (number, id, title, body, changes, created_at, told_at) VALUES (1, 'c1', 'Artemis III landing slips', '2026 → mid-2027 · NASA', '["c1"]', '2026-11-22T12:00:00.000000Z', '2026-11-22T12:00:00.000000Z');
INSERT INTO outbox (number, id, title, body, changes, created_at, told_at) VALUES (2, 'c2', 'Artemis III landing slips', '2026 → mid-2027 · NASA', '["c2"]', '2026-11-22T12:00:00.000000Z', NULL);
INSERT INTO source_states (source, state) VALUES ('nasa-test', '{"source": "nasa-test", "etag": "\"v1\"", "last_modified": null, "body_hash": null, "last_attempt_at": null, "last_success_at": "2026-11-22T12:00:00.000000Z", "next_due_at": null, "newest_item_at": null, "failures": 0, "trouble": {"code": "http-503", "words": "busy"}, "moved_to": null, "moved_seen": 0, "fetched_once": false, "last_full_at": null, "final_url": null, "blocked_until": null, "login_trouble": "", "login_refused_at": null}');
INSERT INTO meta (key, value) VALUES ('seeds', 'f8204ed07cc15e5e');
CREATE INDEX articles_by_time ON articles (sorted_at DESC);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX testimonies_by_mission ON testimonies (mission, milestone);
CREATE INDEX testimonies_by_item ON testimonies (item);
CREATE INDEX testimonies_by_source ON testimonies (source);
CREATE INDEX decisions_by_mission ON decisions (mission);
CREATE INDEX changes_by_mission ON changes (mission, place);
CREATE INDEX changes_by_day ON changes (said_on DESC);
CREATE INDEX carriers_by_change ON carriers (change);
CREATE INDEX held_by_mission ON held (mission);
CREATE INDEX outbox_untold ON outbox (number) WHERE told_at IS NULL;
CREATE TRIGGER items_never_delete BEFORE DELETE ON items BEGIN SELECT RAISE (ABORT, 'items are kept for ever'); END;
CREATE TRIGGER testimonies_never_update BEFORE UPDATE ON testimonies BEGIN SELECT RAISE (ABORT, 'testimonies are kept for ever'); END;
CREATE TRIGGER testimonies_never_delete BEFORE DELETE ON testimonies BEGIN SELECT RAISE (ABORT, 'testimonies are kept for ever'); END;
CREATE TRIGGER withdrawals_never_update BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE (ABORT, 'withdrawals are kept for ever'); END;
CREATE TRIGGER withdrawals_never_delete BEFORE DELETE ON withdrawals BEGIN SELECT RAISE (ABORT, 'withdrawals are kept for ever'); END;
CREATE TRIGGER decisions_never_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are kept for ever'); END;
CREATE TRIGGER decisions_never_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are kept for ever'); END;
CREATE TRIGGER items_never_update BEFORE UPDATE OF number, item, revision, source, outlet, tier, url, published_at,
    published_on, language, title, digest, undated, flags, heard_at ON items
BEGIN SELECT RAISE (ABORT, 'items are kept for ever'); END;
CREATE TRIGGER items_text_only_emptied BEFORE UPDATE OF text ON items
WHEN NEW.text <> '' OR EXISTS (SELECT 1 FROM testimonies WHERE testimonies.item = OLD.item)
BEGIN SELECT RAISE (ABORT, 'a text that proves something is kept for ever'); END;
PRAGMA user_version = 2;
COMMIT;
