/** The first bytes of kinds of file that are not read, so that the refusal can name what it is. */

interface Signature {
  readonly kind: string
  readonly bytes: readonly number[]
  readonly at?: number
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0))

const signatures: readonly Signature[] = [
  { kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', bytes: ascii('GIF8') },
  { kind: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'WebP', bytes: ascii('WEBP'), at: 8 },
  { kind: 'RIFF', bytes: ascii('RIFF') },
  { kind: 'JPEG 2000', bytes: [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'RAR', bytes: ascii('Rar!\x1a\x07') },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'bzip2', bytes: ascii('BZh') },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'Zstandard', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'tar', bytes: ascii('ustar'), at: 257 },
  { kind: 'CAB', bytes: ascii('MSCF') },
  { kind: 'ELF', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'Java class', bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { kind: 'PostScript', bytes: ascii('%!PS') },
  { kind: 'DjVu', bytes: ascii('AT&TFORM') },
  { kind: 'CHM', bytes: ascii('ITSF') },
  { kind: 'CAJ', bytes: ascii('CAJ\0') },
  { kind: 'CAJ', bytes: ascii('KDH ') },
  { kind: 'SQLite', bytes: ascii('SQLite format 3\0') },
  { kind: 'Parquet', bytes: ascii('PAR1') },
  { kind: 'MP4', bytes: ascii('ftyp'), at: 4 },
  { kind: 'MP3', bytes: ascii('ID3') },
  { kind: 'Ogg', bytes: ascii('OggS') },
  { kind: 'WordPerfect', bytes: [0xff, 0x57, 0x50, 0x43] },
]

export function startsWith(bytes: Uint8Array, wanted: readonly number[], at = 0): boolean {
  return wanted.every((b, i) => bytes[at + i] === b)
}

/** The kind of a file that is not read; null where nothing is known about these bytes. */
export function foreignKind(bytes: Uint8Array): string | null {
  for (const s of signatures) if (startsWith(bytes, s.bytes, s.at)) return s.kind
  // Two letters are too little to go by: the size, or the place of the next header, must fit as well.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, ascii('BM')) && bytes.length > 26 && view.getUint32(6, true) === 0) return 'BMP'
  if (startsWith(bytes, ascii('MZ')) && bytes.length > 64) {
    const header = view.getUint32(0x3c, true)
    if (header === 0 || startsWith(bytes, ascii('PE'), header)) return 'EXE'
    if (bytes.subarray(0, 64).includes(0)) return 'EXE'
  }
  return null
}

/** Word before 97: its own header, or none that says so. */
export function isOldWord(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, [0xdb, 0xa5]) ||
    startsWith(bytes, [0x9b, 0xa5]) ||
    startsWith(bytes, [0x31, 0xbe, 0, 0])
  )
}
