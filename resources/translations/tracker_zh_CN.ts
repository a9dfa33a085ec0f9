<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticleView</name>
    <message>
        <source>Stored text of {title}</source>
        <translation>《{title}》的存档正文</translation>
    </message>
    <message>
        <source>Open article on {host} ↗</source>
        <translation>在 {host} 打开文章 ↗</translation>
    </message>
    <message>
        <source>stored text</source>
        <translation>存档正文</translation>
    </message>
    <message>
        <source>revision {n} of {all}</source>
        <translation>第 {n} 版，共 {all} 版</translation>
    </message>
    <message>
        <source>Not read ({language}): there is no reader for this language yet, so nothing was guessed.</source>
        <translation>未阅读（{language}）：尚不支持这种语言，因此不作任何猜测。</translation>
    </message>
    <message>
        <source>Nothing in it says when a milestone of a followed mission happens.</source>
        <translation>文中没有提到所关注任务的里程碑时间。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>此前已有</translation>
    </message>
    <message>
        <source>Kept, not used</source>
        <translation>留存，未采用</translation>
    </message>
    <message>
        <source>Waits in Review</source>
        <translation>待审核</translation>
    </message>
</context>
<context>
    <name>ArticlesPage</name>
    <message>
        <source>Search articles</source>
        <translation>搜索文章</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No article chosen</source>
        <translation>未选择文章</translation>
    </message>
    <message>
        <source>Choose one to see its stored text, what was read in it, and why that was accepted or kept aside.</source>
        <translation>选择一篇，即可查看存档正文、从中读出的内容，以及采纳或搁置的原因。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>No stored article holds all of these words.</source>
        <translation>没有同时包含这些词的存档文章。</translation>
    </message>
    <message>
        <source>No article yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>Every article a source brings is kept here as it was, with what was read in it.</source>
        <translation>信源带来的每篇文章都会原样保存在这里，并附上从中读出的内容。</translation>
    </message>
    <message>
        <source>Not stored any more</source>
        <translation>已不再保存</translation>
    </message>
    <message>
        <source>This article was removed to save space.</source>
        <translation>为节省空间，这篇文章已被移除。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Something went wrong inside the program; the log has the details.</source>
        <translation>程序内部出错；详情见日志。</translation>
    </message>
</context>
<context>
    <name>BoardTable</name>
    <message>
        <source>Mission</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Earlier dates</source>
        <translation>先前日期</translation>
    </message>
    <message>
        <source>Timeline and trend as a table</source>
        <translation>时间线与趋势表</translation>
    </message>
    <message>
        <source>{when} (said {day})</source>
        <translation>{when}（{day}报道）</translation>
    </message>
</context>
<context>
    <name>ChangeBlock</name>
    <message>
        <source>also said by {outlets}</source>
        <translation>另有报道：{outlets}</translation>
    </message>
    <message>
        <source>{outlet} disagrees</source>
        <translation>{outlet}的说法不同</translation>
    </message>
    <message>
        <source>Starts at {when}</source>
        <translation>起点：{when}</translation>
    </message>
    <message>
        <source>Quoted words: {words}</source>
        <translation>引文：{words}</translation>
    </message>
    <message>
        <source>Opens {host} in your browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>{who}, opens {host}</source>
        <translation>{who}，打开 {host}</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Filter: a mission, a milestone, an outlet, “slips”…</source>
        <translation>筛选：任务、里程碑、媒体、“推迟”……</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>筛选变更</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>变更类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有变更</translation>
    </message>
    <message>
        <source>When a source moves the date of a milestone, the old date, the new one and the words that prove it appear here.</source>
        <translation>一旦有信源更改里程碑的日期，原日期、新日期和作为依据的原文就会显示在这里。</translation>
    </message>
    <message>
        <source>No such change</source>
        <translation>没有这样的变更</translation>
    </message>
    <message>
        <source>No change matches this filter.</source>
        <translation>没有符合筛选条件的变更。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>另存为图片…</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>另存为图片</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Still watching</source>
        <translation>继续关注中</translation>
    </message>
    <message>
        <source>Space Race Tracker stays in the tray and keeps watching.</source>
        <translation>Space Race Tracker 会留在托盘中继续关注。</translation>
    </message>
    <message>
        <source>A click on its icon opens the window again. This is said only once.</source>
        <translation>点击托盘图标即可重新打开窗口。此提示只出现一次。</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在托盘</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a milestone or a change to see where it stands and the words that prove it.</source>
        <translation>选择一个里程碑或一项变更，即可查看其现状和作为依据的原文。</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>nothing is known on this day</source>
        <translation>当天尚无信息</translation>
    </message>
    <message>
        <source>EDTF {text}</source>
        <translation>EDTF {text}</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>1 claim waits in Review</source>
        <translation>1 条说法待审核</translation>
    </message>
    <message>
        <source>{n} claims wait in Review</source>
        <translation>{n} 条说法待审核</translation>
    </message>
    <message>
        <source>Nothing has been said of it yet.</source>
        <translation>尚无任何说法。</translation>
    </message>
    <message>
        <source>Not true…</source>
        <translation>不属实…</translation>
    </message>
    <message>
        <source>Reject this change or set what is true; it can be undone</source>
        <translation>否决这项变更或填写实际情况；可以撤销</translation>
    </message>
    <message>
        <source>Reject this change</source>
        <translation>否决这项变更</translation>
    </message>
    <message>
        <source>Set what is true…</source>
        <translation>填写实际情况…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Take this change as true; it can be undone</source>
        <translation>将这项变更视为属实；可以撤销</translation>
    </message>
    <message>
        <source>Accepted: {what}</source>
        <translation>已采纳：{what}</translation>
    </message>
    <message>
        <source>Your word: {what}</source>
        <translation>您的判断：{what}</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>打开文章</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this change with its words and its link</source>
        <translation>复制这项变更及其原文和链接</translation>
    </message>
    <message>
        <source>Rejected: {what}</source>
        <translation>已否决：{what}</translation>
    </message>
</context>
<context>
    <name>LastCard</name>
    <message>
        <source>Last change</source>
        <translation>最近变更</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有变更</translation>
    </message>
    <message>
        <source>The next moved date appears here.</source>
        <translation>下一次日期变动会显示在这里。</translation>
    </message>
</context>
<context>
    <name>LastDecision</name>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>LeadLine</name>
    <message>
        <source>{race}: undecided</source>
        <translation>{race}：胜负未定</translation>
    </message>
    <message>
        <source>{race}: {mission} leads</source>
        <translation>{race}：{mission}领先</translation>
    </message>
    <message>
        <source>{race}: {mission} leads by {time}</source>
        <translation>{race}：{mission}领先{time}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>planned, bar = uncertainty</source>
        <translation>计划中，横条为不确定范围</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>earlier dates</source>
        <translation>先前日期</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Export &amp;milestones…</source>
        <translation>导出里程碑(&amp;M)…</translation>
    </message>
    <message>
        <source>Export &amp;history…</source>
        <translation>导出历史(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo the last decision</source>
        <translation>撤销上一个判断(&amp;U)</translation>
    </message>
    <message>
        <source>Show or hide the &amp;inspector</source>
        <translation>显示或隐藏详情(&amp;I)</translation>
    </message>
    <message>
        <source>Back to &amp;today</source>
        <translation>回到今天(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Play or pause the history</source>
        <translation>播放或暂停历史(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>立即检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>About {name}</source>
        <translation>关于 {name}</translation>
    </message>
    <message>
        <source>Follows the return to the Moon: reads the feeds and keeps every change of a date with the sentence that proves it.

Free software under the MIT licence.</source>
        <translation>关注人类重返月球：阅读各信源，保存每一次日期变更及其依据原文。

基于 MIT 许可证的自由软件。</translation>
    </message>
</context>
<context>
    <name>MissionDialog</name>
    <message>
        <source>Add a mission</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑 {name}</translation>
    </message>
    <message>
        <source>What it would be found in</source>
        <translation>会在哪些文章中找到</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter a name and choose a milestone: the stored articles that speak of it appear here.</source>
        <translation>输入名称并选择一个里程碑：提到它的已存文章会显示在这里。</translation>
    </message>
    <message>
        <source>Named in {n} of the newest {all} articles.</source>
        <translation>最新 {all} 篇文章中有 {n} 篇提到它。</translation>
    </message>
    <message>
        <source>New articles are read for it as they come.</source>
        <translation>新文章到来时会为它阅读。</translation>
    </message>
    <message>
        <source>“{name}” is a name of {mission} too: such a text would speak of both.</source>
        <translation>“{name}”也是{mission}的名称：这样的文章会被当作同时提到两者。</translation>
    </message>
    <message>
        <source>“{name}” is short: it may be found in other words.</source>
        <translation>“{name}”太短：可能会在别的词里出现。</translation>
    </message>
    <message>
        <source>would be read as {milestone}: {when}</source>
        <translation>会读作 {milestone}：{when}</translation>
    </message>
</context>
<context>
    <name>MissionForm</name>
    <message>
        <source>Has a lane on the Race page</source>
        <translation>在竞赛页上有自己的泳道</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Other English names</source>
        <translation>其他英文名称</translation>
    </message>
    <message>
        <source>Other Chinese names</source>
        <translation>其他中文名称</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>一句话介绍</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
</context>
<context>
    <name>MissionsPage</name>
    <message>
        <source>Missions</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Add a mission…</source>
        <translation>添加任务…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>恢复为原样</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>nothing said yet</source>
        <translation>尚无说法</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Opens {host} in your browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>Names that are looked for</source>
        <translation>用于识别的名称</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>{language}: {names}</source>
        <translation>{language}：{names}</translation>
    </message>
    <message>
        <source>from the report of 25 June 2024</source>
        <translation>出自2024年6月25日的报道</translation>
    </message>
    <message>
        <source>added by us, so that the race can be understood</source>
        <translation>由我们补充，便于理解竞赛全貌</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>由您添加</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}, {n} waiting</source>
        <translation>{page}，{n} 项待处理</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞赛</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>信源</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Nothing planned</source>
        <translation>暂无计划</translation>
    </message>
    <message>
        <source>no dated milestone</source>
        <translation>没有已定日期的里程碑</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>There is no session bus, so no notification can be shown; changes stand in the window.</source>
        <translation>没有会话总线，无法显示通知；变更显示在窗口中。</translation>
    </message>
    <message>
        <source>the session bus has not answered yet.</source>
        <translation>会话总线尚未应答。</translation>
    </message>
    <message>
        <source>{service} shows the notifications.</source>
        <translation>通知由 {service} 显示。</translation>
    </message>
    <message>
        <source>A notification service is there, but has not answered yet.</source>
        <translation>有通知服务，但它尚未应答。</translation>
    </message>
    <message>
        <source>No notification can be shown now: {why}</source>
        <translation>现在无法显示通知：{why}</translation>
    </message>
    <message>
        <source>The desktop starts its notification service with the first alert.</source>
        <translation>桌面会在第一条提醒时启动通知服务。</translation>
    </message>
    <message>
        <source>No notification service answers on this desktop; changes stand in the window.</source>
        <translation>此桌面没有通知服务应答；变更显示在窗口中。</translation>
    </message>
    <message>
        <source>the session bus is away ({why}).</source>
        <translation>会话总线不可用（{why}）。</translation>
    </message>
    <message>
        <source>Notifications need the package desktop-notifier, which cannot be loaded ({why}).</source>
        <translation>通知需要 desktop-notifier 软件包，但无法加载（{why}）。</translation>
    </message>
    <message>
        <source>This system shows no notifications: {why}.</source>
        <translation>此系统不显示通知：{why}。</translation>
    </message>
    <message>
        <source>This system shows notifications only for an installed app; changes stand in the window.</source>
        <translation>此系统只为已安装的应用显示通知；变更显示在窗口中。</translation>
    </message>
    <message>
        <source>The system&apos;s settings do not allow this app to show notifications.</source>
        <translation>系统设置不允许本应用显示通知。</translation>
    </message>
    <message>
        <source>The system shows the notifications.</source>
        <translation>通知由系统显示。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal shows the notifications.</source>
        <translation>通知由桌面门户显示。</translation>
    </message>
    <message>
        <source>No portal answers outside of this sandbox; changes stand in the window.</source>
        <translation>沙盒之外没有门户应答；变更显示在窗口中。</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Set what is true</source>
        <translation>填写实际情况</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>2027 · 2027-09 · 2027-09-14 · 2027-05/2027-08 from May to August · 2027-09/.. no earlier than · ../2030 by 2030</source>
        <translation>2027 · 2027-09 · 2027-09-14 · 2027-05/2027-08 表示五月至八月 · 2027-09/.. 表示不早于 · ../2030 表示2030年底前</translation>
    </message>
    <message>
        <source>This is not a date that can be read.</source>
        <translation>无法识别这个日期。</translation>
    </message>
    <message>
        <source>Enter a date as coarse or as fine as it is known.</source>
        <translation>按已知的精度填写日期，粗略或精确均可。</translation>
    </message>
</context>
<context>
    <name>RacePage</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the timeline and the trend as a table</source>
        <translation>以表格显示时间线和趋势</translation>
    </message>
    <message>
        <source>Show the charts as a table</source>
        <translation>以表格显示图表</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>planned date by day of report: flat = on schedule, rising = slipping</source>
        <translation>纵轴为计划日期，横轴为报道日期：水平 = 按期，上升 = 推迟</translation>
    </message>
    <message>
        <source>Milestone trend</source>
        <translation>里程碑趋势</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing waits</source>
        <translation>没有待审内容</translation>
    </message>
    <message>
        <source>What is not plausible by itself, a landing before its launch or a jump of more than two years, is kept aside and waits here for your word.</source>
        <translation>本身不合情理的说法（例如先着陆后发射，或一次变动超过两年）会被搁置，在这里等待您的判断。</translation>
    </message>
    <message>
        <source>These claims were kept aside because they are not plausible by themselves.</source>
        <translation>以下说法因本身不合情理而被搁置。</translation>
    </message>
    <message>
        <source>Quoted words: {words}</source>
        <translation>引文：{words}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Accept: {what}</source>
        <translation>采纳：{what}</translation>
    </message>
    <message>
        <source>Reject: {what}</source>
        <translation>否决：{what}</translation>
    </message>
    <message>
        <source>Show milestone</source>
        <translation>查看里程碑</translation>
    </message>
    <message>
        <source>Opens {host} in your browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>Accepted: {what}</source>
        <translation>已采纳：{what}</translation>
    </message>
    <message>
        <source>Rejected: {what}</source>
        <translation>已否决：{what}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>When a change is confirmed</source>
        <translation>变更得到证实时</translation>
    </message>
    <message>
        <source>An agency or a database says so, or two outlets agree.</source>
        <translation>航天机构或数据库公布，或两家媒体说法一致。</translation>
    </message>
    <message>
        <source>Also when it is only reported</source>
        <translation>仅有报道时也通知</translation>
    </message>
    <message>
        <source>One outlet says so; it may turn out wrong.</source>
        <translation>只有一家媒体报道，可能有误。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Changes are still kept and shown here.</source>
        <translation>变更仍会保存并显示在这里。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again.</source>
        <translation>重新启动程序后生效。</translation>
    </message>
</context>
<context>
    <name>SourceInspector</name>
    <message>
        <source>Source</source>
        <translation>信源</translation>
    </message>
    <message>
        <source>No source chosen</source>
        <translation>未选择信源</translation>
    </message>
    <message>
        <source>Choose one to see how it is and what it has given.</source>
        <translation>选择一个，即可查看其状态和贡献。</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>{words}. </source>
        <translation>{words}。</translation>
    </message>
    <message>
        <source>Nothing is lost: the next good answer is read from where it stopped.</source>
        <translation>不会遗漏：下次恢复正常时会从中断处继续阅读。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>every {n} min · one request at a time</source>
        <translation>每 {n} 分钟一次 · 每次只发一个请求</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Last good answer</source>
        <translation>上次正常应答</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Opens {host} in your browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>Has given</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>久无更新</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>Source</source>
        <translation>信源</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Newest item</source>
        <translation>最新内容</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>信源</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Checking the sources…</source>
        <translation>正在检查信源……</translation>
    </message>
    <message>
        <source>Last check {last}, next {next}</source>
        <translation>上次检查 {last}，下次 {next}</translation>
    </message>
    <message>
        <source>Last check {last}</source>
        <translation>上次检查 {last}</translation>
    </message>
    <message>
        <source>First check at {next}</source>
        <translation>首次检查 {next}</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>1 source failing</source>
        <translation>1 个信源故障</translation>
    </message>
    <message>
        <source>{n} sources failing</source>
        <translation>{n} 个信源故障</translation>
    </message>
    <message>
        <source>{count}: {name}, {trouble}</source>
        <translation>{count}：{name}，{trouble}</translation>
    </message>
    <message>
        <source>{text}; again {when}</source>
        <translation>{text}；{when}重试</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>日期未定</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{standing}, since {day}</source>
        <translation>{standing}，自{day}起</translation>
    </message>
    <message>
        <source>before: {when}</source>
        <translation>此前：{when}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>As of day</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Drag to see what was believed on an earlier day</source>
        <translation>拖动以查看当时的情况</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Play the history from this day on</source>
        <translation>从这一天起播放历史</translation>
    </message>
    <message>
        <source>Play the history</source>
        <translation>播放历史</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Ask every source now (F5)</source>
        <translation>立即查询所有信源（F5）</translation>
    </message>
    <message>
        <source>no source is on</source>
        <translation>没有启用的信源</translation>
    </message>
    <message>
        <source>{n} of {all} sources fine</source>
        <translation>{all} 个信源中 {n} 个正常</translation>
    </message>
    <message>
        <source>Show the sources</source>
        <translation>查看信源</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>截至今天</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Last changes</source>
        <translation>最近变更</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Pause alerts</source>
        <translation>暂停提醒</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>直到明天</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>恢复提醒</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有变更</translation>
    </message>
    <message>
        <source>Resume alerts (paused until {time})</source>
        <translation>恢复提醒（已暂停至 {time}）</translation>
    </message>
    <message>
        <source>Next: nothing dated</source>
        <translation>下一项：日期未定</translation>
    </message>
    <message>
        <source>Next: {what}, {when}</source>
        <translation>下一项：{what}，{when}</translation>
    </message>
    <message>
        <source>no source answers</source>
        <translation>没有信源应答</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} 项新变更</translation>
    </message>
    <message>
        <source>alerts paused</source>
        <translation>提醒已暂停</translation>
    </message>
    <message>
        <source>{n} of {all} sources fine</source>
        <translation>{all} 个信源中 {n} 个正常</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查……</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Milestone trend</source>
        <translation>里程碑趋势</translation>
    </message>
    <message>
        <source>as steep as this: never arrives</source>
        <translation>与此同斜：永远到不了</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>the server answers with error {number}</source>
        <translation>服务器返回错误 {number}</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时未应答</translation>
    </message>
    <message>
        <source>the connection is refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the name has no address</source>
        <translation>域名无法解析</translation>
    </message>
    <message>
        <source>no safe connection</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>the answer is not a feed</source>
        <translation>返回的内容不是订阅源</translation>
    </message>
    <message>
        <source>the feed is damaged</source>
        <translation>订阅源已损坏</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>返回的内容过大</translation>
    </message>
    <message>
        <source>the address cannot be used</source>
        <translation>地址无法使用</translation>
    </message>
    <message>
        <source>the address lies in a private network</source>
        <translation>地址位于内部网络</translation>
    </message>
    <message>
        <source>the addresses point from one to the next</source>
        <translation>地址循环跳转</translation>
    </message>
    <message>
        <source>the answer cannot be unpacked</source>
        <translation>返回的内容无法解压</translation>
    </message>
    <message>
        <source>the program was closing</source>
        <translation>程序正在退出</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>not read ({language})</source>
        <translation>未阅读（{language}）</translation>
    </message>
    <message>
        <source>nothing about a milestone</source>
        <translation>与里程碑无关</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Kept aside: {reason}</source>
        <translation>搁置原因：{reason}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>即将检查</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}后</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>{n} claim</source>
        <translation>{n} 条说法</translation>
    </message>
    <message>
        <source>{n} claims</source>
        <translation>{n} 条说法</translation>
    </message>
    <message>
        <source>{n} change</source>
        <translation>{n} 项变更</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} 项变更</translation>
    </message>
    <message>
        <source>{n} item</source>
        <translation>{n} 条内容</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n} 条内容</translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation>推迟{time}</translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation>提前{time}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>stale: nothing new for a long time</source>
        <translation>久无更新</translation>
    </message>
    <message>
        <source>stale: nothing new for {time}</source>
        <translation>已有 {time}没有更新</translation>
    </message>
    <message>
        <source>gives no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>{n} times in a row</source>
        <translation>连续 {n} 次</translation>
    </message>
    <message>
        <source>{trouble}, {times}</source>
        <translation>{trouble}，{times}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
</context>
</TS>
