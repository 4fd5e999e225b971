import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { detect } from '../../src/read/detect.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...streams.map((s) => Buffer.from(`${s}\0`.padEnd(64, '\0'), 'utf16le')),
  ])
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])), { level: 0 })
const odf = (kind: string) =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' })

function outcome(name: string, bytes: Uint8Array | string): string {
  const source = { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }
  try {
    return detect(source, new Report())
  } catch (error) {
    if (!(error instanceof YaodianError)) throw error
    return 'detail' in error.params ? `${error.code} ${error.params.detail}` : error.code
  }
}

const page = '<div class="x"><p>各县区人民政府：</p><p>现将要点印发给你们。</p></div>'
const mime =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'

describe('detect', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'docx'],
    [
      'docx with its main part elsewhere',
      zip({ '[Content_Types].xml': '', '_rels/.rels': '', 'doc.xml': '' }),
      'docx',
    ],
    [
      'docx cut off before its directory',
      zip({ 'word/document.xml': 'x'.repeat(99) }).subarray(0, 120),
      'docx',
    ],
    ['odt', odf('text'), 'odt'],
    ['ods', odf('spreadsheet'), 'input/unsupported ODS'],
    ['ofd', zip({ 'OFD.xml': '', 'Doc_0/Document.xml': '' }), 'ofd'],
    ['xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'input/unsupported XLSX'],
    ['pptx', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), 'input/unsupported PPTX'],
    ['zip', zip({ 'a.doc': '', 'b.doc': '' }), 'input/unsupported ZIP'],
    ['doc', ole('Root Entry', 'WordDocument', '1Table'), 'doc'],
    ['doc with a workbook in it', ole('Workbook', 'WordDocument'), 'doc'],
    ['xls', ole('Root Entry', 'Workbook'), 'input/unsupported XLS'],
    ['encrypted docx', ole('Root Entry', 'EncryptedPackage'), 'document/encrypted'],
    ['encrypted docx in capitals', ole('ROOT ENTRY', 'ENCRYPTEDPACKAGE'), 'document/encrypted'],
    ['Word 2', Uint8Array.of(0xdb, 0xa5, 0x2d, 0, 0, 0, 9, 4), 'document/old-word'],
    ['rtf', '{\\rtf1\\ansi\\ansicpg936 }', 'rtf'],
    ['rtf after a mark and a blank line', '\ufeff\r\n{\\rtf1\\ansi }', 'rtf'],
    ['pdf', '%PDF-1.7\n1 0 obj', 'pdf'],
    ['pdf after a header', `HTTP/1.1 200 OK\r\nServer: x\r\n\r\n%PDF-1.4\n`, 'pdf'],
    [
      'pdf without its first line',
      `%\n1 0 obj\n<<>>\nendobj\n${' '.repeat(2000)}\nstartxref\n449\n%%EOF\n`,
      'pdf',
    ],
    ['mhtml', mime, 'mhtml'],
    [
      'mhtml of one part',
      'MIME-Version: 1.0\nContent-Type: text/html;\n charset="gb2312"\n\n<html>',
      'mhtml',
    ],
    ['html', `<!DOCTYPE html>\n<html><body>${page}</body></html>`, 'html'],
    ['html after a comment', `<!-- saved from url=(0014)about:internet -->\n<HTML><BODY>`, 'html'],
    ['xhtml', `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>`, 'html'],
    ['a fragment', page, 'html'],
    ['a fragment after text', `各县区：${page}`.repeat(3), 'html'],
    ['html in UTF-16', Buffer.from(`\ufeff<html><body>${page}</body></html>`, 'utf16le'), 'html'],
    ['text', '一、总体要求\n（一）指导思想。', 'txt'],
    ['text that speaks of tags', '网页应当使用<table>标签，不得使用<div>。'.padEnd(600, '。'), 'txt'],
    ['text that was not written to its end', `一、总体要求\n${'\0'.repeat(4000)}`, 'txt'],
    [
      'Word XML',
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
      'input/unsupported Word XML',
    ],
    ['other XML', '<?xml version="1.0"?><rss><channel/></rss>', 'input/unsupported XML'],
    ['nothing', '', 'input/empty'],
    ['white space', '\ufeff \r\n\t\n ', 'input/empty'],
    ['NULs', Buffer.alloc(4096), 'input/empty'],
    ['png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'input/unsupported PNG'],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'input/unsupported JPEG'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'input/unsupported gzip'],
    ['rar', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), 'input/unsupported RAR'],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'input/unsupported 7z'],
    ['elf', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'input/unsupported ELF'],
    ['exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'input/unsupported EXE'],
    ['text that begins like an exe', `MZ村关于开展整治工作的通知${'。'.repeat(99)}`, 'txt'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 251)),
      'input/unsupported 二进制文件 (binary data)',
    ],
  ])('%s', (_, bytes, expected) => {
    // Whatever the file is called.
    for (const name of ['a.txt', 'a.doc', 'a']) expect(outcome(name, bytes), name).toBe(expected)
  })

  it('lets the name break ties', () => {
    const line = '各县区：<br>一、总体要求'
    expect(outcome('a.html', line)).toBe('html')
    expect(outcome('a.txt', line)).toBe('txt')
    const rows = '| 任务 | 单位 |\n|---|---|\n'.concat('| 一<br>二<br>三 | 甲局<br>乙局 |\n'.repeat(20))
    expect(outcome('a.md', rows)).toBe('txt')
  })

  it('notes an extension that says something else, and only then', () => {
    const codes = (name: string, text: string) => {
      const report = new Report()
      detect({ name, bytes: Buffer.from(text) }, report)
      return report.noted.map((n) => `${n.code} ${n.params.extension} ${n.params.format}`)
    }
    expect(codes('通知.doc', '{\\rtf1 }')).toEqual(['read/extension-differs doc rtf'])
    expect(codes('a/b.c/通知.TXT', page)).toEqual(['read/extension-differs txt html'])
    for (const name of ['通知.rtf', '通知', '-', '通知.wpx', '.doc'])
      expect(codes(name, '{\\rtf1 }')).toEqual([])
    expect(codes('通知.md', '# 要点')).toEqual([])
  })

  it('never throws anything but a named error', () => {
    const heads = [
      '',
      'PK\x03\x04',
      'PK\x05\x06',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '%PDF-',
      '<',
      'BM',
      'MZ',
      '{\\rtf',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        (head, rest, name) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest])
          expect(outcome(name, bytes)).toMatch(
            /^(txt|html|mhtml|docx|doc|rtf|odt|pdf|ofd|input\/|document\/)/,
          )
        },
      ),
    )
  })
})

const robustness = `${shared}/robustness`
describe.skipIf(!existsSync(robustness))("other projects' files", () => {
  it.each([
    ['mammoth', 'docx', /\.docx$/],
    ['ofdrw', 'ofd', /\.ofd$/],
    ['pdfplumber', 'pdf', /\.pdf$/],
    ['pdfjs', 'pdf', /\.pdf$/],
    ['tika', 'rtf', /\.rtf$/],
    ['tika', 'mhtml', /\.mhtml$/],
    ['tika', 'html', /\.html$/],
  ])('%s: every %s is one', (folder, format, pattern) => {
    const files = readdirSync(`${robustness}/${folder}`).filter((f) => pattern.test(f))
    const wrong = files.filter((f) => outcome(f, readFileSync(`${robustness}/${folder}/${f}`)) !== format)
    expect(files.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})
