/** What names of development zones and parks end in, as a pattern. */
export const zoneNouns =
  '开发区|高新区|经开区|保税区|综保区|自贸区|试验区|实验区|示范区|度假区|名胜区|风景区|集中区|集聚区|功能区|管理区|合作区|片区|新区|工业园区?|产业园区?|科技园区?|园区|科学城|科技城'

/** Behind a zone's noun, what speaks of a body about zones and not of one: 开发区建设办公室, 示范区创建领导小组. */
export const aboutZones = '建设|创建|推进|工作(?!委员会)|领导|改革|规划|专项|协调'
