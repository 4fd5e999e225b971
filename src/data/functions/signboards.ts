/**
 * Functions whose bodies are one house under two signboards (加挂牌子, 合署办公) since the reform of 2018, or have
 * been so: 市文化和旅游局/市文物局 is one body, 县教育局/县财政局 are two.
 */
export const houses: readonly (readonly string[])[] = [
  ['culture-tourism', 'radio-television', 'press-publication', 'cultural-heritage', 'sports'],
  ['education', 'sports'],
  ['publicity', 'press-publication', 'cyberspace'],
  ['organization-dept', 'staffing', 'old-cadres', 'organs-working-committee', 'social-work'],
  ['united-front', 'ethnic-religious', 'overseas-chinese-affairs', 'taiwan-affairs'],
  ['party-office', 'archives', 'confidentiality', 'deep-reform', 'local-finance', 'foreign-affairs'],
  ['party-office', 'taiwan-affairs', 'policy-research', 'organs-working-committee', 'local-history'],
  ['archives', 'local-history'],
  ['discipline', 'inspection'],
  ['deep-reform', 'policy-research'],
  ['government-office', 'foreign-affairs', 'government-services-data', 'local-finance', 'civil-defense'],
  ['government-office', 'petition', 'policy-research', 'organs-administration', 'counsellors'],
  ['foreign-affairs', 'overseas-chinese-affairs', 'taiwan-affairs'],
  ['development-reform', 'energy', 'grain-reserves', 'civil-defense'],
  ['industry-information', 'commerce', 'science-technology', 'government-services-data'],
  ['commerce', 'investment-promotion', 'ports'],
  ['finance', 'state-assets', 'local-finance'],
  ['natural-resources', 'forestry-grassland', 'ocean', 'landscaping'],
  ['housing-construction', 'civil-defense', 'urban-management', 'landscaping'],
  ['water', 'reservoir-resettlement'],
  ['agriculture-rural', 'rural-revitalization'],
  ['market-regulation', 'intellectual-property', 'drug-regulation'],
  ['health', 'traditional-medicine'],
  ['emergency', 'earthquake', 'fire-rescue'],
  ['government-services-data', 'public-resources-trading'],
  ['central-bank', 'foreign-exchange'],
  ['political-legal', 'petition'],
]

/** Whether bodies of the two functions are met as one body with two names. */
export function shareHouse(a: string, b: string): boolean {
  return a === b || houses.some((house) => house.includes(a) && house.includes(b))
}
