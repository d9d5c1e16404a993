import { describe, expect, it } from 'vitest';
import { arrivals, largestStep, play } from './arrival-patterns';
import { rms, tone } from './measure';
import { Playout } from './playout';

const RATE = 48_000;
const at = (ms: number) => Math.round((ms * RATE) / 1000);
// The steepest step of a 500 Hz tone of amplitude 0.5 at 48 kHz is 0.033; a click is a multiple of it.
const CLICK = 0.06;

describe('The player', () => {
  it('starts 60 ms after the first packet at 20 ms frames, and never runs dry on a steady line', () => {
    const playout = new Playout(RATE);
    const { left } = play(playout, arrivals({ agentHertz: 500 }), 4900);
    const first = left.findIndex((value) => Math.abs(value) > 0.05);
    expect(first).toBeGreaterThan(at(35));
    expect(first).toBeLessThan(at(65));
    expect(playout.report()).toMatchObject({ underruns: 0, lost: 0, skippedMs: 0 });
    expect(largestStep(left)).toBeLessThan(CLICK);
  });

  it('puts the agent left and the customer right', () => {
    const { left, right } = play(new Playout(RATE), arrivals({ agentHertz: 500, customerHertz: 1200 }), 2000);
    const last = (values: Float32Array) => values.subarray(at(1800), at(1900));
    expect(tone(last(left), RATE, 500)).toBeGreaterThan(0.45);
    expect(tone(last(left), RATE, 1200)).toBeLessThan(0.01);
    expect(tone(last(right), RATE, 1200)).toBeGreaterThan(0.45);
    expect(tone(last(right), RATE, 500)).toBeLessThan(0.01);
  });

  it('plays 200 ms frames without a gap, holding little more than one of them', () => {
    const playout = new Playout(RATE);
    const { left, bufferMs } = play(playout, arrivals({ packetMs: 200, seconds: 10, agentHertz: 500 }), 9900);
    expect(playout.report().underruns).toBe(0);
    expect(Math.max(...bufferMs.slice(bufferMs.length / 2))).toBeLessThan(260);
    expect(largestStep(left)).toBeLessThan(CLICK);
  });

  it('fades out when a Wi-Fi hiccup empties it, buffers anew, and is near live again soon after', () => {
    const playout = new Playout(RATE);
    const hiccup = (n: number) => (n >= 100 && n < 110 ? 200 - (n - 100) * 20 : 0);
    const { left, bufferMs } = play(playout, arrivals({ seconds: 8, agentHertz: 500, delay: hiccup }), 7900);
    expect(playout.report().underruns).toBe(1);
    expect(largestStep(left)).toBeLessThan(CLICK);
    expect(bufferMs.at(-1)).toBeLessThan(260);
  });

  it('learns from jitter: a line that is late by up to 80 ms runs dry at the beginning only', () => {
    const playout = new Playout(RATE);
    const jitter = (n: number) => ((n * 7919) % 9) * 10;
    const pattern = arrivals({ seconds: 20, delay: jitter });
    play(playout, pattern.filter((arrival) => arrival.at < 5000), 5000);
    const early = playout.report().underruns;
    play(playout, pattern.filter((arrival) => arrival.at >= 5000), 19_900, RATE, 5000);
    expect(playout.report().underruns).toBe(early);
    expect(playout.report().targetMs).toBeGreaterThan(80);
  });

  it('goes to live at once when a stall ends in a burst', () => {
    const playout = new Playout(RATE);
    const stall = (n: number) => (n >= 100 && n < 200 ? 2000 - (n - 100) * 20 : 0);
    const { left, bufferMs } = play(playout, arrivals({ seconds: 8, agentHertz: 500, delay: stall }), 7900);
    expect(playout.report().skippedMs).toBeGreaterThan(1000);
    expect(bufferMs[Math.round((4300 * RATE) / 128_000)]).toBeLessThan(1000);
    expect(largestStep(left)).toBeLessThan(CLICK);
  });

  it.each([200, -200])('follows a sender whose clock is off by %i ppm', (ppm) => {
    const playout = new Playout(RATE);
    const { bufferMs } = play(playout, arrivals({ seconds: 120, ppm }), 119_000);
    expect(playout.report()).toMatchObject({ underruns: 0, skippedMs: 0 });
    expect(bufferMs.at(-1)).toBeGreaterThan(5);
    expect(bufferMs.at(-1)).toBeLessThan(100);
  }, 30_000);

  it('counts what the server left out, and joins the ends without a click', () => {
    const playout = new Playout(RATE);
    const pattern = arrivals({ agentHertz: 500 }).filter(({ packet }) => packet.sequence < 100 || packet.sequence > 104);
    const { left } = play(playout, pattern, 4900);
    expect(playout.report().lost).toBe(5);
    expect(largestStep(left)).toBeLessThan(CLICK);
  });

  it('is silent 10 ms after a flush, without a click, and plays nothing older than the new epoch', () => {
    const playout = new Playout(RATE);
    const before = play(playout, arrivals({ seconds: 1, agentHertz: 500 }), 990);
    playout.flush(2);
    const after = play(playout, arrivals({ seconds: 1, agentHertz: 500, firstSequence: 51, startMs: 1000 }), 1990, RATE, 990);
    expect(rms(before.left.subarray(at(800)))).toBeGreaterThan(0.3);
    expect(rms(after.left.subarray(at(12)))).toBe(0);
    expect(largestStep(after.left)).toBeLessThan(CLICK);
    expect(playout.report().played).toBe(100);
  });

  it('does not play the next epoch before enough of it is there, even when it comes at once', () => {
    const playout = new Playout(RATE);
    play(playout, arrivals({ seconds: 1, agentHertz: 500 }), 990);
    const { left } = play(playout, arrivals({ seconds: 2, epoch: 2, firstSequence: 51, agentHertz: 500, startMs: 991 }), 2900, RATE, 990);
    expect(rms(left.subarray(at(12), at(35)))).toBe(0);
    expect(rms(left.subarray(at(100)))).toBeGreaterThan(0.3);
    expect(playout.report().underruns).toBe(0);
    expect(largestStep(left)).toBeLessThan(CLICK);
  });

  it('plays again with the next epoch, and never again once ended', () => {
    const playout = new Playout(RATE);
    play(playout, arrivals({ seconds: 1, agentHertz: 500 }), 990);
    playout.flush(2);
    const again = play(playout, arrivals({ seconds: 1, epoch: 2, firstSequence: 51, agentHertz: 500, startMs: 1000 }), 1990, RATE, 990);
    expect(rms(again.left.subarray(at(500)))).toBeGreaterThan(0.3);
    playout.flush(3, true);
    const ended = play(playout, arrivals({ seconds: 1, epoch: 4, firstSequence: 200, agentHertz: 500, startMs: 2000 }), 2990, RATE, 1990);
    expect(rms(ended.left.subarray(at(12)))).toBe(0);
  });

  it('mutes one leg with a ramp and leaves the other alone', () => {
    const playout = new Playout(RATE);
    const pattern = arrivals({ seconds: 3, agentHertz: 500, customerHertz: 500 });
    play(playout, pattern.filter((arrival) => arrival.at < 1000), 1000);
    playout.setGain('agent', 0);
    const { left, right } = play(playout, pattern.filter((arrival) => arrival.at >= 1000), 1900, RATE, 1000);
    expect(largestStep(left)).toBeLessThan(CLICK);
    expect(rms(left.subarray(at(20)))).toBe(0);
    expect(rms(right.subarray(at(20)))).toBeGreaterThan(0.3);
  });

  it('says what was played, not what was received', () => {
    const playout = new Playout(RATE);
    play(playout, arrivals({ seconds: 1 }), 990);
    const { played } = playout.report();
    expect(played).toBeGreaterThan(44);
    expect(played).toBeLessThan(50);
  });
});
