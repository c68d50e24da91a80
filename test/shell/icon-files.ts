/** A picture of one size. */
export type IconPicture = { readonly size: number; readonly png: Buffer }

/** A Windows icon: pictures as PNG, which Windows reads since Vista. */
export function icoFile(pictures: readonly IconPicture[]): Buffer {
  const header = Buffer.alloc(6 + pictures.length * 16)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + index * 16
    // 256 is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

// Apple's four letters for a PNG of each size, for screens of one and of two pixels a point. 16 has none that takes a PNG on every macOS.
const appleTypes: Readonly<Record<number, readonly string[]>> = { 32: ['ic11'], 64: ['ic12'], 128: ['ic07'], 256: ['ic08', 'ic13'], 512: ['ic09', 'ic14'], 1024: ['ic10'] }

/** A macOS icon. */
export function icnsFile(pictures: readonly IconPicture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) => (appleTypes[size] ?? []).map((type) => Buffer.concat([Buffer.from(type, 'ascii'), uint32(png.length + 8), png])))
  const body = Buffer.concat(entries)
  return Buffer.concat([Buffer.from('icns', 'ascii'), uint32(body.length + 8), body])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
