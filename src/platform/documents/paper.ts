/** Millimetres to PDF points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** One kind of sheet; every length in points. */
export interface Paper {
  width: number;
  height: number;
  margins: Margins;
}

/**
 * Office paper with the margins of Permendagri 1/2023 (tata naskah dinas): 2 cm above, 2.5 cm below,
 * 3 cm on the binding side, 2 cm on the right. F4 (215 × 330 mm) is what most Indonesian offices load.
 */
export function officePaper(kind: 'A4' | 'F4'): Paper {
  const [width, height] = kind === 'A4' ? [mm(210), mm(297)] : [mm(215), mm(330)];
  return {
    width,
    height,
    margins: { top: mm(20), right: mm(20), bottom: mm(25), left: mm(30) },
  };
}

/** A4 on its side, with even margins. */
export function landscapeA4(marginMillimetres: number): Paper {
  return { width: mm(297), height: mm(210), margins: evenMargins(marginMillimetres) };
}

export function portraitA4(marginMillimetres: number): Paper {
  return { width: mm(210), height: mm(297), margins: evenMargins(marginMillimetres) };
}

export function portraitA5(marginMillimetres: number): Paper {
  return { width: mm(148), height: mm(210), margins: evenMargins(marginMillimetres) };
}

/** A strip of 58 mm thermal roll; printers feed as much as the strip is high. */
export function roll58(height: number): Paper {
  return {
    width: mm(58),
    height,
    margins: { top: mm(4), right: mm(4), bottom: mm(6), left: mm(4) },
  };
}

function evenMargins(millimetres: number): Margins {
  const edge = mm(millimetres);
  return { top: edge, right: edge, bottom: edge, left: edge };
}
