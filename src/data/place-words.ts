/** Names of divisions that are also words, and short names that no suffix gives. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/**
 * Full names that are also common nouns or meet in other words (中心城区, 财政和县级, 自然资源县): places only
 * straight after the place that they belong to (攀枝花市东区).
 */
export const nounNames = set(
  `城区 郊区 矿区 东区 西区 新城区 老城区 古城区 新市区 市中区 城中区 市南区 市北区 城东区 城西区 城北区 会同县 资源县 政和县 南部县
 港口区 海港区 山城区 滨湖区 滨江区 湖滨区 新建区
 南郊区 城南区 东市区 中市区 南市区 北市区`,
)

/** Stems that open or meet in names of bodies that have nothing to do with the place: 新华书店, 兴业银行, 公安局. */
export const commonStems = set(
  `和平 新华 平安 公安 城关 城区 江北 江南 江东 河西 河东 长安 复兴 运河 海港 港口 新建 兴安 友谊 友好 前进 东风 工农 向阳 红旗 解放 光明 民权 民乐
    爱民 振兴 站前 西市 北关 宏伟 灯塔 丰满 元宝 二道 道里 道外 平房 方正 富裕 集贤 新兴 大安 东方 安定 安国 定安 同心 合作 共和 惠民 富民 博爱 资源
    乐业 兴业 中山 中原 中站 会同 大方 南部 上街 老城 新城 古城 城东 城西 城北 城中 市中 市南 市北 天桥 钟楼 鼓楼 宝塔 西湖 东湖 南湖 北湖 太湖 镜湖
    雨湖 湖滨 滨江 滨湖 滨海 临江 沙河 清河 清流 金山 青山 东山 西山 南山 千山 宝山 永安 永定 长寿 天心 天河 天元 华龙 龙华 龙门 凤凰 麒麟 芙蓉 牡丹
    莲花 海棠 南开 同仁 修文 建华 建安 永和 永丰 永兴 永顺 太平 太和 兴隆 兴国 万全 万安 尚志 孝义 正定 安宁 安居 安平 信丰 文峰 高明 大观 大英 三元
    仁和 万年 通道 通海 交口 温泉 明光 盐湖 延长 路桥 铁山 嘉禾 中方 前锋 中阳 山城 民勤 同安 东安 东海 南海 政和 商城 城口 新民 新市 水城 西城 东城
    桥东 桥西 铁东 铁西 路南 路北 康乐 康平 保康 大同 朝阳 三明 日照 白银 安康 长治 保定 来宾 大庆 中卫 南平 海东 定西 山南 武威 通化 宁德 吉安 六安
    四方 双桥 东明 开平 五常 普安 望城 民丰 明水 新安 华容 江海 江口 林口 会宁 会东 会理 会昌 大名 应城 团风 监利 金湖 金沙 金台 汇川 合水 新星 双河
    天山 天宁 梅江 太白 泰和 永平 永泰 永新 永清 永吉 永年 永福 大丰 大兴 大关 大化 中江 中宁 电白 农安 海安 法库 文水 文登 文成 文昌 通城 通山 仙居
    桃源 香河 白云 五华 越秀 东丽 红河 怀仁 怀安 平原 新和 石门 大新
    动力 红星 大港 大厂 南郊 下城 城南 开元 吉利 北站 北江 小河 九里 三山 永红 升平 振东 云台 安西 东市 中市 南市 北市 金园 新青 大庸`,
)

/** Words that end as names of towns do and are none: 城乡建设, 小城镇, 特色小镇 (a pattern). */
export const townWords = '城乡|城镇|小镇|村镇|集镇|建制镇|重点镇|中心镇|返乡|下乡|侨乡'
/** Those in which the names of towns do not end: 庐城镇 and 韩城镇 are towns. */
export const surelyNoTown = townWords.replace('城镇|', '')

/** Short names in use beside the full ones: code by name. */
export const shortNames: Readonly<Record<string, string>> = {
  内蒙古: '150000',
  广西: '450000',
  西藏: '540000',
  宁夏: '640000',
  新疆: '650000',
  广西自治区: '450000',
  宁夏自治区: '640000',
  新疆自治区: '650000',
  达茂旗: '150223',
  土右旗: '150221',
  土左旗: '150121',
  科左中旗: '150521',
  科左后旗: '150522',
  科右前旗: '152221',
  科右中旗: '152222',
  察右前旗: '150926',
  察右中旗: '150927',
  察右后旗: '150928',
  莫旗: '150722',
  鄂温克旗: '150724',
  鄂伦春旗: '150723',
  新左旗: '150726',
  新右旗: '150727',
  东乌旗: '152525',
  西乌旗: '152526',
  阿左旗: '152921',
  阿右旗: '152922',
  锡盟: '152500',
  巴音郭楞州: '652800',
  博尔塔拉州: '652700',
}

/** Nationalities as names of autonomous divisions join them before 自治州, 自治县 and 自治旗. */
export const nationalities =
  '各族|维吾尔|哈萨克|蒙古族|蒙古|柯尔克孜|塔吉克|锡伯|达斡尔族|达斡尔|鄂温克族|鄂伦春|朝鲜族|满族|回族|藏族|羌族|彝族|哈尼族|傣族|景颇族|傈僳族|独龙族|怒族|普米族|白族|纳西族|拉祜族|佤族|布朗族|壮族|瑶族|苗族|侗族|土家族|布依族|仡佬族|水族|毛南族|仫佬族|黎族|畲族|土族|撒拉族|保安族|东乡族|裕固族'
