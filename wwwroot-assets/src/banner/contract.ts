/** What travels on /hubs/desk; field for field as in docs/contracts.md. */
export type Heard = 'waiting' | 'live' | 'hold' | 'payment';

export interface BannerSession {
  id: string;
  listener: string;
  purpose: string;
  since: string;
  heard: Heard;
  nonces: Record<string, string>;
}

export interface BannerSnapshot {
  revision: number;
  stopToken: string;
  ready: boolean;
  mustConfirm: boolean;
  call: { queue: string; since: string; state: string } | null;
  sessions: BannerSession[];
  ended: { at: string; byAgent: boolean } | null;
}

export type Link = 'connecting' | 'open' | 'lost';

/** What the agent's own stop has come to. 'failed' stays until the page is loaded again. */
export type StopState = 'none' | 'sent' | 'done' | 'failed';

/** The sentences, from the server's resources: the script has none of its own. */
export type Words = Record<string, string>;
