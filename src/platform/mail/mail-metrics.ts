// Counts mails by what became of them, for /metrics.

import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Metrics } from '../http/metrics.js';
import { MailStore } from './mail-store.js';

const STATES = ['queued', 'sending', 'failed', 'expired', 'uncertain'] as const;
const HOUR_MS = 3_600_000;

@Injectable()
export class MailMetrics {
  constructor(metrics: Metrics, store: MailStore, clock: Clock) {
    const mails = metrics.gauge('sinau_mails', 'Mails not sent yet, or never, by state', ['state']);
    // From the rows, as the rest is: whoever sends them is another process than the one that is asked.
    const sent = metrics.gauge('sinau_mails_sent_last_hour', 'Mails that a mail server took in the last hour');
    metrics.onRead(async () => {
      for (const state of STATES) mails.set({ state }, 0);
      for (const { state, count } of await store.countByState()) mails.set({ state }, count);
      sent.set(await store.countSentSince(new Date(clock.now().getTime() - HOUR_MS)));
    });
  }
}
