const SIZE = 32_768;
const MASK = SIZE - 1;
const SHORTEST = 20;
const LONGEST = 100;

/** Both legs at 8 kHz by absolute position; four seconds, of which the past is kept for stretching. */
export class LegRing {
  readonly agent = new Float32Array(SIZE);
  readonly customer = new Float32Array(SIZE);
  written = 0;
  read = 0;

  get held(): number {
    return this.written - this.read;
  }

  write(agent: number, customer: number): void {
    const at = this.written++ & MASK;
    this.agent[at] = agent;
    this.customer[at] = customer;
  }

  scale(position: number, gain: number): void {
    this.agent[position & MASK]! *= gain;
    this.customer[position & MASK]! *= gain;
  }

  get(leg: Float32Array, position: number): number {
    return leg[position & MASK]!;
  }

  /** Drops everything after the next `keep` samples. */
  cut(keep: number): void {
    this.written = Math.min(this.written, this.read + keep);
  }

  /** Moves on to live, leaving `keep` samples, with the joint blended over 5 ms. */
  skipTo(keep: number): void {
    const to = this.written - keep;
    if (to <= this.read) return;
    this.blend(this.read, to, to, Math.min(40, keep));
    this.read = to;
  }

  /** Plays one pitch period less. False when there is too little to look at. */
  compress(): boolean {
    if (this.held < LONGEST * 3) return false;
    const period = this.period();
    this.blend(this.read, this.read + period, this.read + period, period);
    this.read += period;
    return true;
  }

  /** Plays one pitch period twice. */
  stretch(): boolean {
    if (this.held < LONGEST || this.read < LONGEST * 3) return false;
    const period = this.period(-LONGEST);
    this.blend(this.read, this.read - period, this.read - period, period);
    this.read -= period;
    return true;
  }

  /** From `out` to `into` over `length` samples, written at `at`. */
  private blend(out: number, into: number, at: number, length: number): void {
    for (const leg of [this.agent, this.customer]) {
      for (let i = 0; i < length; i++) {
        const w = i / length;
        leg[(at + i) & MASK] = this.get(leg, out + i) * (1 - w) + this.get(leg, into + i) * w;
      }
    }
  }

  // The shift at which the sound is most like itself; in silence any will do, and the shortest is taken.
  private period(from = 0): number {
    const start = this.read + from;
    let best = SHORTEST;
    let bestLikeness = 0;
    for (let shift = SHORTEST; shift <= LONGEST; shift++) {
      let both = 0;
      let one = 1e-9;
      let two = 1e-9;
      for (let i = 0; i < LONGEST; i += 2) {
        const a = this.get(this.agent, start + i) + this.get(this.customer, start + i);
        const b = this.get(this.agent, start + i + shift) + this.get(this.customer, start + i + shift);
        both += a * b;
        one += a * a;
        two += b * b;
      }
      const likeness = both / Math.sqrt(one * two);
      if (likeness > bestLikeness + 1e-3) {
        bestLikeness = likeness;
        best = shift;
      }
    }
    return best;
  }
}
