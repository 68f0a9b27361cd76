// Hashes and checks passwords with argon2id: slow on purpose, and never more than two at once.

import { Algorithm, hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors.js';
import { Metrics } from '../platform/http/metrics.js';

/** OWASP's m = 46 MiB, t = 1, p = 1. Two at once hold 92 MiB and leave the process its other threads. */
const OPTIONS: Options = { algorithm: Algorithm.Argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const AT_ONCE = 2;
/** More than this waiting would answer after the browser has given up. */
const MOST_WAITING = 300;

@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private unknownHash: Promise<string> | undefined;
  private readonly checks;

  constructor(metrics: Metrics) {
    this.checks = metrics.gauge('sinau_password_checks', 'Passwords checked since the process began');
    this.checks.set(0);
  }

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), OPTIONS));
  }

  /** @param passwordHash undefined where nobody has that name, or no password: it takes the same work and is false. */
  async isRight(password: string, passwordHash: string | undefined): Promise<boolean> {
    const against = passwordHash ?? (await this.hashOfNobody());
    this.checks.inc();
    const matches = await this.inTurn(() => verify(against, password.normalize('NFKC')));
    return matches && passwordHash !== undefined;
  }

  private hashOfNobody(): Promise<string> {
    this.unknownHash ??= this.hash('nobody has this password');
    return this.unknownHash;
  }

  /** First come, first served. @throws DomainError unavailable when the queue is hopeless. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw new DomainError('unavailable', [], 5);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
