import type { Sheet } from './sheet.ts';

/**
 * A plain shield with a roof, three waves and a star: it stands where a city's own coat of arms goes
 * until the city loads its picture. Drawn as lines, so that it prints sharp at any size.
 */
export function drawCrest(
  sheet: Sheet,
  at: { x: number; y: number; height: number },
  picture?: Uint8Array,
): void {
  const { doc } = sheet;
  if (picture) {
    const width = at.height * 0.8;
    doc.image(Buffer.from(picture), at.x, at.y, { fit: [width, at.height], align: 'center' });
    return;
  }
  doc
    .save()
    .translate(at.x, at.y)
    .scale(at.height / 100)
    .strokeColor('#1b1b1b')
    .fillColor('#1b1b1b');
  doc.lineJoin('round').lineCap('round');
  doc.path(shield(0)).lineWidth(2.6).stroke();
  doc.path(shield(4.2)).lineWidth(0.9).stroke();
  doc.path(star(40, 23, 7.5)).fill();
  doc.path('M17 47 Q30 44 40 35 Q50 44 63 47').lineWidth(2.2).stroke();
  doc.path('M22 49 V62 M31 46.5 V62 M40 43 V62 M49 46.5 V62 M58 49 V62 M17 62 H63');
  doc.lineWidth(1.8).stroke();
  for (const y of [68, 74.5, 81]) {
    const inset = y - 60;
    doc
      .path(wave(12 + inset * 0.72, 68 - inset * 0.72, y))
      .lineWidth(1.6)
      .stroke();
  }
  doc.restore();
}

/** Width of the drawn crest for a height. */
export function crestWidth(height: number): number {
  return height * 0.8;
}

function shield(inset: number): string {
  const left = 3 + inset;
  const right = 77 - inset;
  const top = 5 + inset;
  const foot = 97 - inset * 1.25;
  return `M${left} ${top} Q40 ${top - 3.5} ${right} ${top} V52 C${right} 74 60 88 40 ${foot} C20 88 ${left} 74 ${left} 52 Z`;
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.4;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return `${(x + reach * Math.cos(angle)).toFixed(2)} ${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

function wave(from: number, to: number, y: number): string {
  const step = (to - from) / 6;
  const humps = Array.from({ length: 6 }, () => `q${step / 2} -4 ${step} 0`);
  return `M${from} ${y}${humps.join('')}`;
}
