// My corner of every page. What opens behind the initials is loaded when somebody first asks for it.
import { lazy, Suspense, useState } from 'react';
import { AccountButton } from './account-button.js';

const AccountMenu = lazy(() => import('./account-menu.js').then((module) => ({ default: module.AccountMenu })));

export function Account() {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <AccountButton
      onClick={() => {
        setWanted(true);
      }}
    />
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  );
}
