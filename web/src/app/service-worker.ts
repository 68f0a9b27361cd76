// Keeps the app's shell on the device, so that it opens without a network. Never what the API answered.

const RELOADED = 'sinau.reloaded';

/** After a new version was installed, a page of the old one may ask for code that is gone: load the new shell, once. */
export function heal(): void {
  window.addEventListener('vite:preloadError', () => {
    if (sessionStorage.getItem(RELOADED) === location.href) return;
    sessionStorage.setItem(RELOADED, location.href);
    location.reload();
  });
}

export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    // A browser that refuses (private windows do) simply loads the shell anew each time.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
