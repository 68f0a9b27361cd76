// Who may read /metrics: it says how the deployment is, which is nothing for the internet.

export interface MetricsAsked {
  /** METRICS_PUBLIC. */
  readonly isPublic: boolean;
  /** What the request says of METRICS_TOKEN; `unset` where there is none. */
  readonly token: 'unset' | 'right' | 'wrong';
  readonly isLoopback: boolean;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What proxies add. One on this machine comes from loopback, for whomever it speaks. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

export function mayReadMetrics({ isPublic, token, isLoopback, headers }: MetricsAsked): boolean {
  if (isPublic) return true;
  if (token !== 'unset') return token === 'right';
  return isLoopback && !FORWARDING.some((name) => headers[name] !== undefined);
}
