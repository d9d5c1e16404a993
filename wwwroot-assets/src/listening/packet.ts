/** One arrival of audio as the listening hub sends it (little-endian, 20 bytes of header, then µ-law, agent and customer interleaved). */
export interface Packet {
  gapBefore: boolean;
  /** Samples per leg at 8 kHz. */
  times: number;
  epoch: number;
  sequence: number;
  /** Media time, ms. */
  positionMs: number;
  /** Server clock when the frame came in, ms modulo 2^32. */
  receivedMs: number;
  /** A view on the bytes received, not a copy. */
  mulaw: Uint8Array;
}

export const HEADER = 20;

/** Null for anything that is not a whole packet of this version: a player that guesses makes noise. */
export function readPacket(bytes: Uint8Array): Packet | null {
  if (bytes.length < HEADER || bytes[0] !== 1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const times = view.getUint16(2, true);
  if (times === 0 || bytes.length !== HEADER + times * 2) return null;
  return {
    gapBefore: (bytes[1]! & 1) !== 0,
    times,
    epoch: view.getUint32(4, true),
    sequence: view.getUint32(8, true),
    positionMs: view.getUint32(12, true),
    receivedMs: view.getUint32(16, true),
    mulaw: bytes.subarray(HEADER),
  };
}

/** later − earlier for counters that wrap at 2^32. */
export const since32 = (later: number, earlier: number): number => (later - earlier) | 0;
