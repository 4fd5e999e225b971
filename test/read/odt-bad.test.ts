import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Report } from '../../src/message.ts'
import { read as readAny } from '../../src/read/index.ts'
import { contentXml, errorOf, odtFile, packageOf, read, tablesOf, textsOf } from './odt/read.ts'

const fixture = (name: string) =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const manifest = (inside: string) =>
  `<?xml version="1.0"?><!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${inside}</manifest:file-entry></manifest:manifest>`

describe('files that are not read are named', () => {
  it('a password', async () => {
    const files = {
      'META-INF/manifest.xml': manifest(
        '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm/></manifest:encryption-data>',
      ),
      'content.xml': Uint8Array.of(1, 2, 3),
    }
    expect(await errorOf(packageOf(files))).toBe('document/encrypted')
    expect(await errorOf({ body: '', files: { 'META-INF/manifest.xml': manifest('') } })).toBe(null)
  })

  it.each([
    ['no content', packageOf({ 'styles.xml': '<a/>' })],
    ['content that is no XML', packageOf({ 'content.xml': 'a' })],
    [
      'content that is cut off',
      packageOf({ 'content.xml': contentXml({ body: '<text:p>a' }).slice(0, -40) }),
    ],
    ['a package that is cut off', fixture('notice.odt').slice(0, 20_000)],
  ])('%s', async (_, bytes) => {
    expect(await errorOf(bytes)).toBe('document/damaged')
  })
})

describe('limits', () => {
  it('elements nested deeper than allowed', async () => {
    const nested = (n: number) =>
      `${'<text:section>'.repeat(n)}<text:p>a</text:p>${'</text:section>'.repeat(n)}`
    expect(await errorOf(nested(150))).toBe(null)
    expect(await errorOf(nested(10_000))).toBe('document/too-large')
  })

  it('a part larger than allowed', async () => {
    expect(await errorOf('<text:p>a</text:p>'.repeat(1000), { maxPartBytes: 10_000 })).toBe(
      'document/too-large',
    )
    const bomb = odtFile({ body: `<text:p>${'a'.repeat(21 * 1024 * 1024)}</text:p>` })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await errorOf(bomb)).toBe('document/too-large')
  })

  it.each([
    ['columns', '<table:table-cell table:number-columns-repeated="999999999"/>', ''],
    ['rows', '<table:table-cell/>', 'table:number-rows-repeated="999999999"'],
    ['rows without cells', '', 'table:number-rows-repeated="999999999"'],
  ])('repeated %s', async (_, cell, attributes) => {
    const body = `<table:table><table:table-row ${attributes}>${cell}</table:table-row></table:table>`
    expect(await errorOf(body)).toBe('document/too-large')
  })

  it('a large text repeated', async () => {
    const text = 'a'.repeat(100_000)
    const body = `<table:table><table:table-row table:number-rows-repeated="1000"><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`
    expect(await errorOf(body)).toBe('document/too-large')
  })

  it('a wide row above many narrow ones', async () => {
    const wide = `<table:table-row>${'<table:table-cell/>'.repeat(1000)}</table:table-row>`
    const body = `<table:table>${wide}${'<table:table-row><table:table-cell/></table:table-row>'.repeat(1000)}</table:table>`
    expect(await errorOf(body)).toBe('document/too-large')
  })

  it('text nested in table after table', async () => {
    const open = '<table:table><table:table-row><table:table-cell>'
    const shut = '</table:table-cell></table:table-row></table:table>'
    const body = `${open.repeat(30)}<text:p>${'a'.repeat(10_000)}</text:p>${shut.repeat(30)}`
    expect(await errorOf(body)).toBe(null)
    expect(await errorOf(body, { maxPartBytes: 100_000 })).toBe('document/too-large')
  })

  it('a span beyond the table, and more spaces than a line has', async () => {
    const body =
      '<table:table><table:table-row><table:table-cell table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"><text:p>a<text:s text:c="999999999"/>b</text:p></table:table-cell></table:table-row></table:table>'
    const { blocks } = await read(body)
    expect(tablesOf(blocks)[0]!.cells[0]!.text).toHaveLength(1002)
  })

  it('spaces without end', async () => {
    const body = `<text:p>${'<text:s text:c="999999999"/>'.repeat(30_000)}</text:p>`
    expect(await errorOf(body)).toBe('document/too-large')
  })

  it('links in links', async () => {
    const depth = 100
    const body = `<text:p>${'<text:a xlink:href="x">'.repeat(depth)}${'a<text:tab/>'.repeat(20_000)}${'</text:a>'.repeat(depth)}</text:p>`
    const { blocks, links } = await read(body)
    expect(textsOf(blocks)[0]).toHaveLength(40_000)
    expect(links).toHaveLength(1)
  })

  it('more paragraphs than any document has', { timeout: 20_000 }, async () => {
    expect(await errorOf('<text:p>a</text:p>'.repeat(300_001))).toBe('document/too-large')
  })

  it('entities are never resolved', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const xml = contentXml({ body: '<text:p>x&b;&f;y</text:p>' }).replace('?>', `?>${doctype}`)
    const { blocks, codes } = await read(packageOf({ 'content.xml': xml }))
    expect(textsOf(blocks)[0]).not.toMatch(/aaaa|root/)
    expect(codes).toEqual(['odt/xml-fault'])
  })
})

describe('mutated files', () => {
  /** Mulberry32: the same mutations in every run. */
  function random(seed: number): () => number {
    let a = seed
    return () => {
      a = (a + 0x6d2b79f5) | 0
      let t = Math.imul(a ^ (a >>> 15), 1 | a)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }

  it('the package: a result or a named error', { timeout: 20_000 }, async () => {
    const whole = fixture('notice.odt')
    const next = random(20260303)
    const pick = (n: number) => Math.floor(next() * n)
    const outcomes = new Set<string>()
    for (let i = 0; i < 200; i++) {
      const bytes = Uint8Array.from(whole)
      // Half of the mutations hit the directory at the end.
      for (let k = 0; k <= pick(12); k++) {
        bytes[next() < 0.5 ? pick(bytes.length) : bytes.length - 1 - pick(1200)] = pick(256)
      }
      outcomes.add((await errorOf(bytes)) ?? 'read')
    }
    expect(outcomes).toContain('read')
    expect(outcomes).toContain('document/damaged')
    expect([...outcomes].filter((o) => !/^(?:read|document\/[a-z-]+)$/.test(o))).toEqual([])
  })

  it('their XML: a result or a named error', { timeout: 20_000 }, async () => {
    const members = unzipSync(fixture('notice.odt'))
    const text = (name: string) => new TextDecoder().decode(members[name])
    const tags = text('content.xml').match(/<[^>]+>/g)!
    const next = random(20260404)
    const pick = (n: number) => Math.floor(next() * n)
    const outcomes = new Set<string>()
    for (let i = 0; i < 200; i++) {
      // Tags are moved, doubled or lost; attributes change their values.
      const parts = text('content.xml').split(/(?=<)/)
      const body = parts.findIndex((part) => part.startsWith('<office:text'))
      for (let k = 0; k <= pick(4); k++) {
        const at = body + pick(parts.length - body)
        const kind = pick(4)
        if (kind === 0) parts[at] = parts[at]!.replace(/="[^"]*"/, `="${['', '-1', '99', 'true'][pick(4)]}"`)
        else if (kind === 1) parts.splice(at, 1)
        else if (kind === 2) parts.splice(at, 0, tags[pick(tags.length)]!)
        else parts.splice(at, 0, `<${['text:list', 'table:table-row', 'text:p', 'draw:frame'][pick(4)]}/>`)
      }
      const bytes = packageOf({ 'content.xml': parts.join(''), 'styles.xml': text('styles.xml') })
      outcomes.add((await errorOf(bytes)) ?? 'read')
    }
    expect([...outcomes].sort()).toEqual(['document/damaged', 'read'])
  })
})

describe('notice.odt', () => {
  it('gives the table with its spans, and no message', async () => {
    const report = new Report()
    const document = await readAny({ name: 'notice.odt', bytes: fixture('notice.odt') }, report)
    expect(report.noted).toEqual([])
    expect(document.source.format).toBe('odt')
    const [table] = tablesOf(document.blocks)
    expect([table!.rows, table!.cols, table!.cells.length]).toEqual([6, 5, 20])
    expect(table!.cells.filter((c) => c.rowSpan > 1 || c.colSpan > 1).map((c) => c.text)).toEqual([
      '序号',
      '重点任务',
      '责任分工',
      '完成时限',
      '一、推进优化营商环境政务公开\n动态更新权责清单。',
      '市教育局、市卫生健康委（按职责分工负责）',
      '备注：列第一位的为牵头单位。',
    ])
  })
})
