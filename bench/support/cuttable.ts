// A TCP proxy that is cut: whoever is on it loses the line in the middle of what they say, and gets no other until it is mended.
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Cuttable {
  private readonly server: Server;
  private readonly ends = new Set<Socket>();
  private isDown = false;

  private constructor(to: URL) {
    this.server = createServer((near) => {
      if (this.isDown) {
        near.destroy();
        return;
      }
      const far = connect({ host: to.hostname, port: Number(to.port), noDelay: true });
      near.setNoDelay(true);
      near.pipe(far).pipe(near);
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.ends.add(end);
        end.on('error', () => undefined);
        end.once('close', () => {
          this.ends.delete(end);
          other.destroy();
        });
      }
    });
  }

  static async to(url: string): Promise<Cuttable> {
    const proxy = new Cuttable(new URL(url));
    await new Promise<void>((resolve) => {
      proxy.server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    const { port } = this.server.address() as { port: number };
    return `http://127.0.0.1:${String(port)}`;
  }

  cut(): void {
    this.isDown = true;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.isDown = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
