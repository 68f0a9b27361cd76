// The yardstick of the room's memory, and the control of its reconnects: Socket.IO alone, with the options that the room has.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { memoryNow } from './memory.ts';

/** As src/platform/realtime/socket-adapter.ts sets it. */
const io = new Server(createServer(), {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  maxHttpBufferSize: 16 * 1024,
  pingInterval: 20_000,
  pingTimeout: 15_000,
  connectTimeout: 10_000,
});
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('say', (id: string, told: (answer: { ok: true }) => void) => {
    io.to('room').emit('said', id);
    told({ ok: true });
  });
});
const { httpServer } = io;
httpServer.listen(0, '127.0.0.1', () => {
  const { port } = httpServer.address() as { port: number };
  process.send?.({ kind: 'ready', url: `http://127.0.0.1:${String(port)}` });
});
process.on('message', () => void memoryNow().then((memory) => process.send?.(memory)));
process.on('disconnect', () => process.exit(0));
