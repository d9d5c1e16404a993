// The listening player. One per page, outliving in-circuit navigation.
//
//   prepare(gesture)          loads the worklet and opens the hub connection; with a gesture also wakes the sound
//   attach(root, session, told)  shows this session in `root` (see ListeningPlayer.razor) and joins it unless it already plays
//   detach(root)              takes the pictures away and lets the sound go on
//   leave()                   ends the session and the sound
//   mark()                    drops a pin on the waveform; answers the media time in ms since the session was live
//   player.stats()            delay, loss, underruns; player.levels() and player.toneAt(hertz, leg): measured where the sound leaves the page
//
// The same object is window.qhPlayer. Elements with data-listen prepare on hover and focus and wake the sound when pressed.
import { rms, tone } from './listening/measure';
import { Link, type SessionState } from './listening/link';
import type { Heard, Leg } from './listening/playout';
import { Sound } from './listening/sound';
import { Waveform } from './listening/waveform';

type Shown = 'waiting' | 'live' | 'hold' | 'payment' | 'silent' | 'reconnecting' | 'ended';

interface Told {
  invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown>;
}

const PLAYED_EVERY_MS = 250;
const FRAME_MS = 34;
const CALM_FRAME_MS = 500;

class Player {
  private readonly waveform = new Waveform();
  private readonly sound = new Sound(new URL('listening-worklet.js', import.meta.url), (heard) => this.onHeard(heard), () => this.tell());
  private readonly link = new Link(new URL('hubs/listening', document.baseURI), {
    audio: (bytes) => this.onAudio(bytes),
    state: (state) => this.onState(state),
    reconnecting: () => this.show('reconnecting'),
    lost: (code) => this.onLost(code),
  });
  private session: string | null = null;
  private shown: Shown = 'ended';
  private why: string | null = null;
  private heard: Heard | null = null;
  private root: HTMLElement | null = null;
  private told: Told | null = null;
  private lastTold = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private looping = false;
  private drawnAt = 0;
  private liveAt = 0;
  private pressedAt = 0;
  private firstSoundMs: number | null = null;

  async prepare(gesture: boolean): Promise<boolean> {
    if (gesture) this.pressedAt = performance.now();
    const awake = gesture ? this.sound.wake() : this.sound.load().then(() => this.sound.running);
    void this.link.open().catch(() => {});
    return awake.catch(() => false);
  }

  attach(root: HTMLElement, session: string, told: Told): void {
    this.root = root;
    this.told = told;
    this.lastTold = '';
    root.addEventListener('input', onInput);
    root.addEventListener('click', onClick);
    if (!this.looping) requestAnimationFrame(this.frame);
    this.looping = true;
    if (session !== this.session) this.start(session);
    this.tell();
  }

  detach(root: HTMLElement): void {
    root.removeEventListener('input', onInput);
    root.removeEventListener('click', onClick);
    if (this.root !== root) return;
    this.root = null;
    this.told = null;
  }

  async leave(): Promise<void> {
    this.sound.send({ kind: 'flush', epoch: 0, ended: true });
    await this.link.leave();
    this.finish('left');
  }

  mark(): number {
    this.waveform.pin();
    return this.liveAt === 0 ? 0 : Math.round(performance.now() - this.liveAt);
  }

  setGain(leg: Leg, gain: number): void {
    this.sound.send({ kind: 'gain', leg, gain });
  }

  stats() {
    const heard = this.heard;
    return {
      session: this.session,
      state: this.shown,
      awake: this.sound.running,
      delayMs: heard?.playing ? Math.round(heard.packetMs + heard.waitMs + 2 + this.sound.deviceMs) : null,
      deviceMs: Math.round(this.sound.deviceMs),
      bufferMs: heard?.bufferMs ?? 0,
      targetMs: heard?.targetMs ?? 0,
      packets: heard?.packets ?? 0,
      lost: heard?.lost ?? 0,
      underruns: heard?.underruns ?? 0,
      skippedMs: heard?.skippedMs ?? 0,
      played: heard?.played ?? null,
      firstSoundMs: this.firstSoundMs,
    };
  }

  /** RMS over the last 100 ms, per leg, at the node that goes to the destination. */
  levels(): Record<Leg, number> {
    return { agent: rms(this.sound.samples('agent').values), customer: rms(this.sound.samples('customer').values) };
  }

  /** Amplitude of one frequency over the last 100 ms, at the same node. */
  toneAt(hertz: number, leg: Leg): number {
    const { values, rate } = this.sound.samples(leg);
    return tone(values, rate, hertz);
  }

  private start(session: string): void {
    this.session = session;
    this.heard = null;
    this.liveAt = 0;
    this.firstSoundMs = null;
    this.why = null;
    this.waveform.clear();
    this.sound.send({ kind: 'restart' });
    void this.prepare(false);
    clearInterval(this.timer);
    this.timer = setInterval(() => this.heard?.played != null && this.link.played(this.heard.played), PLAYED_EVERY_MS);
    this.show('waiting');
    void this.link.join(session);
  }

  private onAudio(bytes: Uint8Array): void {
    // The bytes are a view into a message that may hold further packets: handing its buffer over would take theirs too. One small copy.
    const own = bytes.slice();
    this.sound.send({ kind: 'packet', bytes: own, at: performance.now() }, [own.buffer]);
  }

  private onState({ state, why, epoch }: SessionState): void {
    if (state === 'silent' || state === 'ended') this.sound.send({ kind: 'flush', epoch, ended: state === 'ended' });
    if (state === 'ended') {
      this.finish(why);
      return;
    }
    if (state === 'live' && this.liveAt === 0) this.liveAt = performance.now();
    this.show(state === 'silent' && (why === 'hold' || why === 'payment') ? why : state);
  }

  private onLost(code: string): void {
    this.sound.send({ kind: 'flush', epoch: 0, ended: true });
    this.finish(code === 'Connection' ? 'connection' : null);
  }

  private finish(why: string | null): void {
    clearInterval(this.timer);
    this.session = null;
    this.why = why;
    this.show('ended');
  }

  private onHeard(heard: Heard): void {
    this.heard = heard;
    if (!this.session) return;
    if (this.firstSoundMs === null && heard.playing && this.sound.running) this.firstSoundMs = performance.now() - this.pressedAt;
    this.waveform.add(heard);
  }

  private show(shown: Shown): void {
    this.shown = shown;
    this.tell();
  }

  // Only changes reach the circuit; figures and pictures never do.
  private tell(): void {
    const message = `${this.shown} ${this.why ?? ''} ${this.sound.running}`;
    if (!this.told || message === this.lastTold) return;
    this.lastTold = message;
    void this.told.invokeMethodAsync('OnPlayerState', this.shown, this.why, this.sound.running).catch(() => {});
  }

  private readonly frame = (now: number): void => {
    const meters = document.querySelectorAll<HTMLCanvasElement>('canvas[data-level-meter]');
    this.looping = this.root !== null || this.session !== null;
    if (!this.looping) return;
    requestAnimationFrame(this.frame);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (now - this.drawnAt < (calm ? CALM_FRAME_MS : FRAME_MS)) return;
    this.drawnAt = now;
    for (const meter of meters) this.waveform.drawMeter(meter);
    const root = this.root;
    if (!root) return;
    const lanes = root.querySelector<HTMLCanvasElement>('canvas[data-lanes]');
    if (lanes) this.waveform.draw(lanes);
    const stats = this.stats();
    write(root, 'delay', stats.delayMs === null ? '–' : String(stats.delayMs));
    write(root, 'lost', String(stats.lost));
    write(root, 'underruns', String(stats.underruns));
  };
}

function write(root: HTMLElement, figure: string, text: string): void {
  const place = root.querySelector(`[data-figure="${figure}"]`);
  if (place && place.textContent !== text) place.textContent = text;
}

function applyGain(root: HTMLElement, leg: Leg): void {
  const muted = root.querySelector(`[data-mute="${leg}"]`)?.getAttribute('aria-pressed') === 'true';
  const volume = root.querySelector<HTMLInputElement>(`[data-volume="${leg}"]`);
  player.setGain(leg, muted ? 0 : Number(volume?.value ?? 100) / 100);
}

function onInput(event: Event): void {
  const leg = (event.target as HTMLElement).dataset.volume as Leg | undefined;
  if (leg) applyGain(event.currentTarget as HTMLElement, leg);
}

function onClick(event: Event): void {
  const root = event.currentTarget as HTMLElement;
  const target = event.target as HTMLElement;
  if (target.closest('[data-wake]')) void player.prepare(true);
  const mute = target.closest<HTMLElement>('[data-mute]');
  if (!mute) return;
  mute.setAttribute('aria-pressed', String(mute.getAttribute('aria-pressed') !== 'true'));
  applyGain(root, mute.dataset.mute as Leg);
}

declare global {
  interface Window {
    qhPlayer?: Player;
  }
}

// The script may be loaded under two addresses (with and without fingerprint); the sound exists once.
const first = !window.qhPlayer;
export const player: Player = (window.qhPlayer ??= new Player());

if (first) {
  const listens = (event: Event) => event.target instanceof Element && event.target.closest('[data-listen]') !== null;
  for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, (event) => listens(event) && void player.prepare(false));
  for (const kind of ['pointerdown', 'keydown', 'click']) {
    document.addEventListener(kind, (event) => listens(event) && void player.prepare(true), { capture: true });
  }
}

export const prepare = (gesture: boolean) => player.prepare(gesture);
export const attach = (root: HTMLElement, session: string, told: Told) => player.attach(root, session, told);
export const detach = (root: HTMLElement) => player.detach(root);
export const leave = () => player.leave();
export const mark = () => player.mark();
export const stats = () => player.stats();
