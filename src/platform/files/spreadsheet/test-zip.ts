import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart =
  | { readonly name: string; readonly content: string }
  | { readonly name: string; readonly packed: Buffer; readonly unpackedSize: number };

/** A zip file of the given parts, whose directory may claim any unpacked size: for testing what a bomb meets. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = 'content' in part ? Buffer.from(part.content) : undefined;
    const packed = 'content' in part ? deflateRawSync(content!) : part.packed;
    const size = 'content' in part ? content!.length : part.unpackedSize;
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(content === undefined ? 0 : crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('504b0304', 'hex'), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('504b01021400', 'hex'), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('504b0506', 'hex'), end]);
}
