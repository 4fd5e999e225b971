/**
 * Words by which the page around a notice is told from the notice. All are hints: what a page holds in
 * its sentences is content whatever its container is called.
 */

/** In `class` and `id`: parts of a page that are not its text. */
export const chromeNames =
  /(?:^|[\s_-])(?:(?:main|sub|top|left|right|side|site|g|m)?(?:nav|navi|navbar|navigation|menu)(?:bar|s|box|list|_?con)?|(?:page)?foot(?:er)?s?|copyrights?|bread-?crumbs?|crumbs?|mbx|(?:cur_?|cur-?)?(?:position|location|weizhi|wz)|dqwz|dangqian|path|(?:bd)?share\w*|jiathis\w*|toolbars?|tools|print(?:er)?|dayin|side-?bar|aside|related?|relate\w*|xgwz|xgxw|xgjd|xgzc|recommend|hot(?:news|list)?|rank(?:ing)?|qr-?code\w*|qr|ewm|erweima|search\w*|sousuo|header|top-?(?:bar|link|nav)\w*|logo|banner|(?:friend|you?qing)?-?links?|yqlj|pager?s?|pagination|fenye|fanye|prev|next|comments?|pinglun|login|float\w*|pop(?:up)?|advert\w*|ads?|weixin|weibo|wechat|wza|accessib\w*|barrier\w*)(?=$|[\s_-]|\d)/i

/** Names of parts that are the page's even where they hold sentences (a footer's terms of use). */
export const certainNames =
  /(?:^|[\s_-])(?:(?:site|page|main|g)?[-_]?(?:foot|footer)s?(?:box|wrap|er)?|copyrights?|side-?bar|bread-?crumbs?|(?:bd)?share\w*|friend-?links?|yqlj|comments?|pinglun)(?=$|[\s_-]|\d)/i

const join = (patterns: readonly RegExp[]) => new RegExp(patterns.map((p) => p.source).join('|'))

/**
 * Lines that belong to the page wherever they stand. They are matched whole: folded, in lower case,
 * white space taken out (【打印本页】 【关闭】 is `(打印本页)(关闭)`).
 */
export const chromeLine = join([
  /^(?:您|你)?(?:现在|当前|目前|所在|的)+(?:位置|栏目)是?(?:[:>].*|首页.*)?$/,
  /^首页(?:[>»›/|→-].*)?$/,
  /^(?:\(?(?:打印(?:本页|页面|文章|正文|预览|此页|内容)?|关闭(?:窗口|页面|本页|此页)?|(?:收藏|加入收藏|添加收藏|收藏本页)|设为首页|分享|返回(?:首页|顶部|列表|上一页|上级)?|回到顶部|我要纠错|网站纠错|纠错|语音播报|听全文|复制链接|点赞|放大|缩小|默认|繁体(?:版)?|简体(?:版)?|无障碍(?:浏览|阅读|版)?|登录|注册|网站地图|联系我们|关于我们|\||丨|·|\/)\)?:?)+$/,
  /^(?:一键)?分享(?:到|至|:).{0,20}$/,
  /^(?:(?:请|用|使用|打开)?(?:手机|微信))?(?:扫一扫|扫码|扫描(?:下方|上方)?二维码).{0,30}$/,
  /^\(?(?:字体|字号)(?:大小)?:?(?:超?大|中|小|放大|缩小|正常|默认|标准|特大|[()|/、+-])*\)?$/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数|人数):?\d*次?$/,
  /^(?:上|下)一(?:篇|条|页)(?::.*)?$/,
  /^(?:相关|推荐|热门|延伸)(?:文章|新闻|信息|链接|阅读|报道|解读|稿件|内容|资讯|专题):?$/,
])

/** The numbers that every site prints in its footer (非经营性互联网信息服务备案管理办法, 第十三条). */
export const registered = /icp(?:备|证)(?:案号?)?:?\d|公网安备:?\d|网站标识码:?[a-z]{0,2}\d/
/** A footer's 版权所有, not a sentence about it. */
export const copyright = /^[^。]{0,30}(?:版权所有|copyright)[^。]{0,50}$/

/** Lines that belong to the page where they stand outside the text. Within it `主办单位：` names a unit. */
export const footLine = join([
  /^(?:网站)?(?:主办|承办|运行维护|运维|运营|技术支持|制作|网站管理|网站维护|建设维护|建设管理)(?:单位)?:.*$/,
  /^(?:建议使用|推荐使用|最佳浏览|为达到最佳).*$/,
  /^(?:您是|你是|今天是|欢迎|共有|您访问|您当前访问|您的浏览器|您使用的浏览器|当前浏览器).*$/,
  /^(?:友情|快速|常用|网站)链接:?$/,
  /^(?:热门搜索|热搜|搜索热词|大家都在搜).*$/,
])

/** Names of the boxes in the index table that portals set beside a notice, spaces taken out. */
export const indexLabel =
  /^(索引号|信息索引号|索取号|信息索取号|主题分类|信息分类|组配分类|体裁分类|服务对象分类|文种分类|文种|体裁|主题词|关键词|发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|信息来源|公开机构|公开责任部门|责任部门|制发机关|制定机关|编制部门|成文日期|成文时间|生成日期|制发日期|制定日期|印发日期|发文日期|发文时间|发布日期|发布时间|公开日期|公开时间|生效日期|生效时间|实施日期|施行日期|失效时间|废止日期|有效期|有效性|时效|是否有效|信息时效|文件状态|效力状态|发文字号|发文文号|发文号|文号|文件编号|文件号|编号|公文字号|统一编号|统一登记号|规范性文件登记号|标题|名称|信息名称|文件名称|公开方式|公开形式|公开范围|公开时限|公开类别|公开属性|所属主题|所属类别|栏目|内容概述|概述|摘要)$/

/** Begins the line under a title that says when and by whom the page was put up. */
export const publishLabel =
  /(^|[\s|(])(发布|发表|发文|公布|公开|更新|录入|编辑|上传|创建|刊登)?(时间|日期):.{0,4}\d{4}|(^|[\s|(])(信息|文章|稿件|文件|新闻)?来源:|^发布(机构|单位|人|者)?:|^(作者|责任编辑|责编|编辑|录入|审核|供稿):/

/** A line that is a 发文字号 and nothing else, folded: 江北管秘(2020)15号. */
export const documentNumberLine = /^[\u4e00-\u9fff()]{2,24}\(\d{4}\)第?\d{1,5}号$/

/** How titles of notices and plans end, folded: 〈印发2023年工作要点的通知〉, perhaps （试行）. */
export const titleEnding =
  /(?:通知|方案|要点|意见|计划|规划|分工|分解表|任务表|清单|台账|安排|纲要|措施|办法|细则|规定|决定|通报|公告|通告|报告|批复|函)》?(?:的?通知)?(?:\(.{1,12}\))?$/

/** Files that a notice has as its annexes. */
export const attachedFile =
  /\.(docx?|wps|wpt|xlsx?|et|pptx?|dps|pdf|ofd|rtf|txt|csv|ceb|gd|sep|zip|rar|7z)(?:$|[?#])/i

/** Begins the list of a notice's annexes. */
export const attachmentLabel = /^(附件|附:|附表|附录|相关附件|附件下载|文件下载|下载附件)/
