const TAPS = 32;
const PHASES = 256;
// Telephone speech ends at 3.4 kHz; images of it start at 4.6 kHz. Half way down at 4 kHz keeps one and removes the other.
const CUTOFF = 0.97;
const BETA = 8;

const kernel = makeKernel();

/** 8 kHz to any rate above it by a windowed sinc, one output at a time; the rate may be trimmed while it runs. Delays by 2 ms. */
export class Upsampler {
  private readonly left = new Float32Array(TAPS * 2);
  private readonly right = new Float32Array(TAPS * 2);
  private at = 0;
  private phase = 1;

  /** Whether another input sample has to be fed before the next output. */
  get hungry(): boolean {
    return this.phase >= 1;
  }

  feed(left: number, right: number): void {
    // Written twice so that the last 32 samples always lie in one piece.
    this.left[this.at] = this.left[this.at + TAPS] = left;
    this.right[this.at] = this.right[this.at + TAPS] = right;
    this.at = (this.at + 1) % TAPS;
    this.phase -= 1;
  }

  /** Writes one output sample of both legs at index and moves on by step input samples. */
  write(left: Float32Array, right: Float32Array, index: number, step: number): void {
    const exact = this.phase * PHASES;
    const whole = Math.floor(exact);
    const part = exact - whole;
    const row = whole * TAPS;
    let l = 0;
    let r = 0;
    for (let tap = 0; tap < TAPS; tap++) {
      const a = kernel[row + tap]!;
      const weight = a + (kernel[row + TAPS + tap]! - a) * part;
      l += weight * this.left[this.at + tap]!;
      r += weight * this.right[this.at + tap]!;
    }
    left[index] = l;
    right[index] = r;
    this.phase += step;
  }
}

function makeKernel(): Float32Array {
  const table = new Float32Array((PHASES + 1) * TAPS);
  for (let phase = 0; phase <= PHASES; phase++) {
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap++) {
      // The oldest sample has tap 0; the output lies between the two in the middle.
      const x = tap - (TAPS / 2 - 1) - phase / PHASES;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * CUTOFF * x) / (Math.PI * CUTOFF * x);
      const edge = x / (TAPS / 2);
      const value = Math.abs(edge) >= 1 ? 0 : sinc * (bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA));
      table[phase * TAPS + tap] = value;
      sum += value;
    }
    for (let tap = 0; tap < TAPS; tap++) table[phase * TAPS + tap]! /= sum;
  }
  return table;
}

function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 30; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
