// Names a device by its browser and system, so that people know their own sign-ins.

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** `Chrome, Android`; `?` for what says nothing we know. Never the user agent itself, which says too much. */
export function deviceOf(userAgent: string | undefined): string {
  const names = [BROWSERS, SYSTEMS].flatMap((table) => {
    const known = table.find(([pattern]) => pattern.test(userAgent ?? ''));
    return known ? [known[1]] : [];
  });
  return names.length > 0 ? names.join(', ') : '?';
}
