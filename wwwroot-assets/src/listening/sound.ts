import type { ToWorklet } from '../listening-worklet.entry';
import type { Heard, Leg } from './playout';

/** The page's one audio graph: worklet, then the way to the ears, with an analyser per leg at that very point. */
export class Sound {
  private context: AudioContext | null = null;
  private node: AudioWorkletNode | null = null;
  private analysers: Record<Leg, AnalyserNode> | null = null;
  private loading: Promise<void> | null = null;
  private readonly waiting: ToWorklet[] = [];

  constructor(private readonly workletUrl: URL, private readonly heard: (heard: Heard) => void, private readonly changed: () => void) {}

  get running(): boolean {
    return this.context?.state === 'running';
  }

  get deviceMs(): number {
    return this.context ? (this.context.baseLatency + (this.context.outputLatency || 0)) * 1000 : 0;
  }

  /** Everything that needs no gesture. Safe to call often. */
  load(): Promise<void> {
    return (this.loading ??= this.build());
  }

  /** To be called within a gesture: a browser plays nothing before one. */
  async wake(): Promise<boolean> {
    const loaded = this.load();
    void this.context?.resume().catch(() => {});
    await loaded;
    return this.running;
  }

  send(message: ToWorklet, transfer: Transferable[] = []): void {
    if (this.node) this.node.port.postMessage(message, transfer);
    // Nothing is kept for later but the settings: sound that comes before the worklet is old by the time it could play.
    else if (message.kind !== 'packet') this.waiting.push(message);
  }

  samples(leg: Leg): { values: Float32Array; rate: number } {
    const analyser = this.analysers?.[leg];
    if (!analyser || !this.context) return { values: new Float32Array(0), rate: 48_000 };
    const all = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(all);
    return { values: all.subarray(all.length - Math.min(all.length, Math.round(this.context.sampleRate / 10))), rate: this.context.sampleRate };
  }

  private async build(): Promise<void> {
    const context = new AudioContext({ latencyHint: 'interactive' });
    this.context = context;
    context.onstatechange = this.changed;
    await context.audioWorklet.addModule(this.workletUrl);
    const node = new AudioWorkletNode(context, 'listening', { numberOfInputs: 0, numberOfOutputs: 1, outputChannelCount: [2] });
    node.port.onmessage = ({ data }: MessageEvent<Heard>) => this.heard(data);
    node.connect(context.destination);
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    node.connect(splitter);
    const analysers = { agent: new AnalyserNode(context, { fftSize: 16_384 }), customer: new AnalyserNode(context, { fftSize: 16_384 }) };
    splitter.connect(analysers.agent, 0);
    splitter.connect(analysers.customer, 1);
    this.analysers = analysers;
    this.node = node;
    for (const message of this.waiting.splice(0)) node.port.postMessage(message);
    this.changed();
  }
}
