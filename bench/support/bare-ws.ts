// The yardstick of room-fanout: `ws` alone, which sends every client what one of them said.
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('message', (said: Buffer) => {
    for (const client of server.clients) client.send(said, { binary: false });
  });
});
server.once('listening', () => {
  const { port } = server.address() as { port: number };
  process.send?.({ kind: 'ready', url: `ws://127.0.0.1:${String(port)}` });
});
process.on('disconnect', () => process.exit(0));
