/**
 * Words in which the name of a division stands by chance or names something else. The recogniser steps over them as a whole.
 * Only what really occurs beside a name that is otherwise sure need be here: names that are words themselves are marked in
 * facts/regions.csv.
 */
export const WORDS_WITH_NAMES: readonly string[] = (
  '大兴安岭山脉 小兴安岭 大小兴安岭 外兴安岭 兴安岭 长治久安 久治不愈 恍然大悟 大彻大悟 生意兴隆 夕阳西下 壮志凌云 价值连城 否极泰来 ' +
  '东躲西藏 福如东海 出海口 入海口 超新星 新星级 复合肥 复合肥料 法兰西 特兰西 佛罗里达州 内华达州 马里兰州 明尼苏达州 昆士兰州 ' +
  '亚拉巴马 奥巴马 南澳大利亚 吉隆坡 多伦多 北约 三明治 文成公主 孙中山 准噶尔 大凉山 小凉山 五台山 天台山 云台山 青龙山 老黑山 ' +
  '大沙河 大黑河 大同江 黄浦江 宁国府 山西会馆 湖广会馆 南昆山 大榆树 潮白新河 洙赵新河 茨淮新河 罗浮山 大盈江 毛白杨 白杨树 ' +
  // 河南, 河北, 湖南 … cut out of a river's or lake's name and a side.
  '大运河 运河 黄河 淮河 海河 辽河 渭河 汾河 洛河 沂河 永定河 潮白河 子牙河 滹沱河 漳河 伊河 沁河 颍河 塔里木河 额尔齐斯河 雅鲁藏布江 ' +
  '长江 珠江 闽江 湘江 赣江 汉江 嘉陵江 钱塘江 松花江 乌苏里江 牡丹江段 图们江 鸭绿江 怒江大峡谷 ' +
  '太湖 洞庭湖 鄱阳湖 洪泽湖 微山湖 青海湖 南四湖 滇池 洱海 博斯腾湖 抚仙湖 白洋淀 衡水湖 东湖 西湖 ' +
  '太行山 大别山 秦岭 燕山 祁连山 昆仑山 天山 阴山 贺兰山 六盘山 武当山 沂蒙山 大巴山 罗霄山 武陵山 乌蒙山 长白山 井冈山精神 ' +
  '渤海 黄海 东海 南海 北部湾 胶州湾 杭州湾 大亚湾 ' +
  // A road, a treaty, an instrument: not the place.
  '马关条约 川西平原 金佛山 千佛山 中山路 中山陵 中山装 玉龙雪山 和平路'
)
  .trim()
  .split(' ');

/**
 * Pairs of the last character of a short name and the one behind it that are a word of their own: 临高 in 文临高速, 垦利 in
 * 复垦利用, 新乡 in 创新乡村. Behind such a pair the short name of a county does not count.
 */
export const WORDS_ACROSS: ReadonlySet<string> = new Set(
  (
    '高速 高度 高铁 高等 高效 高校 高中 高级 高端 高新 高标 高水 高质 理论 理想 理念 理解 理由 理工 理事 乡村 乡镇 利用 利益 利润 利率 田间 田园 ' +
    '卫生 卫星 西部 西方 西南 西北 江苏 江西 江南 江北 城镇 城市 城乡 城区 城中 城际 城里 中国 中心 中央 中部 中医 中小 中学 国家 国际 国内 国有 ' +
    '安全 安排 安置 安保 安装 安徽 平均 平台 平原 平安 平稳 平等 平衡 化工 化学 化解 化肥 兴产 兴建 兴办 兴农 兴趣 州长 门口 门前 源头 源泉 ' +
    '资源 资金 资本 资产 资料 资格 通过 通用 通知 通道 通信 通报 通车 通行 通常 德国 宁夏 康养 康复 丰富 丰收 和谐 和平 建设 建立 建成 建筑 建议 ' +
    '山区 山地 山水 山脉 水平 水利 水果 水产 水库 水质 水电 水资 海洋 海关 海外 海上 海拔 海域 海南 东部 东北 东南 东方 东西 南部 南方 南北 ' +
    '北京 北方 北部 北斗 河流 河道 湖泊 林业 林区 林地 林草 阳光 阳台 口岸 口味 石油 石化 石头 昌盛 春节 文化 文明 文物 文件 文学 文艺 ' +
    '清洁 清单 清晰 清理 清楚 集中 集团 集体 集约 集群 明确 明显 明星 信息 信用 信任 信心 乐观 业务 业主 会议 成为 成果 成立 成功 成本 成效 成长 成员'
  ).split(' '),
);

/**
 * Short names of counties that are pieces of common phrases (人称多少, 两当事人) or words, beside those that facts/regions.csv marks: they
 * count only with evidence.
 */
export const UNSURE_NAMES: ReadonlySet<string> = new Set(
  '称多 治多 久治 两当 达日 长顺 新河 大竹 故城 内黄 文成 永胜 东明 清原 从江 富源 青河 海兴 高青 长岭 五河 天峻 长海'.split(
    ' ',
  ),
);
