/** Small documents, made byte by byte. */
import { crc32 } from 'node:zlib'

/** An empty page. */
export const pdf = (): Buffer =>
  Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`,
    'latin1',
  )

/** Files by their names within, stored without compression. */
export function zip(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(text), 10)
    facts.writeUInt32LE(Buffer.byteLength(text), 14)
    facts.writeUInt32LE(Buffer.byteLength(text), 18)
    facts.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), Buffer.from(text)])
    bodies.push(body)
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place, Buffer.from(name))
    at += body.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(bodies.length, 4)
  end.writeUInt16LE(bodies.length, 6)
  end.writeUInt32LE(Buffer.concat(list).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, ...list, Buffer.from('PK\x05\x06'), end])
}

const office = (part: string, contentType: string) =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${contentType}.main+xml"/></Types>`,
    [part]: '<?xml version="1.0"?><document/>'.padEnd(500),
  })

export const docx = () => office('word/document.xml', 'wordprocessingml.document')
export const xlsx = () => office('xl/workbook.xml', 'spreadsheetml.sheet')
export const pptx = () => office('ppt/presentation.xml', 'presentationml.presentation')

export const odt = () =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<document/>'.padEnd(500) })

/** The container of old Word and Excel files with one stream, of the given name: header, content, table, directory. */
export function ole(stream: string): Buffer {
  const bytes = Buffer.alloc(512 * 4)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(2, 48)
  bytes.writeUInt32LE(1, 76)
  bytes.write('Root Entry', 512 * 3, 'utf16le')
  bytes.write(stream, 512 * 3 + 128, 'utf16le')
  return bytes
}
