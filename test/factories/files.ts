// Uploads as a browser sends them, and pictures to send.
import sharp from 'sharp';
import type { Client } from './auth.js';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** With a place and a camera in it, as a phone takes it; lying on its side. */
export function aPhoto(width = 900, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0f766e' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Kamera Rahasia' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export async function sendFile(
  client: Client,
  method: 'PUT' | 'POST',
  path: string,
  bytes: Buffer,
  name: string,
): Promise<{ status: number; body: unknown }> {
  const form = new FormData();
  // Whatever the sender says it is: the server looks for itself.
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
  const response = await client.fetch(path, { method, body: form });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
