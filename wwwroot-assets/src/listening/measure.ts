/** Root mean square, 0…1. */
export function rms(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return values.length === 0 ? 0 : Math.sqrt(sum / values.length);
}

/** Amplitude of one frequency (Goertzel), 0…1. */
export function tone(values: Float32Array, rate: number, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let one = 0;
  let two = 0;
  for (const value of values) [two, one] = [one, value + turn * one - two];
  return values.length === 0 ? 0 : (2 * Math.sqrt(Math.max(0, one * one + two * two - turn * one * two))) / values.length;
}
