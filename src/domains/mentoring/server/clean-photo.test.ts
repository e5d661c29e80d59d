import sharp from 'sharp';
import { expect, test } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { cleanPhoto, isPhoto } from './clean-photo.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5a8' } });
const refusedFor = (bytes: Uint8Array) => refusedAs(cleanPhoto(bytes));

test('keeps a photo at 1,600 pixels, without what it says about place and camera', async () => {
  const taken = await picture(3000, 2000)
    .jpeg()
    .withExif({ IFD0: { Make: 'Kamera', Copyright: 'rahasia' } })
    .toBuffer();
  const kept = await cleanPhoto(taken);
  const about = await sharp(kept).metadata();
  expect([about.format, about.width, about.height]).toEqual(['jpeg', 1600, 1067]);
  expect(about.exif).toBeUndefined();
  expect(Buffer.from(kept).includes('rahasia')).toBe(false);
  expect(isPhoto(kept)).toBe(true);
});

test('takes PNG and WebP, and never enlarges', async () => {
  const kept = await cleanPhoto(await picture(300, 200).webp().toBuffer());
  expect((await sharp(kept).metadata()).width).toBe(300);
  expect(await refusedFor(await picture(20, 20).png().toBuffer())).toBe('accepted');
});

test('refuses what only pretends to be a photo, and what is too large', async () => {
  expect(await refusedFor(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    'mentoring.not-a-photo',
  );
  expect(await refusedFor(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toBe(
    'mentoring.not-a-photo',
  );
  expect(await refusedFor(new Uint8Array())).toBe('mentoring.not-a-photo');
  expect(await refusedFor(new Uint8Array(5 * 1024 * 1024 + 1))).toBe('mentoring.photo-too-large');
});
