import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { Plugin } from 'vite';

/** Where src/delivery/field/sw.ts expects the list of what it keeps. */
const listMark = '__FIELD_SHELL__';
const compressible = new Set(['.html', '.js', '.css', '.svg', '.webmanifest']);
/** The drawing's sizes; phones cut a "maskable" one into their own shape, so its picture stays in the middle. */
const icons = [
  { name: 'icon-192.png', size: 192, room: 0 },
  { name: 'icon-512.png', size: 512, room: 0 },
  { name: 'icon-maskable.png', size: 512, room: 0.14 },
];

/** After the build: draws the icons, tells the service worker what to keep, and compresses everything once. */
export function fieldShell(): Plugin {
  let out = '';
  return {
    name: 'field-shell',
    apply: 'build',
    configResolved(config) {
      out = config.build.outDir;
    },
    async closeBundle() {
      if (!existsSync(join(out, 'index.html'))) return;
      await drawIcons(out);
      writeWorker(out);
      for (const file of filesOf(out)) compress(join(out, file));
    },
  };
}

async function drawIcons(out: string): Promise<void> {
  const drawing = readFileSync(join(out, 'icon.svg'));
  for (const { name, size, room } of icons) {
    const inner = Math.round(size * (1 - 2 * room));
    const picture = await sharp(drawing, { density: (72 * inner) / 32 })
      .resize(inner, inner)
      .png()
      .toBuffer();
    const edge = Math.floor((size - inner) / 2);
    await sharp({ create: { width: size, height: size, channels: 4, background: '#0b5d57' } })
      .composite(room > 0 ? [{ input: picture, left: edge, top: edge }] : [])
      .png({ palette: true })
      .toBuffer()
      .then((ground) => writeFileSync(join(out, name), room > 0 ? ground : picture));
  }
}

/** The version is made of the files' names and contents: the same shell is never fetched twice. */
function writeWorker(out: string): void {
  const kept = filesOf(out).filter((file) => file !== 'sw.js' && !file.startsWith('icon-'));
  const hash = createHash('sha256');
  for (const file of kept)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(out, file)));
  const worker = readFileSync(join(out, 'sw.js'), 'utf8');
  hash.update(worker);
  const shell = { version: hash.digest('hex').slice(0, 12), files: kept };
  if (!worker.includes(listMark)) throw new Error(`sw.js does not name ${listMark}`);
  writeFileSync(join(out, 'sw.js'), worker.replaceAll(listMark, JSON.stringify(shell)));
}

function filesOf(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
}

function compress(path: string): void {
  if (!compressible.has(extname(path))) return;
  const plain = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(plain));
}
