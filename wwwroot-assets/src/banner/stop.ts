/**
 * Ends every listening of this agent by two ways at once, after the heartbeats have already been stopped by the caller.
 * True when one way said yes.
 */
export async function sendStop(
  token: string | null,
  hub: () => Promise<unknown>,
  post: typeof fetch = fetch,
): Promise<boolean> {
  const byHub = hub();
  const byPost = token
    ? post('/desk/stop', {
      method: 'POST',
      body: new URLSearchParams({ token }),
      headers: { Accept: 'application/json' },
      keepalive: true,
    }).then((answer) => {
      if (!answer.ok) throw new Error(`stop answered ${answer.status}`);
    })
    : Promise.reject(new Error('no stop token'));
  const tooLate = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('no answer')), 5_000));
  byHub.catch(() => undefined);
  tooLate.catch(() => undefined);
  return Promise.any([byHub, byPost].map((way) => Promise.race([way, tooLate]))).then(() => true, () => false);
}
