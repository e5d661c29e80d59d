import type { VisitDraft } from './visit-draft.ts';

const longestWaitMs = 12_000;

/** Where the phone stands, with its owner's consent; null where it does not say, which stops nothing. */
export function askPlace(): Promise<VisitDraft['point']> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyMetres: Math.round(coords.accuracy),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: longestWaitMs, maximumAge: 30_000 },
    );
  });
}
