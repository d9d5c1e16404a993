import type { Packet } from './packet';
import { Playout } from './playout';

export interface Arrival {
  at: number;
  packet: Packet;
}

const MULAW_SILENCE = 0xff;

/** µ-law of −1…1 by search of the magnitude: slow, obvious, and independent of the table under test. */
export function encode(value: number): number {
  const sign = value < 0 ? 0x80 : 0;
  const magnitude = Math.min(32_635, Math.abs(Math.round(value * 32_768))) + 0x84;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}

export interface Pattern {
  packetMs?: number;
  seconds?: number;
  epoch?: number;
  firstSequence?: number;
  startMs?: number;
  agentHertz?: number;
  customerHertz?: number;
  /** The sender's clock against the page's: 200 ppm means it sends too fast. */
  ppm?: number;
  /** How late packet n comes, ms. */
  delay?: (n: number) => number;
}

/** A tone per leg, as the server would send it. */
export function arrivals(pattern: Pattern = {}): Arrival[] {
  const { packetMs = 20, seconds = 5, epoch = 1, firstSequence = 1, startMs = 0, agentHertz = 0, customerHertz = 0, ppm = 0, delay = () => 0 } = pattern;
  const times = packetMs * 8;
  let latest = 0;
  return Array.from({ length: Math.round((seconds * 1000) / packetMs) }, (_, n) => {
    const mulaw = new Uint8Array(times * 2);
    for (let i = 0; i < times; i++) {
      const t = (n * times + i) / 8000;
      mulaw[i * 2] = agentHertz ? encode(0.5 * Math.sin(2 * Math.PI * agentHertz * t)) : MULAW_SILENCE;
      mulaw[i * 2 + 1] = customerHertz ? encode(0.5 * Math.sin(2 * Math.PI * customerHertz * t)) : MULAW_SILENCE;
    }
    const sentAt = startMs + (n * packetMs) / (1 + ppm / 1e6);
    // One connection: nothing overtakes.
    latest = Math.max(latest, sentAt + delay(n));
    return { at: latest, packet: { gapBefore: false, times, epoch, sequence: firstSequence + n, positionMs: n * packetMs, receivedMs: Math.round(sentAt) >>> 0, mulaw } };
  });
}

export interface Played {
  left: Float32Array;
  right: Float32Array;
  bufferMs: number[];
}

/** Plays arrivals in the page's time, in blocks of 128 as the browser does. */
export function play(playout: Playout, pattern: Arrival[], untilMs: number, rate = 48_000, fromMs = 0): Played {
  const blocks = Math.floor(((untilMs - fromMs) * rate) / 1000 / 128);
  const left = new Float32Array(blocks * 128);
  const right = new Float32Array(blocks * 128);
  const bufferMs: number[] = [];
  let next = 0;
  for (let block = 0; block < blocks; block++) {
    const now = fromMs + (block * 128_000) / rate;
    for (; next < pattern.length && pattern[next]!.at <= now; next++) playout.push(pattern[next]!.packet, pattern[next]!.at);
    playout.pull(left.subarray(block * 128, block * 128 + 128), right.subarray(block * 128, block * 128 + 128));
    bufferMs.push(playout.report().bufferMs);
  }
  return { left, right, bufferMs };
}

export function largestStep(values: Float32Array): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]! - values[i - 1]!));
  return largest;
}
