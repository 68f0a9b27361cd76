// An address as a QR code: drawn here, so that nobody else is asked for it.
import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** Light modules around it, without which cameras do not find it. */
const QUIET = 4;

export function QrCode({ text, name, className }: { text: string; name: string; className?: string | undefined }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg role="img" aria-label={name} className={className} viewBox={`0 0 ${String(size)} ${String(size)}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawn(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')));
  return { size: rows.length, path: path.join('') };
}
