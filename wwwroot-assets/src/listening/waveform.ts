import type { Heard, Leg } from './playout';

const BUCKET_MS = 50;
const BUCKETS = 600;
const LEGS: Leg[] = ['agent', 'customer'];

/** The last 30 seconds of what was played, agent above customer, with pins. Knows no canvas until it draws on one. */
export class Waveform {
  private readonly peaks: Record<Leg, Float32Array> = { agent: new Float32Array(BUCKETS), customer: new Float32Array(BUCKETS) };
  private pins: number[] = [];
  private count = 0;

  add(heard: Heard): void {
    for (const leg of LEGS) this.peaks[leg][this.count % BUCKETS] = heard.peaks[leg];
    this.count++;
    this.pins = this.pins.filter((pin) => pin > this.count - BUCKETS);
  }

  clear(): void {
    for (const leg of LEGS) this.peaks[leg].fill(0);
    this.pins = [];
    this.count = 0;
  }

  pin(): void {
    this.pins.push(this.count);
  }

  level(leg: Leg): number {
    return this.count === 0 ? 0 : this.peaks[leg][(this.count - 1) % BUCKETS]!;
  }

  get seconds(): number {
    return (BUCKETS * BUCKET_MS) / 1000;
  }

  draw(canvas: HTMLCanvasElement): void {
    const context = fitted(canvas);
    if (!context) return;
    const { width, height } = canvas;
    const style = getComputedStyle(canvas);
    context.clearRect(0, 0, width, height);
    const lane = height / 2;
    const bar = width / BUCKETS;
    LEGS.forEach((leg, index) => {
      const middle = lane * index + lane / 2;
      context.fillStyle = style.getPropertyValue(`--qh-lane-${leg}`).trim() || style.color;
      for (let i = 0; i < BUCKETS; i++) {
        const bucket = this.count - BUCKETS + i;
        const peak = bucket < 0 ? 0 : this.peaks[leg][bucket % BUCKETS]!;
        const tall = Math.max(1, Math.sqrt(peak) * lane * 0.9);
        context.fillRect(i * bar, middle - tall / 2, Math.max(1, bar * 0.8), tall);
      }
    });
    context.fillStyle = style.color;
    for (const pin of this.pins) {
      const x = (pin - this.count + BUCKETS) * bar;
      context.fillRect(x, 0, 2, height);
      context.beginPath();
      context.arc(x + 1, 5, 5, 0, Math.PI * 2);
      context.fill();
    }
  }

  /** Two thin bars, agent above customer: what a wallboard line has room for. */
  drawMeter(canvas: HTMLCanvasElement): void {
    const context = fitted(canvas);
    if (!context) return;
    const { width, height } = canvas;
    const style = getComputedStyle(canvas);
    context.clearRect(0, 0, width, height);
    LEGS.forEach((leg, index) => {
      context.fillStyle = style.getPropertyValue(`--qh-lane-${leg}`).trim() || style.color;
      context.fillRect(0, (height / 2) * index + 1, Math.max(2, Math.sqrt(this.level(leg)) * width), height / 2 - 2);
    });
  }
}

function fitted(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const scale = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * scale);
  const height = Math.round(canvas.clientHeight * scale);
  if (width === 0 || height === 0) return null;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return canvas.getContext('2d');
}
