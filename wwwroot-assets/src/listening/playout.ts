import { Arrivals } from './arrivals';
import { LegRing } from './leg-ring';
import { MULAW } from './mulaw';
import { since32, type Packet } from './packet';
import { Upsampler } from './upsampler';

const FADE = 40;
const KHZ = 8;
const FAR_BEHIND_MS = 300;
const STRETCH_EVERY_MS = 50;
const TRIM = 0.001;

export type Leg = 'agent' | 'customer';

/** What the worklet tells the page about what was really played. */
export interface Heard {
  /** Last sequence played, or let go for good; null before the first packet. */
  played: number | null;
  bufferMs: number;
  targetMs: number;
  packetMs: number;
  /** From the frame's arrival at the server, compared with the fastest one, to the page's output; ms. */
  waitMs: number;
  packets: number;
  lost: number;
  underruns: number;
  skippedMs: number;
  playing: boolean;
  peaks: Record<Leg, number>;
}

/** The whole way of the sound in the page, free of browser objects: packets in at any time, samples out at the context's rate. */
export class Playout {
  private readonly ring = new LegRing();
  private readonly arrivals = new Arrivals();
  private readonly upsampler = new Upsampler();
  private readonly marks: { end: number; sequence: number; waitMs: number }[] = [];
  private readonly gain = { agent: 1, customer: 1 };
  private readonly wanted = { agent: 1, customer: 1 };
  private peaks = { agent: 0, customer: 0 };
  private epoch = 0;
  private ended = false;
  private playing = false;
  /** While letting go: where the last 5 ms end. What comes after belongs to the next start. */
  private drainUntil: number | null = null;
  private rise = 0;
  private lastSequence: number | null = null;
  private played: number | null = null;
  private fastest: { at: number; received: number } | null = null;
  private waitMs = 0;
  private packetMs = 20;
  private outputMs = 0;
  private adjustedAt = 0;
  private excesses: { at: number; ms: number }[] = [];
  private trim = 0;
  private packets = 0;
  private lost = 0;
  private underruns = 0;
  private skippedMs = 0;

  constructor(private readonly rate: number) {}

  /** at: the page's clock when the packet came, ms. */
  push(packet: Packet, at: number): void {
    if (this.ended || since32(packet.epoch, this.epoch) < 0) {
      this.played = packet.sequence;
      return;
    }
    if (packet.epoch !== this.epoch) this.startEpoch(packet.epoch);
    const jump = this.lastSequence === null ? 1 : since32(packet.sequence, this.lastSequence);
    if (jump <= 0) return;

    this.packets++;
    this.lost += jump - 1;
    this.lastSequence = packet.sequence;
    this.packetMs = packet.times / KHZ;
    const joint = jump > 1 || packet.gapBefore;
    if (joint) this.arrivals.reset();
    this.arrivals.add(at, packet.positionMs, this.packetMs);
    const waits = this.behindFastest(at, packet.receivedMs) + this.ring.held / KHZ;
    this.write(packet, joint);
    this.marks.push({ end: this.ring.written, sequence: packet.sequence, waitMs: waits });
    this.afterArrival(at);
  }

  /** Silent, ended or a new epoch: what is still held is let go within 5 ms. */
  flush(epoch: number, ended = false): void {
    if (since32(epoch, this.epoch) > 0) this.epoch = epoch;
    this.ended ||= ended;
    this.letGo();
  }

  /** A new session: nothing of the last one may be heard or counted. */
  restart(): void {
    this.letGo();
    this.epoch = 0;
    this.ended = false;
    this.lastSequence = null;
    this.played = null;
    this.fastest = null;
    this.packets = this.lost = this.underruns = this.skippedMs = this.waitMs = 0;
  }

  /** Ramped over 10 ms, so that mute does not click. */
  setGain(leg: Leg, gain: number): void {
    this.wanted[leg] = Math.min(2, Math.max(0, gain));
  }

  pull(left: Float32Array, right: Float32Array): void {
    this.outputMs += (left.length * 1000) / this.rate;
    if (!this.playing && this.drainUntil === null) this.startWhenEnough();
    if (this.playing) this.adjust();
    const step = (KHZ * 1000 * (1 + this.trim)) / this.rate;
    const ramp = 1 / (0.01 * this.rate);
    for (let i = 0; i < left.length; i++) {
      while (this.upsampler.hungry) this.feed();
      this.upsampler.write(left, right, i, step);
      left[i]! *= this.approach('agent', ramp);
      right[i]! *= this.approach('customer', ramp);
    }
    this.retireMarks();
  }

  report(): Heard {
    const heard: Heard = {
      played: this.played,
      bufferMs: this.ring.held / KHZ,
      targetMs: this.arrivals.targetMs,
      packetMs: this.packetMs,
      waitMs: this.waitMs,
      packets: this.packets,
      lost: this.lost,
      underruns: this.underruns,
      skippedMs: this.skippedMs,
      playing: this.playing,
      peaks: this.peaks,
    };
    this.peaks = { agent: 0, customer: 0 };
    return heard;
  }

  private startEpoch(epoch: number): void {
    this.letGo();
    this.epoch = epoch;
  }

  private letGo(): void {
    this.ring.cut(this.playing ? FADE : this.drainUntil === null ? 0 : this.drainUntil - this.ring.read);
    if (this.playing) this.drainUntil = this.ring.written;
    this.playing = false;
    this.marks.length = 0;
    this.excesses = [];
    this.trim = 0;
    this.arrivals.reset();
    // What will never be played must not count as in flight.
    if (this.lastSequence !== null) this.played = this.lastSequence;
  }

  private write(packet: Packet, joint: boolean): void {
    if (this.ring.held + packet.times > 16_000) this.skipTo(this.arrivals.targetMs);
    if (joint) {
      const tail = Math.min(FADE, this.ring.held);
      for (let i = 0; i < tail; i++) this.ring.scale(this.ring.written - 1 - i, i / FADE);
    }
    const bytes = packet.mulaw;
    for (let i = 0; i < packet.times; i++) {
      const shape = joint && i < FADE ? i / FADE : 1;
      this.ring.write(MULAW[bytes[i * 2]!]! * shape, MULAW[bytes[i * 2 + 1]!]! * shape);
    }
  }

  private behindFastest(at: number, received: number): number {
    const behind = this.fastest ? at - this.fastest.at - since32(received, this.fastest.received) : 0;
    if (!this.fastest || behind < 0) this.fastest = { at, received };
    return Math.max(0, behind);
  }

  private afterArrival(at: number): void {
    const excess = this.ring.held / KHZ - this.arrivals.targetMs;
    this.excesses.push({ at, ms: excess });
    const window = Math.max(500, 3 * this.packetMs);
    while (this.excesses[0]!.at < at - window) this.excesses.shift();
    if (excess > FAR_BEHIND_MS) this.skipTo(this.arrivals.targetMs);
  }

  private skipTo(keepMs: number): void {
    const before = this.ring.read;
    this.ring.skipTo(Math.round(keepMs * KHZ));
    this.skippedMs += (this.ring.read - before) / KHZ;
    this.excesses = [];
  }

  private startWhenEnough(): void {
    if (this.ring.held === 0 || this.ring.held < Math.round(this.arrivals.targetMs * KHZ)) return;
    this.playing = true;
    this.rise = 0;
    this.excesses = [];
    this.adjustedAt = this.outputMs;
  }

  // Small differences by the rate (a thousandth at most, which nobody hears), larger ones by whole pitch periods.
  private adjust(): void {
    if (this.excesses.length < 2) return;
    const excess = Math.min(...this.excesses.map((entry) => entry.ms));
    this.trim = Math.max(-TRIM, Math.min(TRIM, (excess / 20) * TRIM));
    if (this.outputMs - this.adjustedAt < STRETCH_EVERY_MS) return;
    const before = this.ring.read;
    const done = excess > 25 ? this.ring.compress() : excess < -25 ? this.ring.stretch() : false;
    if (!done) return;
    this.adjustedAt = this.outputMs;
    for (const entry of this.excesses) entry.ms -= (this.ring.read - before) / KHZ;
  }

  private feed(): void {
    if (!this.playing && this.drainUntil === null) {
      this.upsampler.feed(0, 0);
      return;
    }
    const held = (this.drainUntil ?? this.ring.written) - this.ring.read;
    if (held <= 0) {
      if (this.playing) this.underruns++;
      this.playing = false;
      this.drainUntil = null;
      this.excesses = [];
      this.upsampler.feed(0, 0);
      return;
    }
    this.rise = Math.min(1, this.rise + 1 / FADE);
    const shape = Math.min(this.rise, held / FADE);
    const at = this.ring.read++;
    const agent = this.ring.get(this.ring.agent, at);
    const customer = this.ring.get(this.ring.customer, at);
    this.peaks.agent = Math.max(this.peaks.agent, Math.abs(agent));
    this.peaks.customer = Math.max(this.peaks.customer, Math.abs(customer));
    this.upsampler.feed(agent * shape, customer * shape);
  }

  private approach(leg: Leg, ramp: number): number {
    const now = this.gain[leg];
    const wanted = this.wanted[leg];
    return (this.gain[leg] = now < wanted ? Math.min(wanted, now + ramp) : Math.max(wanted, now - ramp));
  }

  private retireMarks(): void {
    while (this.marks.length > 0 && this.marks[0]!.end <= this.ring.read) {
      const mark = this.marks.shift()!;
      this.played = mark.sequence;
      this.waitMs = this.waitMs === 0 ? mark.waitMs : this.waitMs * 0.9 + mark.waitMs * 0.1;
    }
  }
}
