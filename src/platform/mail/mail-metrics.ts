// Counts mails by what became of them, for /metrics.

import { Injectable } from '@nestjs/common';
import { Metrics } from '../http/metrics.js';
import { MailStore } from './mail-store.js';

const STATES = ['queued', 'sending', 'failed', 'expired', 'uncertain'] as const;

@Injectable()
export class MailMetrics {
  constructor(metrics: Metrics, store: MailStore) {
    const mails = metrics.gauge('sinau_mails', 'Mails not sent yet, or never, by state', ['state']);
    metrics.onRead(async () => {
      for (const state of STATES) mails.set({ state }, 0);
      for (const { state, count } of await store.countByState()) mails.set({ state }, count);
    });
  }
}
