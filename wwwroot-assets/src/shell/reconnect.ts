// Blazor sets classes on the strip; this only does what it cannot: start again when the server no longer knows us.
interface BlazorReconnect { reconnect(): Promise<boolean> }

async function retry(): Promise<void> {
  try {
    const known = await (window as unknown as { Blazor: BlazorReconnect }).Blazor.reconnect();
    if (!known) location.reload();
  } catch {
    // Still unreachable: the strip stays, and so does the button.
  }
}

export function startReconnect(): void {
  const strip = document.getElementById('components-reconnect-modal');
  if (!strip) return;
  strip.querySelector('button')?.addEventListener('click', () => void retry());
  strip.addEventListener('components-reconnect-state-changed', (event) => {
    const state = (event as CustomEvent<{ state: string }>).detail?.state;
    if (state === 'rejected') location.reload();
    if (state === 'failed') document.addEventListener('visibilitychange', () => { if (!document.hidden) void retry(); }, { once: true });
  });
}
