import { expect, it } from 'vitest';
import { tone } from './measure';
import { Upsampler } from './upsampler';

function upsampled(hertz: number, rate: number): Float32Array {
  const upsampler = new Upsampler();
  const out = new Float32Array(rate);
  const other = new Float32Array(rate);
  let n = 0;
  for (let i = 0; i < rate; i++) {
    while (upsampler.hungry) {
      const value = Math.sin((2 * Math.PI * hertz * n++) / 8000);
      upsampler.feed(value, -value);
    }
    upsampler.write(out, other, i, 8000 / rate);
  }
  return out.subarray(rate / 10, rate / 10 + rate / 5);
}

it.each([44_100, 48_000, 96_000])('keeps telephone speech and makes no image of it at %i Hz', (rate) => {
  for (const hertz of [300, 1000, 3000]) {
    const out = upsampled(hertz, rate);
    expect(tone(out, rate, hertz)).toBeCloseTo(1, 1);
    expect(tone(out, rate, 8000 - hertz)).toBeLessThan(0.003);
    expect(tone(out, rate, 8000 + hertz)).toBeLessThan(0.003);
  }
});
