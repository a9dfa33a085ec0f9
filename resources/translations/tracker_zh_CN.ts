<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>添加信源</translation>
    </message>
    <message>
        <source>https://site.example or the address of its feed</source>
        <translation>https://site.example 或其订阅源地址</translation>
    </message>
    <message>
        <source>Address of a site or feed</source>
        <translation>网站或订阅源的地址</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Asks the address and shows what would be followed.</source>
        <translation>访问该地址并显示将要关注的内容。</translation>
    </message>
    <message>
        <source>What a new source has already is read in silence: you are told only of what comes after.</source>
        <translation>新信源已有的内容会静默读取，之后出现的内容才会通知您。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加信源</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查看</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>正在访问 {host}…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有找到内容</translation>
    </message>
    <message>
        <source>The page points to feeds, but none of them can be read</source>
        <translation>该网页指向了订阅源，但都无法读取</translation>
    </message>
    <message>
        <source>This address is no feed, and the page points to none</source>
        <translation>该地址不是订阅源，网页也没有指向任何订阅源</translation>
    </message>
    <message>
        <source>We have looked at this one and left it out: {reason}.</source>
        <translation>我们查看过这一信源，未予收录：{reason}。</translation>
    </message>
    <message>
        <source>What would be followed</source>
        <translation>将要关注的内容</translation>
    </message>
    <message>
        <source>Paste the address of a site or of its feed (RSS, Atom or JSON Feed). Its newest entries appear here, with what would be read of them.</source>
        <translation>粘贴网站或其订阅源（RSS、Atom 或 JSON Feed）的地址。这里会显示其最新条目，以及会从中读出的内容。</translation>
    </message>
    <message>
        <source>Add all the same</source>
        <translation>仍然添加</translation>
    </message>
</context>
<context>
    <name>AlertRule</name>
    <message>
        <source>Alerts for {what}</source>
        <translation>{what}的提醒</translation>
    </message>
    <message>
        <source>Alerts for all of {mission}</source>
        <translation>{mission}全部里程碑的提醒</translation>
    </message>
    <message>
        <source>For all of {mission}…</source>
        <translation>{mission}全部里程碑…</translation>
    </message>
    <message>
        <source>All of {mission}</source>
        <translation>{mission}全部里程碑</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>与全局一致</translation>
    </message>
    <message>
        <source>Confirmed changes</source>
        <translation>已证实的变更</translation>
    </message>
    <message>
        <source>Also reports</source>
        <translation>也包括单家报道</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Alerts for {what}: {telling}</source>
        <translation>{what}的提醒：{telling}</translation>
    </message>
    <message>
        <source>Notifications are off altogether (Settings).</source>
        <translation>通知已全部关闭（见设置）。</translation>
    </message>
    <message>
        <source>Nothing is announced of this mission unless you choose it here.</source>
        <translation>除非在此选择，否则不会通知此任务的变更。</translation>
    </message>
    <message>
        <source>You are told of confirmed changes</source>
        <translation>您会收到已证实的变更</translation>
    </message>
    <message>
        <source>You are told of confirmed changes and of single reports</source>
        <translation>您会收到已证实的变更和单家报道</translation>
    </message>
    <message>
        <source>You are not told of changes</source>
        <translation>您不会收到变更通知</translation>
    </message>
    <message>
        <source>{told}, as chosen for this milestone.</source>
        <translation>{told}（为此里程碑所选）。</translation>
    </message>
    <message>
        <source>{told}, as chosen for {mission}.</source>
        <translation>{told}（为{mission}所选）。</translation>
    </message>
    <message>
        <source>{told}, as everywhere.</source>
        <translation>{told}（与全局一致）。</translation>
    </message>
</context>
<context>
    <name>AlertsCard</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
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
        <source>A single milestone or mission can be told otherwise: select it and look under “Alerts” beside it.</source>
        <translation>单个里程碑或任务可以另作选择：选中它，在旁边的“提醒”处设置。</translation>
    </message>
    <message>
        <source>Kinds of change that are told</source>
        <translation>通知哪些变更</translation>
    </message>
    <message>
        <source>Tell of changes of the kind: {kind}</source>
        <translation>通知此类变更：{kind}</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>同时多项</translation>
    </message>
    <message>
        <source>More changes than this at once become one digest</source>
        <translation>同时超过此数的变更合并为一条摘要</translation>
    </message>
    <message>
        <source>More than</source>
        <translation>同时超过</translation>
    </message>
    <message>
        <source>at once become one digest</source>
        <translation>项时合并为一条摘要</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>No notifications from</source>
        <translation>不通知，从</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>暂停1小时</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>恢复提醒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>这是一次测试</translation>
    </message>
    <message>
        <source>This is how a change will be told.</source>
        <translation>变更将以这种方式通知。</translation>
    </message>
    <message>
        <source>Sent. {who}</source>
        <translation>已发送。{who}</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>已发送。</translation>
    </message>
    <message>
        <source>Not shown: {why}</source>
        <translation>未能显示：{why}</translation>
    </message>
    <message>
        <source>Both times are the same: there are no quiet hours.</source>
        <translation>两个时间相同：没有免打扰时段。</translation>
    </message>
    <message>
        <source>Checking goes on; what changes meanwhile is held back and told at the end as one digest.</source>
        <translation>检查照常进行；期间的变更先保留，结束时合并为一条摘要通知。</translation>
    </message>
    <message>
        <source>Over midnight, until {time} the next morning.</source>
        <translation>跨越午夜，到次日{time}。</translation>
    </message>
    <message>
        <source>Alerts are told as they come.</source>
        <translation>提醒随到随发。</translation>
    </message>
    <message>
        <source>Alerts are paused until {time}; what changes meanwhile is told then.</source>
        <translation>提醒暂停至{time}；期间的变更届时通知。</translation>
    </message>
</context>
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
        <source>no text stored</source>
        <translation>未保存正文</translation>
    </message>
    <message>
        <source>revision {n} of {all}</source>
        <translation>第{n}版，共{all}版</translation>
    </message>
    <message>
        <source>Not read ({language}): there is no reader for this language yet, so nothing was guessed.</source>
        <translation>未解读（{language}）：尚不支持这种语言，因此不作任何猜测。</translation>
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
    <name>Autostart</name>
    <message>
        <source>It watches for news of the race while its window is closed.</source>
        <translation>窗口关闭时，它会继续关注竞赛的消息。</translation>
    </message>
</context>
<context>
    <name>BoardTable</name>
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
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Filter: a mission, a milestone, an outlet, “slips”…</source>
        <translation>筛选：任务、里程碑、媒体、“推迟”…</translation>
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
        <source>Copied as a picture</source>
        <translation>已复制为图片</translation>
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
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>{path} cannot be written; choose another folder, or a name ending in .png or .svg</source>
        <translation>无法写入 {path}；请换一个文件夹，或使用以 .png 或 .svg 结尾的文件名</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
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
    <name>DataCard</name>
    <message>
        <source>Your data</source>
        <translation>您的数据</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>One file with everything but secrets: articles, claims, changes, your decisions, settings, sources and missions. A restore keeps what was there beside it and can be undone.</source>
        <translation>一个文件，包含除密钥外的一切：文章、说法、变更、您的决定、设置、信源和任务。恢复时原有内容保留在旁，并可撤销。</translation>
    </message>
    <message>
        <source>Back up to a file…</source>
        <translation>备份到文件…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>Undo the restore</source>
        <translation>撤销恢复</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Every change instead of the present state</source>
        <translation>导出每次变更，而非当前状态</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格（CSV）…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Calendar…</source>
        <translation>日历…</translation>
    </message>
    <message>
        <source>Data package…</source>
        <translation>数据包…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Backed up: {n} articles in {path}</source>
        <translation>已备份：{n}篇文章，存于 {path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation>恢复自</translation>
    </message>
    <message>
        <source>Restored from {name}.</source>
        <translation>已从 {name} 恢复。</translation>
    </message>
    <message>
        <source>It brought {files} along.</source>
        <translation>同时带来了{files}。</translation>
    </message>
    <message>
        <source>What was there before lies beside it.</source>
        <translation>原有内容保留在旁。</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Everything is as it was before the restore.</source>
        <translation>一切已回到恢复之前。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Written: {n} rows in {path}</source>
        <translation>已写入：{n}行，存于 {path}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>已停止；没有任何改动。</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n}篇文章</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1篇文章</translation>
    </message>
    <message>
        <source>Not understood and ignored: {what}</source>
        <translation>无法识别，已忽略：{what}</translation>
    </message>
    <message>
        <source>Back-ups (*.backup)</source>
        <translation>备份 (*.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FailedStart</name>
    <message>
        <source>A new start keeps the damaged file beside the new one. A back-up is restored under Settings › Your data.</source>
        <translation>重新开始会把损坏的文件保留在新文件旁边。备份可在“设置 › 您的数据”中恢复。</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>the database is busy</source>
        <translation>数据库正忙</translation>
    </message>
    <message>
        <source>Another program holds it; try again in a moment</source>
        <translation>另一个程序正在使用它；请稍后重试</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space; nothing stored so far is lost</source>
        <translation>请腾出空间；已保存的内容没有丢失</translation>
    </message>
    <message>
        <source>the database cannot be written</source>
        <translation>无法写入数据库</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder</source>
        <translation>请检查文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>the database cannot be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written</source>
        <translation>请检查文件夹是否存在并可写入</translation>
    </message>
    <message>
        <source>this file is not a database of this program</source>
        <translation>此文件不是本程序的数据库</translation>
    </message>
    <message>
        <source>Move it away; a new one is then made</source>
        <translation>请将它移走；之后会新建一个</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>Move it away or restore a back-up; a new one is then made</source>
        <translation>请将它移走或恢复备份；之后会新建一个</translation>
    </message>
    <message>
        <source>the disk gives errors</source>
        <translation>磁盘出错</translation>
    </message>
    <message>
        <source>Check the disk; restore a back-up if need be</source>
        <translation>请检查磁盘；必要时恢复备份</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cannot be read, so it is not overwritten</source>
        <translation>无法读取，因此没有覆盖</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>请选择其他位置</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>请选择您可以写入的文件夹。</translation>
    </message>
    <message>
        <source>A part of the path is a file, not a folder.</source>
        <translation>路径中有一部分是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Is the disk full or read-only? Choose another place.</source>
        <translation>磁盘是否已满或只读？请选择其他位置。</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>请给出文件名。</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this is no back-up of this program</source>
        <translation>这不是本程序的备份</translation>
    </message>
    <message>
        <source>Use an earlier one</source>
        <translation>请使用更早的备份</translation>
    </message>
    <message>
        <source>Update the program; the file is left as it is</source>
        <translation>请更新程序；文件保持原样</translation>
    </message>
    <message>
        <source>there is no restore to take back</source>
        <translation>没有可撤销的恢复</translation>
    </message>
    <message>
        <source>Mend or delete the file</source>
        <translation>请修正或删除该文件</translation>
    </message>
    <message>
        <source>Mend or delete the line</source>
        <translation>请修正或删除该行</translation>
    </message>
    <message>
        <source>no file manager was found to open it</source>
        <translation>没有找到可打开它的文件管理器</translation>
    </message>
    <message>
        <source>no source asks for this secret any more</source>
        <translation>已没有信源需要此密钥</translation>
    </message>
    <message>
        <source>the autostart file cannot be read</source>
        <translation>无法读取自动启动文件</translation>
    </message>
    <message>
        <source>the autostart file cannot be written</source>
        <translation>无法写入自动启动文件</translation>
    </message>
    <message>
        <source>the autostart file cannot be removed</source>
        <translation>无法删除自动启动文件</translation>
    </message>
    <message>
        <source>macOS runs the program from a temporary place</source>
        <translation>macOS 正从临时位置运行本程序</translation>
    </message>
    <message>
        <source>Move it to Applications and start it from there</source>
        <translation>请将其移到“应用程序”文件夹，再从那里启动</translation>
    </message>
    <message>
        <source>there is no session bus, so the desktop cannot be asked</source>
        <translation>没有会话总线，无法询问桌面</translation>
    </message>
    <message>
        <source>this desktop has no portal that starts programs at login</source>
        <translation>此桌面没有可在登录时启动程序的门户</translation>
    </message>
    <message>
        <source>the desktop&apos;s portal could not do it</source>
        <translation>桌面门户未能完成</translation>
    </message>
    <message>
        <source>the desktop&apos;s portal does not answer</source>
        <translation>桌面门户没有应答</translation>
    </message>
    <message>
        <source>Add the program to the desktop&apos;s own list of what starts</source>
        <translation>请在桌面自己的启动列表中添加本程序</translation>
    </message>
    <message>
        <source>the desktop&apos;s question was not answered</source>
        <translation>桌面的询问未得到回答</translation>
    </message>
    <message>
        <source>Try again, and answer what the desktop asks</source>
        <translation>请重试，并回答桌面的询问</translation>
    </message>
    <message>
        <source>the desktop did not allow it</source>
        <translation>桌面未允许</translation>
    </message>
    <message>
        <source>Allow the program to run in the background in the desktop&apos;s settings, then try again</source>
        <translation>请在桌面的设置中允许本程序在后台运行，然后重试</translation>
    </message>
    <message>
        <source>the Windows registry cannot be read</source>
        <translation>无法读取 Windows 注册表</translation>
    </message>
    <message>
        <source>the Windows registry cannot be written</source>
        <translation>无法写入 Windows 注册表</translation>
    </message>
    <message>
        <source>the command is too long for Windows to start it at login</source>
        <translation>命令过长，Windows 无法在登录时启动</translation>
    </message>
    <message>
        <source>Install the program into a folder with a shorter path</source>
        <translation>请将程序安装到路径较短的文件夹</translation>
    </message>
    <message>
        <source>the keyring does not answer; it may be locked</source>
        <translation>密钥环没有应答；可能已锁定</translation>
    </message>
    <message>
        <source>the keyring has not answered the last question yet</source>
        <translation>密钥环尚未回答上一个请求</translation>
    </message>
    <message>
        <source>the keyring is locked or cannot be opened</source>
        <translation>密钥环已锁定或无法打开</translation>
    </message>
    <message>
        <source>the keyring refused</source>
        <translation>密钥环拒绝了请求</translation>
    </message>
    <message>
        <source>this system has no keyring to keep secrets in</source>
        <translation>此系统没有可保存密钥的密钥环</translation>
    </message>
    <message>
        <source>Unlock it and try again</source>
        <translation>请解锁后重试</translation>
    </message>
    <message>
        <source>notifications are not ready yet</source>
        <translation>通知尚未就绪</translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation>请稍后重试</translation>
    </message>
    <message>
        <source>no notification service took it</source>
        <translation>没有通知服务接受</translation>
    </message>
    <message>
        <source>the notification service does not answer</source>
        <translation>通知服务没有应答</translation>
    </message>
    <message>
        <source>There is no session bus, so no notification can be shown; changes stand in the window.</source>
        <translation>没有会话总线，无法显示通知；变更显示在窗口中。</translation>
    </message>
    <message>
        <source>no such mission</source>
        <translation>没有这个任务</translation>
    </message>
    <message>
        <source>two missions with one id</source>
        <translation>两个任务使用了同一个标识</translation>
    </message>
    <message>
        <source>a mission is needed</source>
        <translation>至少需要一个任务</translation>
    </message>
    <message>
        <source>no such milestone</source>
        <translation>没有这个里程碑</translation>
    </message>
    <message>
        <source>each milestone once, and one at least</source>
        <translation>每个里程碑只写一次，且至少一个</translation>
    </message>
    <message>
        <source>a list of [mission, milestone] is needed</source>
        <translation>应为 [mission, milestone] 的列表</translation>
    </message>
    <message>
        <source>no such reference</source>
        <translation>没有这条参考</translation>
    </message>
    <message>
        <source>not a milestone of this mission</source>
        <translation>不是该任务的里程碑</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>an id is made of small letters, digits and hyphens</source>
        <translation>标识由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>a day is needed, as 2024-06-25</source>
        <translation>应为日期，例如 2024-06-25</translation>
    </message>
    <message>
        <source>a text in one language at least is needed</source>
        <translation>至少需要一种语言的文本</translation>
    </message>
    <message>
        <source>a list of texts is needed</source>
        <translation>应为文本列表</translation>
    </message>
    <message>
        <source>a table is needed</source>
        <translation>应为表</translation>
    </message>
    <message>
        <source>write it as [[{0}]]</source>
        <translation>请写成 [[{0}]]</translation>
    </message>
    <message>
        <source>a race needs milestones that exist</source>
        <translation>竞赛所需的里程碑必须存在</translation>
    </message>
    <message>
        <source>one of these is needed: {0}</source>
        <translation>应为其中之一：{0}</translation>
    </message>
    <message>
        <source>the race {0} needs its {1}</source>
        <translation>竞赛 {0} 需要其中的 {1}</translation>
    </message>
    <message>
        <source>write it as [[mission]]</source>
        <translation>请写成 [[mission]]</translation>
    </message>
    <message>
        <source>{0}: no setting is called {1}</source>
        <translation>{0}：没有名为 {1} 的设置</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}</source>
        <translation>{0} 无法使用：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be {1}</source>
        <translation>{0} 不能为 {1}</translation>
    </message>
    <message>
        <source>a proxy is written http://host:port or socks5://host:port</source>
        <translation>代理应写成 http://主机:端口 或 socks5://主机:端口</translation>
    </message>
    <message>
        <source>only http:// and socks5:// proxies can be used</source>
        <translation>只能使用 http:// 和 socks5:// 代理</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>端口是1到65535之间的数字</translation>
    </message>
    <message>
        <source>its password belongs in the keyring, never in a file</source>
        <translation>密码应存放在密钥环中，不能写入文件</translation>
    </message>
    <message>
        <source>is no file name</source>
        <translation>不是文件名</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另选名称。</translation>
    </message>
    <message>
        <source>Create the folder {0} first, or choose another.</source>
        <translation>请先创建文件夹 {0}，或另选一个。</translation>
    </message>
    <message>
        <source>no such source</source>
        <translation>没有这个信源</translation>
    </message>
    <message>
        <source>There are: {0}</source>
        <translation>现有：{0}</translation>
    </message>
    <message>
        <source>the demo&apos;s sources cannot be changed</source>
        <translation>演示的信源不能更改</translation>
    </message>
    <message>
        <source>no feed is followed</source>
        <translation>没有关注任何订阅源</translation>
    </message>
    <message>
        <source>Switch one on, or add one, then export.</source>
        <translation>请先启用或添加一个，再导出。</translation>
    </message>
    <message>
        <source>an interval needs at least one end</source>
        <translation>区间至少需要一端</translation>
    </message>
    <message>
        <source>the interval ends before it starts</source>
        <translation>区间的结束早于开始</translation>
    </message>
    <message>
        <source>not a date this program reads</source>
        <translation>不是本程序能读取的日期</translation>
    </message>
    <message>
        <source>a clock time is written 2024-06-25T14:07+08:00, with its zone</source>
        <translation>时刻应写成 2024-06-25T14:07+08:00，并带时区</translation>
    </message>
    <message>
        <source>no such part of a year</source>
        <translation>一年中没有这个部分</translation>
    </message>
    <message>
        <source>the system did not take the notification</source>
        <translation>系统没有接受通知</translation>
    </message>
    <message>
        <source>the system&apos;s notification service does not answer</source>
        <translation>系统的通知服务没有应答</translation>
    </message>
    <message>
        <source>the system refused the notification</source>
        <translation>系统拒绝了通知</translation>
    </message>
    <message>
        <source>the notification portal does not answer</source>
        <translation>通知门户没有应答</translation>
    </message>
    <message>
        <source>the notification portal did not take it</source>
        <translation>通知门户没有接受</translation>
    </message>
    <message>
        <source>process {0}</source>
        <translation>进程{0}</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <source>{0} has this data folder open but does not answer</source>
        <translation>{0}正在使用此数据文件夹，但没有应答</translation>
    </message>
    <message>
        <source>End it first</source>
        <translation>请先结束它</translation>
    </message>
    <message>
        <source>the data folder cannot be written</source>
        <translation>数据文件夹无法写入</translation>
    </message>
    <message>
        <source>Check its permissions, or start with another (--data-dir)</source>
        <translation>请检查其权限，或改用其他文件夹启动（--data-dir）</translation>
    </message>
    <message>
        <source>the session bus was lost: {0}</source>
        <translation>与会话总线的连接已断开：{0}</translation>
    </message>
    <message>
        <source>the session bus is not connected</source>
        <translation>尚未连接会话总线</translation>
    </message>
    <message>
        <source>the session bus took no message: {0}</source>
        <translation>会话总线没有接受消息：{0}</translation>
    </message>
    <message>
        <source>the session bus refused us</source>
        <translation>会话总线拒绝了连接</translation>
    </message>
    <message>
        <source>a path with a line break cannot be started by the desktop</source>
        <translation>桌面无法启动含有换行符的路径</translation>
    </message>
    <message>
        <source>a language pack that cannot be read</source>
        <translation>语言包无法读取</translation>
    </message>
    <message>
        <source>a file of launches with a fault</source>
        <translation>发射列表文件有错误</translation>
    </message>
    <message>
        <source>has been changed since</source>
        <translation>此后又被更改</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤销任何内容。</translation>
    </message>
    <message>
        <source>no such layout</source>
        <translation>没有这种版式</translation>
    </message>
    <message>
        <source>a file of page layouts with a fault</source>
        <translation>网页版式文件有错误</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须为 true 或 false</translation>
    </message>
    <message>
        <source>not a word of this file</source>
        <translation>此文件中没有这个词</translation>
    </message>
    <message>
        <source>must be a list of source ids</source>
        <translation>必须是信源标识的列表</translation>
    </message>
    <message>
        <source>an id is small letters, digits and hyphens</source>
        <translation>标识由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>not a word of a source</source>
        <translation>信源没有这个字段</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is missing: the name that goes with the password</source>
        <translation>缺失：与密码对应的用户名</translation>
    </message>
    <message>
        <source>is where the proxy&apos;s password lies; name another place</source>
        <translation>此处存放代理的密码；请另指定位置</translation>
    </message>
    <message>
        <source>a password or token is only sent to an https address</source>
        <translation>密码或令牌只会发送到 https 地址</translation>
    </message>
    <message>
        <source>must be a text in one line</source>
        <translation>必须是一行文本</translation>
    </message>
    <message>
        <source>{0}: must be an http or https address{1}</source>
        <translation>{0}：必须是 http 或 https 地址{1}</translation>
    </message>
    <message>
        <source>; a login belongs under auth and user, its password in the keyring</source>
        <translation>；登录信息应写在 auth 和 user 中，密码存入密钥环</translation>
    </message>
    <message>
        <source>is malformed</source>
        <translation>格式有误</translation>
    </message>
    <message>
        <source>is no web address (http, https)</source>
        <translation>不是网址（http、https）</translation>
    </message>
    <message>
        <source>carries a login</source>
        <translation>含有登录信息</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>must be one of {0}</source>
        <translation>必须为其中之一：{0}</translation>
    </message>
    <message>
        <source>must be a language tag like en or zh</source>
        <translation>必须是语言标签，例如 en 或 zh</translation>
    </message>
    <message>
        <source>the same id twice</source>
        <translation>同一标识出现两次</translation>
    </message>
    <message>
        <source>a user name has no colon; the password belongs in the keyring</source>
        <translation>用户名不含冒号；密码应存入密钥环</translation>
    </message>
    <message>
        <source>is the name of a place in the keyring (small letters and hyphens), never the secret</source>
        <translation>这是密钥环中位置的名称（小写字母和连字符），不是密钥本身</translation>
    </message>
    <message>
        <source>must be one line of plain letters, at most 200</source>
        <translation>必须是一行普通字符，最多200个</translation>
    </message>
    <message>
        <source>must be whole minutes from 1 to {0}</source>
        <translation>必须是1到{0}的整分钟数</translation>
    </message>
    <message>
        <source>must be a list of programme ids like [&quot;artemis&quot;]</source>
        <translation>必须是计划标识的列表，例如 [&quot;artemis&quot;]</translation>
    </message>
    <message>
        <source>must be a zone like Asia/Shanghai</source>
        <translation>必须是时区，例如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>the back-up is damaged: {0}</source>
        <translation>备份已损坏：{0}</translation>
    </message>
    <message>
        <source>written by a later version of this program (schema {0}, this one knows {1})</source>
        <translation>由本程序的更新版本写入（格式 {0}，当前版本支持 {1}）</translation>
    </message>
    <message>
        <source>the database holds a row that cannot be read</source>
        <translation>数据库中有一行无法读取</translation>
    </message>
    <message>
        <source>Restore a back-up or move it away</source>
        <translation>请恢复备份，或将其移走</translation>
    </message>
    <message>
        <source>no copy can be kept before the database changes its form</source>
        <translation>数据库升级前无法保存副本</translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions; the database is as it was</source>
        <translation>请腾出空间或检查文件夹权限；数据库保持原样</translation>
    </message>
    <message>
        <source>the demo&apos;s news are missing</source>
        <translation>缺少演示用的新闻</translation>
    </message>
    <message>
        <source>Install the program again</source>
        <translation>请重新安装本程序</translation>
    </message>
    <message>
        <source>two feeds with one id</source>
        <translation>两个订阅源使用了同一个标识</translation>
    </message>
    <message>
        <source>a demo feed with a fault</source>
        <translation>演示订阅源有错误</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; the log has the details.</source>
        <translation>程序内部出错；详情见日志。</translation>
    </message>
    <message>
        <source>no space is left</source>
        <translation>空间不足</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>not a folder</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>an error of the disk</source>
        <translation>磁盘错误</translation>
    </message>
    <message>
        <source>the file is there already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>{key}: {message}</source>
        <translation>{key}：{message}</translation>
    </message>
    <message>
        <source>{message}. {advice}</source>
        <translation>{message}。{advice}</translation>
    </message>
    <message>
        <source>{message} ({detail})</source>
        <translation>{message}（{detail}）</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>文本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>line {0}, column {1}</source>
        <translation>第{0}行，第{1}列</translation>
    </message>
</context>
<context>
    <name>FeedPreviewView</name>
    <message>
        <source>What would be followed</source>
        <translation>将要关注的内容</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示该信源</translation>
    </message>
    <message>
        <source>The page points to {n} feeds:</source>
        <translation>该网页指向{n}个订阅源：</translation>
    </message>
    <message>
        <source>Feeds of the page</source>
        <translation>网页上的订阅源</translation>
    </message>
    <message>
        <source>You follow this feed already, as “{name}”.</source>
        <translation>您已经关注了这一订阅源：“{name}”。</translation>
    </message>
    <message>
        <source>This feed is in your list already, switched off: “{name}”.</source>
        <translation>这一订阅源已在列表中，但已停用：“{name}”。</translation>
    </message>
    <message>
        <source>We have looked at this one and left it out: {reason}. You can add it all the same.</source>
        <translation>我们查看过这一信源，未予收录：{reason}。您仍然可以添加。</translation>
    </message>
    <message>
        <source>Not encrypted: anybody on the way can read it and change it.</source>
        <translation>未加密：途中任何人都可以读取和篡改。</translation>
    </message>
    <message>
        <source>Its newest entry appeared {time}: the feed may be dead.</source>
        <translation>最新条目发布于{time}：该订阅源可能已停止更新。</translation>
    </message>
    <message>
        <source>It has no entries yet.</source>
        <translation>目前没有任何条目。</translation>
    </message>
    <message>
        <source>Its language ({language}) is not read here: entries are kept and shown, and change nothing.</source>
        <translation>本程序不解读其语言（{language}）：条目会保留和显示，但不影响任何内容。</translation>
    </message>
    <message>
        <source>What it would match is seen when it has entries.</source>
        <translation>有条目之后才能看到会匹配什么。</translation>
    </message>
    <message>
        <source>Its one entry names none of your missions. Later ones may.</source>
        <translation>唯一的条目没有提到您关注的任务，以后的条目可能会提到。</translation>
    </message>
    <message>
        <source>Its newest {n} entries name none of your missions. Later ones may.</source>
        <translation>最新{n}条没有提到您关注的任务，以后的条目可能会提到。</translation>
    </message>
    <message>
        <source>{hits} of its newest {n} entries name missions of yours ({missions}); {claims} would be read.</source>
        <translation>最新{n}条中有{hits}条提到您关注的任务（{missions}），会读出{claims}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>would be read as {mission}, {milestone}: {when}</source>
        <translation>会读作：{mission}，{milestone}：{when}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import sources</source>
        <translation>导入信源</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Choose all new</source>
        <translation>选择所有新信源</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全部不选</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Feeds of the list</source>
        <translation>列表中的订阅源</translation>
    </message>
    <message>
        <source>Space chooses a feed or leaves it out.</source>
        <translation>按空格键选中或取消订阅源。</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n}个新信源</translation>
    </message>
    <message>
        <source>{n} in your list already</source>
        <translation>{n}个已在列表中</translation>
    </message>
    <message>
        <source>{n} left out by us, with the reason</source>
        <translation>{n}个未予收录（附原因）</translation>
    </message>
    <message>
        <source>{n} with no web address</source>
        <translation>{n}个没有网址</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>The list names {n} more: only its first {most} feeds are shown.</source>
        <translation>列表中另有{n}个：只显示前{most}个订阅源。</translation>
    </message>
    <message>
        <source>The list names no feed.</source>
        <translation>列表中没有订阅源。</translation>
    </message>
    <message>
        <source>This file is no list of feeds. Export an OPML file from the other program and choose that.</source>
        <translation>该文件不是订阅源列表。请从其他程序导出 OPML 文件后再选择。</translation>
    </message>
    <message>
        <source>The list is damaged. Export it anew from the other program.</source>
        <translation>列表已损坏。请从其他程序重新导出。</translation>
    </message>
    <message>
        <source>The file is larger than 5 MB: no list of feeds is.</source>
        <translation>文件超过 5 MB：订阅源列表不会这么大。</translation>
    </message>
    <message>
        <source>The file is built as no honest list is, and was not read.</source>
        <translation>文件结构异常，未予读取。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is it still there, and may you read it?</source>
        <translation>无法打开文件。请确认文件存在且您有读取权限。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>Add 1 source</source>
        <translation>添加1个信源</translation>
    </message>
    <message>
        <source>Add {n} sources</source>
        <translation>添加{n}个信源</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>相关情况</translation>
    </message>
    <message>
        <source>in your list already: {name}</source>
        <translation>已在列表中：{name}</translation>
    </message>
    <message>
        <source>left out by us: {reason}</source>
        <translation>未予收录：{reason}</translation>
    </message>
    <message>
        <source>no web address</source>
        <translation>没有网址</translation>
    </message>
    <message>
        <source>new, {tier}</source>
        <translation>新信源，{tier}</translation>
    </message>
    <message>
        <source>{told}, not encrypted</source>
        <translation>{told}，未加密</translation>
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
        <translation>1条说法待审核</translation>
    </message>
    <message>
        <source>{n} claims wait in Review</source>
        <translation>{n}条说法待审核</translation>
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
        <source>What you decided</source>
        <translation>您的决定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Your word</source>
        <translation>您的判断</translation>
    </message>
    <message>
        <source>{verdict}: {what}</source>
        <translation>{verdict}：{what}</translation>
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
        <source>{what}: {move}</source>
        <translation>{what}：{move}</translation>
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
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The window, the tray and the notifications. Quoted words stay in the language they were said in.</source>
        <translation>包括窗口、托盘和通知。引文保留原来的语言。</translation>
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
    <name>LoginForm</name>
    <message>
        <source>Needs a login</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>This program&apos;s own</source>
        <translation>本程序自己的名称</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the login</source>
        <translation>测试登录</translation>
    </message>
    <message>
        <source>Kind of login</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Name to ask under (User-Agent)</source>
        <translation>请求时使用的名称（User-Agent）</translation>
    </message>
    <message>
        <source>The secret is kept in the system&apos;s keyring only: in no file, log, export or back-up.</source>
        <translation>密钥只保存在系统的密钥环中：不在任何文件、日志、导出或备份里。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Enter another to replace it</source>
        <translation>输入新的以替换</translation>
    </message>
    <message>
        <source>Enter it here</source>
        <translation>在此输入</translation>
    </message>
    <message>
        <source>The login would be sent unencrypted: anybody on the way can read it.</source>
        <translation>登录信息将未加密发送：途中任何人都能读取。</translation>
    </message>
    <message>
        <source>The login would be sent unencrypted through the open internet. Use the https:// address.</source>
        <translation>登录信息将通过公共互联网未加密发送。请使用 https:// 地址。</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>无需登录</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>令牌（Bearer）</translation>
    </message>
    <message>
        <source>Token (as in the file)</source>
        <translation>令牌（按文件中的写法）</translation>
    </message>
</context>
<context>
    <name>LooksCard</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Rejected: {what}</source>
        <translation>已否决：{what}</translation>
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
        <source>&amp;Add a source…</source>
        <translation>添加信源(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import sources (OPML)…</source>
        <translation>导入信源（OPML）(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport sources (OPML)…</source>
        <translation>导出信源（OPML）(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
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
        <translation>最新{all}篇文章中有{n}篇提到它。</translation>
    </message>
    <message>
        <source>New articles are read for it as they come.</source>
        <translation>今后的新文章都会为它解读。</translation>
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
        <translation>在竞赛页的时间线上占一行</translation>
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
        <translation>所属一方</translation>
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
        <source>Saved: {name}</source>
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
        <translation>{page}，{n}项待处理</translation>
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
        <source>2027, 2027-09 or 2027-09-14</source>
        <translation>2027、2027-09 或 2027-09-14</translation>
    </message>
    <message>
        <source>2027-05/2027-08: from May to August</source>
        <translation>2027-05/2027-08：五月至八月</translation>
    </message>
    <message>
        <source>2027-09/..: no earlier than September</source>
        <translation>2027-09/..：不早于九月</translation>
    </message>
    <message>
        <source>../2030: by 2030</source>
        <translation>../2030：2030年底前</translation>
    </message>
    <message>
        <source>This is not a date that can be read.</source>
        <translation>无法识别这个日期。</translation>
    </message>
    <message>
        <source>Enter a date as coarse or as fine as it is known.</source>
        <translation>按已知的精度填写日期，粗略或精确均可。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop: {what}</source>
        <translation>停止：{what}</translation>
    </message>
</context>
<context>
    <name>ProxyCard</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用：</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Kind of proxy</source>
        <translation>代理类型</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>only where it asks for one</source>
        <translation>仅在代理要求时填写</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host; until then it stays as it was.</source>
        <translation>请输入代理主机；在此之前保持不变。</translation>
    </message>
    <message>
        <source>This is no proxy that can be used: host and port, a number from 1 to 65535.</source>
        <translation>此代理无法使用：需要主机和端口（1到65535的数字）。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
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
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Both charts again as they were before zooming and moving (Home)</source>
        <translation>将两张图恢复到缩放和移动之前的样子（Home）</translation>
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
        <source>Accepted: {what}</source>
        <translation>已采纳：{what}</translation>
    </message>
    <message>
        <source>Rejected: {what}</source>
        <translation>已否决：{what}</translation>
    </message>
</context>
<context>
    <name>SecretRow</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>保留到程序结束</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>未输入</translation>
    </message>
    <message>
        <source>Enter another to replace it</source>
        <translation>输入新的以替换</translation>
    </message>
    <message>
        <source>Enter it here</source>
        <translation>在此输入</translation>
    </message>
    <message>
        <source>Launch Library token</source>
        <translation>Launch Library 令牌</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Login of {source}</source>
        <translation>{source}的登录密钥</translation>
    </message>
    <message>
        <source>Handing it to the keyring…</source>
        <translation>正在交给密钥环…</translation>
    </message>
    <message>
        <source>Kept in the keyring.</source>
        <translation>已保存在密钥环中。</translation>
    </message>
    <message>
        <source>No keyring took it: it is kept until the program ends.</source>
        <translation>没有密钥环可用：保留到程序结束。</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
</context>
<context>
    <name>SecretsCard</name>
    <message>
        <source>Tokens and passwords</source>
        <translation>令牌和密码</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring only: in no file, log, export or back-up. Nothing here is needed to start.</source>
        <translation>只保存在系统的密钥环中：不在任何文件、日志、导出或备份里。开始使用时无需填写。</translation>
    </message>
    <message>
        <source>Looking into the keyring…</source>
        <translation>正在查看密钥环…</translation>
    </message>
    <message>
        <source>What you enter is then kept until the program ends, and asked for again at the next start.</source>
        <translation>您输入的内容将保留到程序结束，下次启动时需重新输入。</translation>
    </message>
    <message>
        <source>This system has no keyring.</source>
        <translation>此系统没有密钥环。</translation>
    </message>
    <message>
        <source>The keyring is locked; unlock it in the system&apos;s own program for passwords.</source>
        <translation>密钥环已锁定；请在系统的密码程序中解锁。</translation>
    </message>
    <message>
        <source>The keyring does not answer; it may be locked.</source>
        <translation>密钥环没有应答；可能已锁定。</translation>
    </message>
</context>
<context>
    <name>SourceActs</name>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Stop fetching older news</source>
        <translation>停止获取更早的新闻</translation>
    </message>
    <message>
        <source>Fetch older news</source>
        <translation>获取更早的新闻</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>恢复为原样</translation>
    </message>
    <message>
        <source>Paused: {name}. What it has given stays.</source>
        <translation>已暂停：{name}。已有内容会保留。</translation>
    </message>
    <message>
        <source>Followed: {name}. It is asked now.</source>
        <translation>已关注：{name}。现在就会查询。</translation>
    </message>
    <message>
        <source>Muted: {name}. It counts for nothing in telling you.</source>
        <translation>已静音：{name}。它不再影响对您的通知。</translation>
    </message>
    <message>
        <source>Unmuted: {name}</source>
        <translation>已取消静音：{name}</translation>
    </message>
    <message>
        <source>Removed: {name}. What it has given stays.</source>
        <translation>已移除：{name}。已有内容会保留。</translation>
    </message>
    <message>
        <source>As it was shipped: {name}</source>
        <translation>已恢复为原样：{name}</translation>
    </message>
    <message>
        <source>Written: {n} feeds to {path}</source>
        <translation>已将{n}个订阅源写入 {path}</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Edit a source</source>
        <translation>编辑信源</translation>
    </message>
    <message>
        <source>Another tier holds for what is read from now on.</source>
        <translation>更改类别只影响此后读取的内容。</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Switched off, it is not asked; what it has given stays.</source>
        <translation>停用后不再查询；已有内容会保留。</translation>
    </message>
    <message>
        <source>Mute it</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>It is read and shown, but counts for nothing in telling you: a change only it speaks of brings no notification, and its word confirms none.</source>
        <translation>仍会读取和显示，但不影响对您的通知：只有它提到的变更不会通知，它的说法也不能证实任何变更。</translation>
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
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>恢复为原样</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How often it is asked</source>
        <translation>查询频率</translation>
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
        <source>Nothing is lost: the next good answer is read from where it stopped.</source>
        <translation>不会遗漏：下次恢复正常时会从中断处继续阅读。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
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
        <source>Has given</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation>{words}。</translation>
    </message>
    <message>
        <source>The server answers, but has had nothing new for long: the feed may have moved.</source>
        <translation>服务器有应答，但长时间没有新内容：订阅源可能已迁移。</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Comes with the program, but is not followed until you switch it on.</source>
        <translation>随程序提供，启用之后才会关注。</translation>
    </message>
    <message>
        <source>The source was closed for good (410). Everything it brought is kept.</source>
        <translation>该信源已永久关闭（410）。已有内容全部保留。</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>What it says is kept and shown, but counts for nothing in telling you.</source>
        <translation>其内容会保留和显示，但不影响对您的通知。</translation>
    </message>
    <message>
        <source>one request at a time</source>
        <translation>每次只发一个请求</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>within a minute</source>
        <translation>一分钟之内</translation>
    </message>
    <message>
        <source>Newest item</source>
        <translation>最新内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>恢复为原样</translation>
    </message>
    <message>
        <source>Older news</source>
        <translation>更早的新闻</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop fetching older news</source>
        <translation>停止获取更早的新闻</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Fetch older news</source>
        <translation>获取更早的新闻</translation>
    </message>
    <message>
        <source>Go on fetching older news</source>
        <translation>继续获取更早的新闻</translation>
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
    <message>
        <source>{group} · {n}</source>
        <translation>{group} · {n}</translation>
    </message>
    <message>
        <source>Offered, off</source>
        <translation>可选，未启用</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>您已暂停</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>SourcePast</name>
    <message>
        <source>{n} page</source>
        <translation>{n}页</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n}页</translation>
    </message>
    <message>
        <source>{pages}, back to {day}</source>
        <translation>{pages}，最早到{day}</translation>
    </message>
    <message>
        <source>Its turn comes soon.</source>
        <translation>即将开始。</translation>
    </message>
    <message>
        <source>Being fetched: {reached}; a page every few seconds.</source>
        <translation>正在获取：{reached}；每隔几秒一页。</translation>
    </message>
    <message>
        <source>All fetched: {reached}.</source>
        <translation>已全部获取：{reached}。</translation>
    </message>
    <message>
        <source>Stopped: {reached}.</source>
        <translation>已停止：{reached}。</translation>
    </message>
    <message>
        <source>Interrupted ({why}): {reached}.</source>
        <translation>已中断（{why}）：{reached}。</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>Sources</source>
        <translation>信源</translation>
    </message>
    <message>
        <source>Space pauses or switches on, Enter edits, Delete removes, the menu key shows more.</source>
        <translation>空格键暂停或启用，回车键编辑，Delete 键移除，菜单键显示更多操作。</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>offered, off</source>
        <translation>可选，未启用</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>您已暂停</translation>
    </message>
    <message>
        <source>closed for good (410)</source>
        <translation>已永久关闭（410）</translation>
    </message>
    <message>
        <source>{state}; read through the news API meanwhile</source>
        <translation>{state}；期间通过新闻 API 读取</translation>
    </message>
    <message>
        <source>{n} request left this hour</source>
        <translation>本小时还可查询{n}次</translation>
    </message>
    <message>
        <source>{n} requests left this hour</source>
        <translation>本小时还可查询{n}次</translation>
    </message>
    <message>
        <source>{state} · muted</source>
        <translation>{state} · 已静音</translation>
    </message>
    <message>
        <source>Offered, off</source>
        <translation>可选，未启用</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
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
    <message>
        <source>Agencies</source>
        <translation>航天机构</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>State media</source>
        <translation>官方媒体</translation>
    </message>
    <message>
        <source>Trade press</source>
        <translation>专业媒体</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>其他信源</translation>
    </message>
    <message>
        <source>Confirms a change alone. Choose it only for who flies the mission or keeps the record.</source>
        <translation>单独即可证实变更。只应用于执行任务或负责记录的机构。</translation>
    </message>
    <message>
        <source>Blogs and collections of other people&apos;s news: two of them alone confirm nothing.</source>
        <translation>博客和转载他人新闻的网站：仅凭两个这样的信源不能证实任何变更。</translation>
    </message>
    <message>
        <source>Confirms a change when a second, independent outlet says the same.</source>
        <translation>另一家独立媒体有相同说法时，即可证实变更。</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>每天一次</translation>
    </message>
    <message>
        <source>once a week</source>
        <translation>每周一次</translation>
    </message>
    <message>
        <source>every {time}</source>
        <translation>每{time}</translation>
    </message>
    <message>
        <source>Not more often than {every}: an unchanged feed costs its server a visit all the same.</source>
        <translation>最高频率为{every}：即使内容没有变化，每次查询也会占用服务器。</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Try again in a while, or see whether the site opens in your browser.</source>
        <translation>请稍后再试，或看看浏览器能否打开该网站。</translation>
    </message>
    <message>
        <source>Look for a typing mistake in the address.</source>
        <translation>请检查地址是否有误。</translation>
    </message>
    <message>
        <source>An address looks like https://site.example/feed.</source>
        <translation>地址的形式如 https://site.example/feed。</translation>
    </message>
    <message>
        <source>Connect to a network and try again.</source>
        <translation>请连接网络后再试。</translation>
    </message>
    <message>
        <source>Look for a typing mistake. A site without encryption needs http:// before its address.</source>
        <translation>请检查地址是否有误。未加密的网站需要在地址前加上 http://。</translation>
    </message>
    <message>
        <source>A site without encryption needs http:// before its address; anybody on the way can then read along.</source>
        <translation>未加密的网站需要在地址前加上 http://；但途中任何人都可以看到内容。</translation>
    </message>
    <message>
        <source>Look on the site for a link called RSS, Atom or Feed, and paste the address of that.</source>
        <translation>请在网站上查找名为 RSS、Atom 或 Feed 的链接，并粘贴其地址。</translation>
    </message>
    <message>
        <source>Enter its login on the right, then look again.</source>
        <translation>请在右侧输入登录信息，然后再次查看。</translation>
    </message>
    <message>
        <source>Look for a typing mistake in the login.</source>
        <translation>请检查登录信息是否有输入错误。</translation>
    </message>
    <message>
        <source>Some sites let only browsers in. Another address of the same site may work.</source>
        <translation>有些网站只允许浏览器访问。可以试试同一网站的其他地址。</translation>
    </message>
    <message>
        <source>Look on the site for its present address.</source>
        <translation>请在网站上查找现在的地址。</translation>
    </message>
    <message>
        <source>Try again in an hour.</source>
        <translation>请一小时后再试。</translation>
    </message>
    <message>
        <source>{state}, {left}</source>
        <translation>{state}，{left}</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Paste the address of a site or feed…</source>
        <translation>粘贴网站或订阅源的地址…</translation>
    </message>
    <message>
        <source>Address of a site or feed to add</source>
        <translation>要添加的网站或订阅源的地址</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加信源</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>导入 OPML…</translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation>导出 OPML…</translation>
    </message>
    <message>
        <source>The demo plays its own sources; they cannot be changed.</source>
        <translation>演示使用自己的信源，无法更改。</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>查找信源</translation>
    </message>
    <message>
        <source>Group the sources</source>
        <translation>信源分组</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>No source found</source>
        <translation>没有找到信源</translation>
    </message>
    <message>
        <source>No name, address, tier or state holds these words.</source>
        <translation>没有名称、地址、类别或状态包含这些字词。</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>没有信源</translation>
    </message>
    <message>
        <source>Paste the address of a site or feed above, or import a list.</source>
        <translation>请在上方粘贴网站或订阅源的地址，或导入列表。</translation>
    </message>
    <message>
        <source>Added: {name}. What it has already is read in silence.</source>
        <translation>已添加：{name}。已有内容会静默读取。</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}. No keyring took its secret, which is gone when the program ends.</source>
        <translation>已保存：{name}。没有密钥环接受其密钥，程序结束后即消失。</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>订阅源列表 (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import sources</source>
        <translation>导入信源</translation>
    </message>
    <message>
        <source>Added: 1 source. What it has already is read in silence.</source>
        <translation>已添加1个信源。已有内容会静默读取。</translation>
    </message>
    <message>
        <source>Added: {n} sources. What they have already is read in silence.</source>
        <translation>已添加{n}个信源。已有内容会静默读取。</translation>
    </message>
    <message>
        <source>Export sources</source>
        <translation>导出信源</translation>
    </message>
    <message>
        <source>List of feeds (*.opml)</source>
        <translation>订阅源列表 (*.opml)</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Start with the system</source>
        <translation>随系统启动</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Start hidden in the tray</source>
        <translation>启动时隐藏在托盘中</translation>
    </message>
    <message>
        <source>Waiting for the desktop&apos;s answer. It may be asking you.</source>
        <translation>正在等待桌面的答复。它可能正在询问您。</translation>
    </message>
    <message>
        <source>The demo does not start with the system.</source>
        <translation>演示不随系统启动。</translation>
    </message>
    <message>
        <source>This system keeps its own list of what starts; add the program there.</source>
        <translation>此系统自行管理启动项；请在系统中添加本程序。</translation>
    </message>
    <message>
        <source>Switched off in the desktop&apos;s own settings. Switching it on here switches it on there too.</source>
        <translation>已在桌面的设置中关闭。在此打开也会在那里打开。</translation>
    </message>
    <message>
        <source>Written in {file}</source>
        <translation>写在 {file} 中</translation>
    </message>
    <message>
        <source>The desktop has agreed to start it; its own settings have the last word.</source>
        <translation>桌面已同意启动它；最终以桌面自己的设置为准。</translation>
    </message>
    <message>
        <source>Without a tray the window opens all the same.</source>
        <translation>没有托盘时窗口照常打开。</translation>
    </message>
    <message>
        <source>It then keeps watching from the moment you log in.</source>
        <translation>这样从登录起就一直关注。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>No network: the sources are asked again when it is back</source>
        <translation>没有网络：恢复后会再次查询各信源</translation>
    </message>
    <message>
        <source>Checking the sources…</source>
        <translation>正在检查信源…</translation>
    </message>
    <message>
        <source>Last check {last}, next {next}</source>
        <translation>上次检查：{last}，下次：{next}</translation>
    </message>
    <message>
        <source>Last check {last}</source>
        <translation>上次检查：{last}</translation>
    </message>
    <message>
        <source>First check at {next}</source>
        <translation>首次检查：{next}</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Filling in what has happened since June 2024: {n} of {all} sources read</source>
        <translation>正在补入2024年6月以来的进展：已读取{n}/{all}个信源</translation>
    </message>
    <message>
        <source>1 source failing</source>
        <translation>1个信源故障</translation>
    </message>
    <message>
        <source>{n} sources failing</source>
        <translation>{n}个信源故障</translation>
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
    <name>TextsCard</name>
    <message>
        <source>Text of old articles</source>
        <translation>旧文章的正文</translation>
    </message>
    <message>
        <source>Keep the text for</source>
        <translation>正文保留</translation>
    </message>
    <message>
        <source>Whatever carries a claim, a change or a decision is always kept whole; of other old articles the title, the date and the link stay.</source>
        <translation>凡承载说法、变更或决定的内容始终完整保留；其他旧文章保留标题、日期和链接。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n}年</translation>
    </message>
    <message>
        <source>Remove 1 text</source>
        <translation>删除1篇正文</translation>
    </message>
    <message>
        <source>Remove {n} texts</source>
        <translation>删除{n}篇正文</translation>
    </message>
    <message>
        <source>Removing in the background: 1 to go</source>
        <translation>正在后台删除：还剩1篇</translation>
    </message>
    <message>
        <source>Removing in the background: {n} to go</source>
        <translation>正在后台删除：还剩{n}篇</translation>
    </message>
    <message>
        <source>Stop, keep the rest</source>
        <translation>停止，保留其余</translation>
    </message>
    <message>
        <source>No older text is left; new ones go when they grow old.</source>
        <translation>没有更旧的正文了；新的到期后也会删除。</translation>
    </message>
    <message>
        <source>1 older article would lose its text. It cannot be brought back, except from a back-up.</source>
        <translation>1篇更旧的文章将失去正文。除备份外无法找回。</translation>
    </message>
    <message>
        <source>{n} older articles would lose their text. It cannot be brought back, except from a back-up.</source>
        <translation>{n}篇更旧的文章将失去正文。除备份外无法找回。</translation>
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
    <message>
        <source>{what} ({doubt})</source>
        <translation>{what}（{doubt}）</translation>
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
        <source>no network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>{all} sources, none asked yet</source>
        <translation>{all}个信源，尚未查询</translation>
    </message>
    <message>
        <source>{n} of {all} sources answer</source>
        <translation>{all}个信源中{n}个有应答</translation>
    </message>
    <message>
        <source>Show the sources</source>
        <translation>查看信源</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
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
        <translation>1小时</translation>
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
        <translation>恢复提醒（已暂停至{time}）</translation>
    </message>
    <message>
        <source>{what}: {move}</source>
        <translation>{what}：{move}</translation>
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
        <translation>{n}项新变更</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>alerts paused</source>
        <translation>提醒已暂停</translation>
    </message>
    <message>
        <source>{n} of {all} sources answer</source>
        <translation>{all}个信源中{n}个有应答</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
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
    <name>UndoList</name>
    <message>
        <source>Undone: “{what}”</source>
        <translation>已撤销：“{what}”</translation>
    </message>
</context>
<context>
    <name>WebLink</name>
    <message>
        <source>Opens {host} in your browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>{what}, opens {host}</source>
        <translation>{what}，打开 {host}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>not read ({language})</source>
        <translation>未解读（{language}）</translation>
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
        <source>{n} min</source>
        <translation>{n}分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n}小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}天</translation>
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
        <translation>{n}条说法</translation>
    </message>
    <message>
        <source>{n} claims</source>
        <translation>{n}条说法</translation>
    </message>
    <message>
        <source>{n} change</source>
        <translation>{n}项变更</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n}项变更</translation>
    </message>
    <message>
        <source>{n} item</source>
        <translation>{n}条内容</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n}条内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Report of 25 June 2024</source>
        <translation>2024年6月25日的报道</translation>
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
        <translation>已有{time}没有更新</translation>
    </message>
    <message>
        <source>gives no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1次</translation>
    </message>
    <message>
        <source>{n} times in a row</source>
        <translation>连续{n}次</translation>
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
        <translation>{n}天前</translation>
    </message>
    <message>
        <source>No keyring keeps the secret for {what}: enter it in Settings.</source>
        <translation>没有密钥环保存{what}的密钥：请在设置中输入。</translation>
    </message>
</context>
</TS>
