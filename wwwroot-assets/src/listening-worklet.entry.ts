import { readPacket } from './listening/packet';
import { Playout, type Leg } from './listening/playout';

export type ToWorklet =
  | { kind: 'packet'; bytes: Uint8Array; at: number }
  | { kind: 'flush'; epoch: number; ended: boolean }
  | { kind: 'restart' }
  | { kind: 'gain'; leg: Leg; gain: number };

const REPORT_EVERY = 0.05;

/** Plays what the page hands over and says twenty times a second what was really played. */
class ListeningProcessor extends AudioWorkletProcessor {
  private readonly playout = new Playout(sampleRate);
  private reportAt = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      if (data.kind === 'packet') {
        const packet = readPacket(data.bytes);
        if (packet) this.playout.push(packet, data.at);
      } else if (data.kind === 'flush') this.playout.flush(data.epoch, data.ended);
      else if (data.kind === 'restart') this.playout.restart();
      else this.playout.setGain(data.leg, data.gain);
    };
  }

  process(_: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [left, right] = outputs[0]!;
    if (left && right) this.playout.pull(left, right);
    if (currentTime >= this.reportAt) {
      this.reportAt = currentTime + REPORT_EVERY;
      this.port.postMessage(this.playout.report());
    }
    return true;
  }
}

registerProcessor('listening', ListeningProcessor);
