// The line from a page to the live room, which a test cuts, keeps down, or lets the server refuse on.
import type { Page, WebSocketRoute } from 'playwright-core';

/** The way between the page and the server, which a test may cut. */
export class Line {
  isDown = false;
  /** Answered instead of the server, as it does when it cannot look up who comes. */
  refusesWith: string | undefined;
  private route: WebSocketRoute | undefined;
  private readonly refused = Promise.withResolvers<null>();

  /** Every connection that the page opens from now on goes through it. */
  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page.routeWebSocket(/socket\.io/, (route) => {
      line.connect(route);
    });
    return line;
  }

  cut(): void {
    void this.route?.close();
  }

  async untilRefused(): Promise<void> {
    await this.refused.promise;
  }

  private connect(route: WebSocketRoute): void {
    if (this.isDown) {
      void route.close();
      return;
    }
    this.route = route;
    const server = route.connectToServer();
    route.onMessage((message) => {
      // Socket.IO's own ways to ask for a connection, and to say that it is refused.
      if (this.refusesWith !== undefined && String(message).startsWith('40')) {
        route.send(`44${JSON.stringify({ message: this.refusesWith, data: { code: this.refusesWith } })}`);
        this.refused.resolve(null);
        return;
      }
      server.send(message);
    });
  }
}
