import { expect, it } from 'vitest';
import { encode } from './arrival-patterns';
import { MULAW } from './mulaw';
import { readPacket, since32 } from './packet';

function bytes(times: number, version = 1, flags = 0): Uint8Array {
  const all = new Uint8Array(25 + times * 2).subarray(5);
  const view = new DataView(all.buffer, all.byteOffset);
  view.setUint8(0, version);
  view.setUint8(1, flags);
  view.setUint16(2, times, true);
  [7, 4_000_000_000, 1234, 4_294_967_295].forEach((value, i) => view.setUint32(4 + i * 4, value, true));
  return all;
}

it('reads a packet as written on the wire, without copying the sound', () => {
  const whole = bytes(160, 1, 1);
  expect(readPacket(whole)).toMatchObject({ gapBefore: true, times: 160, epoch: 7, sequence: 4_000_000_000, positionMs: 1234, receivedMs: 4_294_967_295 });
  expect(readPacket(whole)!.mulaw.buffer).toBe(whole.buffer);
});

it.each([['of another version', bytes(160, 2)], ['cut short', bytes(160).subarray(0, 100)], ['with nothing in it', bytes(0)], ['shorter than its header', new Uint8Array(3)]])(
  'plays no packet %s', (_, odd) => expect(readPacket(odd)).toBeNull());

it('counts on past the end of 32 bits', () => expect(since32(5, 4_294_967_290)).toBe(11));

it('decodes µ-law to the values of G.711', () => {
  expect(MULAW[0xff]! * 32_768).toBe(0);
  expect(MULAW[0x80]! * 32_768).toBe(32_124);
  expect(MULAW[0x00]! * 32_768).toBe(-32_124);
  for (let code = 0; code < 256; code++) if (code !== 0x7f) expect(encode(MULAW[code]!)).toBe(code);
});
