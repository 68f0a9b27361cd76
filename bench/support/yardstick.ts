// A yardstick in a process of its own: says where it listens, and ends with us.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface Yardstick {
  readonly url: string;
  ask<Answer>(question: object): Promise<Answer>;
  close(): Promise<void>;
}

/** @param file in this folder, which sends `{kind: 'ready', url}`, then one message for each it gets */
export async function startYardstick(file: string, env: Readonly<Record<string, string>> = {}): Promise<Yardstick> {
  const child = fork(join(import.meta.dirname, file), {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
  });
  const { url } = (await nextOf(child)) as { url: string };
  return {
    url,
    ask: async <Answer>(question: object) => {
      const answer = nextOf(child);
      child.send(question);
      return (await answer) as Answer;
    },
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
}

function nextOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => {
      reject(new Error(`The yardstick ended with ${String(code)}.`));
    };
    child.once('exit', gone).once('message', (told) => {
      child.off('exit', gone);
      resolve(told);
    });
  });
}
