<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticleView</name>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="80"/>
        <source>Stored text of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="84"/>
        <source>Open article on {host} ↗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="92"/>
        <source>stored text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="95"/>
        <source>revision {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="102"/>
        <source>Not read ({language}): there is no reader for this language yet, so nothing was guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="105"/>
        <source>Nothing in it says when a milestone of a followed mission happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="130"/>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="131"/>
        <source>Said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="132"/>
        <source>Kept, not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/article_view.py" line="133"/>
        <source>Waits in Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlesPage</name>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="30"/>
        <location filename="../../tracker/ui/articles_page.py" line="31"/>
        <source>Search articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="36"/>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="52"/>
        <source>No article chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="53"/>
        <source>Choose one to see its stored text, what was read in it, and why that was accepted or kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="73"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="73"/>
        <source>No stored article holds all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="76"/>
        <source>No article yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="77"/>
        <source>Every article a source brings is kept here as it was, with what was read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="103"/>
        <source>Not stored any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="103"/>
        <source>This article was removed to save space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeBlock</name>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="206"/>
        <source>also said by {outlets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="210"/>
        <source>{outlet} disagrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="232"/>
        <source>Starts at {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="250"/>
        <source>Quoted words: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="258"/>
        <source>Opens {host} in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="259"/>
        <source>{who}, opens {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="33"/>
        <source>Filter: a mission, a milestone, an outlet, “slips”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="34"/>
        <source>Filter the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="38"/>
        <source>Kind of change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="39"/>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="43"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="88"/>
        <source>No change yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="89"/>
        <source>When a source moves the date of a milestone, the old date, the new one and the words that prove it appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="93"/>
        <source>No such change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="93"/>
        <source>No change matches this filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <location filename="../../tracker/ui/closing.py" line="20"/>
        <source>Still watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/closing.py" line="21"/>
        <source>Space Race Tracker stays in the tray and keeps watching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/closing.py" line="22"/>
        <source>A click on its icon opens the window again. This is said only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/closing.py" line="23"/>
        <source>Stay in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/closing.py" line="24"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="38"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="47"/>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="48"/>
        <source>Choose a milestone or a change to see where it stands and the words that prove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="89"/>
        <source>Close the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="90"/>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="96"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="99"/>
        <source>nothing is known on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="107"/>
        <source>EDTF {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="113"/>
        <source>How we know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="116"/>
        <source>Nothing has been said of it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="129"/>
        <source>Not true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="131"/>
        <source>Reject this change; it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="133"/>
        <source>Open article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="138"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="140"/>
        <source>Copy this change with its words and its link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/inspector.py" line="159"/>
        <source>Rejected: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastCard</name>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="172"/>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="184"/>
        <source>No change yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="185"/>
        <source>The next moved date appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <location filename="../../tracker/ui/legend.py" line="22"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/legend.py" line="23"/>
        <source>planned, bar = uncertainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/legend.py" line="24"/>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/legend.py" line="25"/>
        <source>earlier dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../tracker/ui/main_window.py" line="339"/>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/main_window.py" line="352"/>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../tracker/ui/menus.py" line="30"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="31"/>
        <source>Export &amp;milestones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="32"/>
        <source>Export &amp;history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="34"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="36"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="41"/>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="42"/>
        <source>Show or hide the &amp;inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="43"/>
        <source>Back to &amp;today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="44"/>
        <source>&amp;Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="49"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="50"/>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="77"/>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="77"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="77"/>
        <source>Calendar (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="78"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="90"/>
        <source>About {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/menus.py" line="94"/>
        <source>Follows the return to the Moon: reads the feeds and keeps every change of a date with the sentence that proves it.

Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissionsPage</name>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="30"/>
        <source>Missions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="89"/>
        <source>Milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="100"/>
        <source>nothing said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="112"/>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="122"/>
        <source>Opens {host} in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="130"/>
        <source>Names that are looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="131"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="131"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="136"/>
        <source>{language}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="141"/>
        <source>from the report of 25 June 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="142"/>
        <source>added by us, so that the race can be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/missions_page.py" line="143"/>
        <source>added by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="34"/>
        <source>{page}, {n} waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="90"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="92"/>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="93"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="94"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="95"/>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="96"/>
        <source>Missions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="97"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/navigation.py" line="98"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="138"/>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="139"/>
        <source>no dated milestone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RacePage</name>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="46"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="53"/>
        <source>planned date by day of report: flat = on schedule, rising = slipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/race_page.py" line="55"/>
        <source>Milestone trend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="44"/>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="45"/>
        <source>What is not plausible by itself, a landing before its launch or a jump of more than two years, is kept aside and waits here for your word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="61"/>
        <source>These claims were kept aside because they are not plausible by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="76"/>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="85"/>
        <source>Quoted words: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="98"/>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="98"/>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="101"/>
        <source>Accept: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="102"/>
        <source>Reject: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="105"/>
        <source>Show milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="112"/>
        <source>Opens {host} in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="127"/>
        <source>Accepted: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="127"/>
        <source>Rejected: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="37"/>
        <source>When a change is confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="37"/>
        <source>An agency or a database says so, or two outlets agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="38"/>
        <source>Also when it is only reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="38"/>
        <source>One outlet says so; it may turn out wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="39"/>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="39"/>
        <source>Changes are still kept and shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="41"/>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="45"/>
        <source>Send a test notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="51"/>
        <location filename="../../tracker/ui/settings_page.py" line="56"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="52"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="53"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="55"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="57"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/settings_page.py" line="58"/>
        <source>Takes effect when the program starts again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceInspector</name>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="195"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="201"/>
        <source>No source chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="201"/>
        <source>Choose one to see how it is and what it has given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="216"/>
        <source>Close the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="227"/>
        <source>Nothing is lost: the next good answer is read from where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="228"/>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="229"/>
        <source>every {n} min · one request at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="230"/>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="232"/>
        <source>Last good answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="232"/>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="234"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="236"/>
        <source>Opens {host} in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="240"/>
        <source>Has given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="242"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="250"/>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="251"/>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="252"/>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="253"/>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="254"/>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="105"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="106"/>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="107"/>
        <source>Newest item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="108"/>
        <source>Next check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="109"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <location filename="../../tracker/ui/sources_page.py" line="47"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="36"/>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="54"/>
        <source>Checking the sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="56"/>
        <source>Last check {last}, next {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="58"/>
        <source>Last check {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="60"/>
        <source>First check at {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="62"/>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="83"/>
        <source>1 source failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="83"/>
        <source>{n} sources failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="85"/>
        <source>{count}: {name}, {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/status_line.py" line="88"/>
        <source>{text}; again {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <location filename="../../tracker/ui/timeline.py" line="63"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/timeline.py" line="243"/>
        <source>no date yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/timeline.py" line="275"/>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/timeline.py" line="304"/>
        <source>{standing}, since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/timeline.py" line="309"/>
        <source>before: {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../tracker/ui/body.py" line="111"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/body.py" line="116"/>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="34"/>
        <source>As of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="35"/>
        <source>Drag to see what was believed on an earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="43"/>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="48"/>
        <source>Play the history from this day on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="49"/>
        <source>Play the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="54"/>
        <location filename="../../tracker/ui/top_bar.py" line="114"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="56"/>
        <source>Ask every source now (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="98"/>
        <source>no source is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="100"/>
        <source>{n} of {all} sources fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="105"/>
        <source>Show the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="114"/>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="130"/>
        <location filename="../../tracker/ui/top_bar.py" line="144"/>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/top_bar.py" line="141"/>
        <source>As of today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../tracker/ui/tray.py" line="121"/>
        <source>Last changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="127"/>
        <location filename="../../tracker/ui/tray.py" line="252"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="128"/>
        <source>Pause alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="131"/>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="132"/>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="133"/>
        <source>Resume alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="135"/>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="136"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="165"/>
        <source>No change yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="173"/>
        <source>Resume alerts (paused until {time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="191"/>
        <source>Next: nothing dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="198"/>
        <source>Next: {what}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="202"/>
        <source>no source answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="204"/>
        <source>{n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="206"/>
        <source>alerts paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="210"/>
        <source>{n} of {all} sources fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/tray.py" line="252"/>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <location filename="../../tracker/ui/trend_chart.py" line="55"/>
        <source>Milestone trend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="113"/>
        <source>not read ({language})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/articles_page.py" line="117"/>
        <source>nothing about a milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/changes_page.py" line="114"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/review_page.py" line="151"/>
        <source>Kept aside: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="40"/>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="42"/>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="43"/>
        <source>{n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="52"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="53"/>
        <source>{time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="62"/>
        <source>due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="63"/>
        <source>in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="74"/>
        <location filename="../../tracker/ui/words.py" line="81"/>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="84"/>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="93"/>
        <source>{n} claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="93"/>
        <source>{n} claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="97"/>
        <source>{n} change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="97"/>
        <source>{n} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="101"/>
        <source>{n} item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="101"/>
        <source>{n} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="120"/>
        <source>{time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="122"/>
        <source>{time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="140"/>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="142"/>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="144"/>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="148"/>
        <source>stale: nothing new for a long time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="151"/>
        <source>stale: nothing new for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="152"/>
        <source>gives no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="153"/>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="153"/>
        <source>{n} times in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="154"/>
        <source>{trouble}, {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="160"/>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="162"/>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../tracker/ui/words.py" line="163"/>
        <source>{n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
