import { since32 } from './packet';

const START_MARGIN = 40;
const LEAST_MARGIN = 20;
const MOST_MARGIN = 600;
const KEPT_MS = 10_000;
// Sorting half a thousand delays for every packet would be the audio thread's largest task.
const LOOK_EVERY_MS = 100;

/**
 * How late packets come, against the fastest of the last ten seconds, and from that how much to hold.
 * The target is what the buffer holds just after an arrival: one packet, plus the 0.95 quantile of the delay.
 */
export class Arrivals {
  private readonly kept: { at: number; offset: number }[] = [];
  private packetMs = 20;
  private first: { at: number; position: number } | null = null;
  private lookedAt = -Infinity;
  targetMs = 60;

  /** at: this page's clock, ms; position: media time, ms, modulo 2^32. */
  add(at: number, position: number, packetMs: number): void {
    this.first ??= { at, position };
    this.packetMs = packetMs;
    const offset = at - this.first.at - since32(position, this.first.position);
    this.kept.push({ at, offset });
    while (this.kept[0]!.at < at - KEPT_MS) this.kept.shift();
    if (at - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = at;
    this.targetMs = packetMs + this.margin();
  }

  /** Media time starts anew after an interruption: what was measured before says nothing about it. */
  reset(): void {
    this.kept.length = 0;
    this.first = null;
    this.lookedAt = -Infinity;
    this.targetMs = this.packetMs + START_MARGIN;
  }

  private margin(): number {
    const delays = this.kept.map((entry) => entry.offset).sort((a, b) => a - b);
    const spread = delays[Math.floor((delays.length - 1) * 0.95)]! - delays[0]!;
    // A handful of packets is no distribution: until half a second is known, never hold less than at the start.
    const known = this.kept.length * this.packetMs >= 500;
    return Math.min(MOST_MARGIN, Math.max(known ? LEAST_MARGIN : START_MARGIN, spread + 10));
  }
}
