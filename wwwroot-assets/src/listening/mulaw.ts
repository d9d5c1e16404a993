/** G.711 µ-law to −1…1, by table (ITU-T G.711, 14-bit values scaled to 16). */
export const MULAW: Float32Array = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80 ? -magnitude : magnitude) / 32768;
});
