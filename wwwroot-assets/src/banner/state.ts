import type { BannerSnapshot, Link, StopState, Words } from './contract';

export type Tone = 'quiet' | 'live' | 'paused' | 'lost' | 'ended' | 'sample';

export interface Line {
  session: string | null;
  text: string;
}

export interface View {
  tone: Tone;
  lines: Line[];
  stoppable: boolean;
}

export interface Situation {
  snapshot: BannerSnapshot | null;
  link: Link;
  stop: StopState;
  /** The start-of-shift sample is on show. Never hides a real notice. */
  sample?: boolean;
}

const ENDED_FOR_MS = 12_000;

/** Decides what the banner says. Pure: the same situation always reads the same. */
export function viewOf(situation: Situation, words: Words, now: number): View {
  const { snapshot, link, stop } = situation;
  if (stop === 'failed') {
    return { tone: 'lost', lines: [{ session: null, text: say(words, 'StopFailed') }], stoppable: true };
  }

  if (stop === 'sent' || stop === 'done') {
    return { tone: 'ended', lines: [{ session: null, text: say(words, 'EndedByAgent') }], stoppable: false };
  }

  if (link === 'lost') {
    return { tone: 'lost', lines: [{ session: null, text: say(words, 'ConnectionLost') }], stoppable: true };
  }

  if (!snapshot) {
    return { tone: 'quiet', lines: [{ session: null, text: say(words, 'Connecting') }], stoppable: true };
  }

  if (snapshot.sessions.length > 0) {
    const heard = snapshot.sessions.some((session) => session.heard === 'live' || session.heard === 'waiting');
    return {
      tone: heard ? 'live' : 'paused',
      lines: snapshot.sessions.map((session) => ({
        session: session.id,
        text: say(words, session.heard, {
          name: session.listener,
          purpose: words[`purpose_${session.purpose}`] ?? session.purpose,
          time: clockTime(session.since, words['locale'] ?? 'fr-FR'),
        }),
      })),
      stoppable: true,
    };
  }

  if (snapshot.ended && now - Date.parse(snapshot.ended.at) < ENDED_FOR_MS) {
    return {
      tone: 'ended',
      lines: [{ session: null, text: say(words, snapshot.ended.byAgent ? 'EndedByAgent' : 'Ended') }],
      stoppable: false,
    };
  }

  if (situation.sample) {
    return { tone: 'sample', lines: [{ session: null, text: say(words, 'Sample') }], stoppable: false };
  }

  return { tone: 'quiet', lines: [{ session: null, text: say(words, 'Quiet') }], stoppable: false };
}

export function say(words: Words, key: string, values: Record<string, string> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

export function clockTime(instant: string, locale: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}
