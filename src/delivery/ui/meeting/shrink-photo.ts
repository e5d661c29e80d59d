const longestSide = 1600;

/**
 * Draws a photo again as a JPEG of at most 1,600 pixels a side (about 200 KB), which also leaves behind where and
 * with what it was taken. A photo the browser cannot draw is sent as it is; the server looks at it again.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise<Blob>((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.8),
    );
  } catch {
    return file;
  }
}
