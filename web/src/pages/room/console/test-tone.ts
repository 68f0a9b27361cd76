// A short tone, to hear whether this device's sound is on.
const SECONDS = 1;
const HERTZ = 440;
const LOUDNESS = 0.2;

export function playTestTone(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = HERTZ;
  volume.gain.value = LOUDNESS;
  // Without a fade the end would click.
  volume.gain.setTargetAtTime(0, audio.currentTime + SECONDS - 0.2, 0.05);
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + SECONDS);
}
