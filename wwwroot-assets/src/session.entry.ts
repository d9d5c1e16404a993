// Tells the server that somebody is really there, at most once a minute, and warns one minute before nobody was for too long.
const watch = document.querySelector<HTMLElement>('[data-idle-seconds]');

if (watch) {
  const limit = Number(watch.dataset.idleSeconds) * 1000;
  const warnBefore = 60_000;
  const everyMinute = 60_000;
  let touchedAt = Date.now();
  let saidAt = Date.now();

  const leave = () => location.assign('/sign-in?ended=1');

  const say = async () => {
    saidAt = Date.now();
    try {
      const answer = await fetch('/session/active', { method: 'POST', headers: { accept: 'application/json' } });
      if (answer.status === 401) leave();
    } catch {
      // The network is away; the next touch tries again.
      saidAt = 0;
    }
  };

  const touched = (event: Event) => {
    // Only what a person did counts: a script can neither keep a session open nor be mistaken for one.
    if (!event.isTrusted) return;
    touchedAt = Date.now();
    watch.hidden = true;
    if (Date.now() - saidAt >= everyMinute) void say();
  };

  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(kind, touched, { capture: true, passive: true });
  }

  setInterval(() => {
    // What was touched since we last said so, the server does not know yet.
    if (touchedAt > saidAt && Date.now() - saidAt >= everyMinute) void say();
    const idle = Date.now() - touchedAt;
    watch.hidden = idle < limit - warnBefore;
    if (idle >= limit + 5000) leave();
  }, 5000);
}
