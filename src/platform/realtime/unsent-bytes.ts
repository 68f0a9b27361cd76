// How much waits in this process for a line that does not take it.

import type { Socket } from 'socket.io';

/** What the system has not taken of what was written, and the packets that wait until it has. */
export function unsentBytes({ conn }: Pick<Socket, 'conn'>): number {
  // Neither is in the library's types; without them a line would never count as stuck, and the tests would say so.
  const line: unknown = Reflect.get(conn.transport, 'socket');
  const packets: unknown = Reflect.get(conn, 'writeBuffer');
  const waiting = Array.isArray(packets) ? packets.reduce<number>((sum, packet) => sum + sizeOf(packet), 0) : 0;
  return waiting + numberIn(line, 'bufferedAmount');
}

/** In characters: at least a byte each, and no packet is looked at twice for it. */
function sizeOf(packet: unknown): number {
  const data: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : undefined;
  return typeof data === 'string' ? data.length : numberIn(data, 'byteLength');
}

function numberIn(thing: unknown, key: string): number {
  const value: unknown = typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined;
  return typeof value === 'number' ? value : 0;
}
