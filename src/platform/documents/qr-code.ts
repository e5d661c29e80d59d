import { encode } from 'uqr';

/**
 * A QR symbol as one SVG path in a box of `side` points whose quiet zone of four modules is inside the
 * box. Dark neighbours in a row are one rectangle, so printers leave no hairlines between modules.
 * Error correction M: a card survives a scratch, and modules stay large enough for a cheap camera.
 */
export function qrPath(text: string, side: number): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const module = side / size;
  const parts: string[] = [];
  data.forEach((row, y) => {
    let from = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && from < 0) from = x;
      if (!row[x] && from >= 0) {
        parts.push(
          rectangle({
            x: from * module,
            y: y * module,
            width: (x - from) * module,
            height: module,
          }),
        );
        from = -1;
      }
    }
  });
  return parts.join('');
}

function rectangle(box: { x: number; y: number; width: number; height: number }): string {
  const { x, y, width, height } = box;
  const n = (value: number) => Number(value.toFixed(3));
  return `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`;
}
