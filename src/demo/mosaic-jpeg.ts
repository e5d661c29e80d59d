/** A picture in tiles of 8 by 8 pixels, each of one colour: red, green and blue, 0 to 255. */
export type Mosaic = readonly (readonly (readonly [number, number, number])[])[];

/**
 * A mosaic as a JPEG (ITU-T T.81, baseline). A tile of one colour has no detail to be coded, so three numbers a tile are
 * the whole picture: enough for pictures a demo draws of itself, with nobody in them.
 */
export function mosaicJpeg(tiles: Mosaic): Uint8Array {
  const [height, width] = [tiles.length * 8, (tiles[0]?.length ?? 0) * 8];
  const bits = new BitWriter();
  const before = [0, 0, 0];
  for (const row of tiles)
    for (const tile of row)
      for (const [at, level] of levelsOf(tile).entries()) {
        writeDifference(bits, level - before[at]!);
        before[at] = level;
        // No detail: end of the tile.
        bits.write(0b0, 1);
      }
  return Uint8Array.from([
    ...[0xff, 0xd8],
    // Steps of 8 for the one coefficient there is, which is 8 times the mean: one step a shade.
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [
      8,
      ...two(height),
      ...two(width),
      3,
      ...[1, 2, 3].flatMap((id) => [id, 0x11, 0]),
    ]),
    ...segment(0xc4, [0x00, ...counts(4, 12), ...Array.from({ length: 12 }, (_, size) => size)]),
    ...segment(0xc4, [0x10, ...counts(1, 1), 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...bits.end(),
    ...[0xff, 0xd9],
  ]);
}

/** Brightness and the two colour differences, about zero (ITU-R BT.601). */
function levelsOf([r, g, b]: readonly [number, number, number]): number[] {
  return [
    0.299 * r + 0.587 * g + 0.114 * b - 128,
    -0.168736 * r - 0.331264 * g + 0.5 * b,
    0.5 * r - 0.418688 * g - 0.081312 * b,
  ].map((level) => Math.round(Math.min(127, Math.max(-128, level))));
}

/** How many binary digits it has, in four bits, then those digits; a negative one less one. */
function writeDifference(bits: BitWriter, difference: number): void {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  bits.write(size, 4);
  if (size > 0) bits.write(difference > 0 ? difference : difference + 2 ** size - 1, size);
}

/** Of the sixteen lengths a code may have, `many` codes of one length. */
function counts(length: number, many: number): number[] {
  return Array.from({ length: 16 }, (_, at) => (at === length - 1 ? many : 0));
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...two(content.length + 2), ...content];
}

function two(number: number): number[] {
  return [number >> 8, number & 0xff];
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, size: number): void {
    for (let at = size - 1; at >= 0; at -= 1) {
      this.#held = (this.#held << 1) | ((value >> at) & 1);
      this.#count += 1;
      if (this.#count === 8) this.#flush();
    }
  }

  /** Filled up with ones, as the format asks. */
  end(): readonly number[] {
    while (this.#count > 0) this.write(1, 1);
    return this.#bytes;
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    // A byte that looks like a marker is told apart by a zero behind it.
    if (this.#held === 0xff) this.#bytes.push(0);
    this.#held = 0;
    this.#count = 0;
  }
}
