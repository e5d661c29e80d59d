import sharp from 'sharp';
import { mentoringProblems } from '../problems.ts';

const largestBytes = 5 * 1024 * 1024;
const longestSide = 1600;
/** A photo of 40 megapixels is drawn in about 160 MB; more is an attack or a mistake. */
const mostPixels = 40_000_000;

/**
 * Draws a photo anew as a JPEG of at most 1,600 pixels a side. What it says about place and camera stays behind,
 * and so does anything that only pretends to be a photo.
 *
 * @throws Refusal photo-too-large, not-a-photo
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > largestBytes) throw mentoringProblems.photoTooLarge();
  try {
    const photo = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await photo.metadata();
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp')
      throw new Error(`not a photo: ${format}`);
    return await photo
      .rotate()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer();
  } catch {
    throw mentoringProblems.notAPhoto();
  }
}

/** Whether kept bytes are a photo as `cleanPhoto` makes them. */
export function isPhoto(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
