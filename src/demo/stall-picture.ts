import { mosaicJpeg } from './mosaic-jpeg.ts';

type Colour = readonly [number, number, number];

const [columns, rows] = [60, 40];
const sky: Colour = [203, 225, 232];
const ground: Colour = [196, 178, 150];
const wall: Colour = [240, 232, 214];
const wood: Colour = [133, 94, 66];
const white: Colour = [250, 248, 242];
const awnings: readonly Colour[] = [
  [12, 93, 86],
  [178, 72, 44],
  [196, 143, 28],
  [62, 84, 138],
];
const wares: readonly (readonly Colour[])[] = [
  [
    [222, 172, 92],
    [196, 132, 60],
  ],
  [
    [168, 60, 44],
    [226, 196, 84],
  ],
  [
    [104, 142, 74],
    [228, 214, 170],
  ],
];

/** A stall from the front, drawn in tiles: nobody's photograph. The same number draws the same stall. */
export function stallPicture(number: number): Uint8Array {
  const awning = awnings[number % awnings.length]!;
  const sold = wares[number % wares.length]!;
  const colourAt = (x: number, y: number): Colour => {
    if (y >= 34) return ground;
    if (x < 8 || x >= 52 || y < 6) return sky;
    if (y < 13) return Math.floor((x - 8) / 4) % 2 === 0 ? awning : white;
    if (x < 10 || x >= 50) return wood;
    if (y >= 26) return y === 26 ? wood : wall;
    if (y < 19) return wall;
    // Three rows of jars on the counter, every other column a gap.
    if ((x + number) % 4 === 0 || y % 3 === 0) return wall;
    return sold[(Math.floor(x / 4) + Math.floor(y / 3)) % sold.length]!;
  };
  return mosaicJpeg(
    Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (_, x) => colourAt(x, y)),
    ),
  );
}
