// Asks once before something that cannot simply be undone; says what it will do, and to how many.
import { lazy, Suspense, useState } from 'react';
import type { ConfirmProps } from './confirm-modal.js';

const ConfirmModal = lazy(() => import('./confirm-modal.js').then((module) => ({ default: module.ConfirmModal })));

/** Its window is loaded when it is first asked for; it stays, so that it can close as it opened. */
export function Confirm(props: ConfirmProps) {
  const [isWanted, setWanted] = useState(props.isOpen);
  if (props.isOpen && !isWanted) setWanted(true);
  return isWanted ? (
    <Suspense>
      <ConfirmModal {...props} />
    </Suspense>
  ) : null;
}
