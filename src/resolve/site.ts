/**
 * What a page tells of the site that it stands on: 网站标识码, name and address, as the rules for government
 * websites ask (国办发〔2017〕47号: SiteIDCode, SiteName, SiteDomain), else its canonical or base address. It only
 * decides between places that the notice itself may mean.
 */
import { siteDomains } from '../data/site-domains.ts'
import type { Meta } from '../document.ts'
import { fold } from '../text/fold.ts'

export interface Site {
  /** Code of the place whose government's site it is. */
  readonly code: string | null
  /** 保山市人民政府, 浙江省发展和改革委员会; folded. */
  readonly name: string | null
  /** Code of the province in whose domain it stands. */
  readonly province: string | null
}

/** What the page says, most telling first. */
const addresses = ['sitedomain', 'canonical', 'og:url', 'url', 'location', 'base']

export function siteOf(meta: Meta): Site {
  const provinces = new Set(
    addresses.flatMap((key) => (meta[key] ?? '').split(/[,;，；\s]+/)).flatMap((a) => provinceOf(a) ?? []),
  )
  return {
    // Ten digits, of which six are of GB/T 2260.
    code: /^(\d{6})\d{4}$/.exec(meta.siteidcode?.trim() ?? '')?.[1] ?? null,
    name: meta.sitename ? fold(meta.sitename) : null,
    // A page of one province that names another's address too stands in neither for certain.
    province: provinces.size === 1 ? [...provinces][0]! : null,
  }
}

/** http://fgw.zj.gov.cn/art/… → 330000. */
function provinceOf(address: string): string | null {
  const host = /^(?:[a-z]+:)?(?:\/\/)?([a-z0-9.-]+)(?::\d+)?(?:[/?#]|$)/i.exec(address.trim())?.[1]
  const label = /(?:^|\.)([a-z0-9-]+)\.gov\.cn$/i.exec(host ?? '')?.[1]
  const code =
    label && Object.hasOwn(siteDomains, label.toLowerCase()) ? siteDomains[label.toLowerCase()] : null
  return code ?? null
}
