/**
 * Looks for a voice of the phone that speaks Indonesian; voices may come later than the page, so it tells when.
 *
 * @returns stops looking
 */
export function indonesianVoice(found: (voice: SpeechSynthesisVoice) => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  const look = () => {
    const voice = speechSynthesis.getVoices().find((one) => /^id\b/i.test(one.lang));
    if (voice) found(voice);
  };
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
  return () => speechSynthesis.removeEventListener('voiceschanged', look);
}
