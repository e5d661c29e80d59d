import { expect, test } from 'vitest';
import { cleanPhoto } from '#domains/mentoring/server/index.ts';
import { mosaicJpeg } from './mosaic-jpeg.ts';
import { stallPicture } from './stall-picture.ts';

test('a drawn stall is a picture the house takes as it takes a photograph', async () => {
  const picture = stallPicture(1);
  expect(Buffer.from(picture.subarray(0, 3)).toString('hex')).toBe('ffd8ff');
  expect((await cleanPhoto(picture)).length).toBeGreaterThan(500);
});

test('it is the same for the same number and another for the next', () => {
  expect(stallPicture(2)).toEqual(stallPicture(2));
  expect(stallPicture(2)).not.toEqual(stallPicture(3));
});

test('its size is eight times its tiles, each way', () => {
  const picture = mosaicJpeg([
    [
      [0, 0, 0],
      [255, 255, 255],
      [12, 93, 86],
    ],
  ]);
  const frame = picture.indexOf(0xc0);
  expect([...picture.subarray(frame + 4, frame + 8)]).toEqual([0, 8, 0, 24]);
});
