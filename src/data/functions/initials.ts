/**
 * Initials by which short names of local bodies speak of a function (县农水局, 科工信局, 卫健体局). Police, justice,
 * finance and personnel join no other and have none.
 */
export const initials: Readonly<Record<string, string>> = {
  农: 'agriculture-rural',
  水: 'water',
  林: 'forestry-grassland',
  科: 'science-technology',
  教: 'education',
  文: 'culture-tourism',
  文旅: 'culture-tourism',
  文广: 'culture-tourism',
  体: 'sports',
  卫: 'health',
  卫健: 'health',
  经: 'industry-information',
  经信: 'industry-information',
  工: 'industry-information',
  工信: 'industry-information',
  信: 'industry-information',
  商: 'commerce',
  商务: 'commerce',
  粮: 'grain-reserves',
  交: 'transport',
  建: 'housing-construction',
  住建: 'housing-construction',
  环: 'ecology-environment',
  环保: 'ecology-environment',
}

/** The functions that a name of initials is made of (农水: farming and water), in order; null where it is none. */
export function functionsOfInitials(name: string): readonly string[] | null {
  if (new Set(name).size < name.length) return null
  const codes: string[] = []
  for (let at = 0; at < name.length; ) {
    const two = initials[name.slice(at, at + 2)]
    const code = two ?? initials[name[at]!]
    if (!code) return null
    codes.push(code)
    at += two ? 2 : 1
  }
  return codes.length > 1 ? codes : null
}
