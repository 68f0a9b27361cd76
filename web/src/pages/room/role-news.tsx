// That what I am in this session has changed: said once, on the page and to screen readers.
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { Joined } from '../../../../src/contracts/room-protocol.js';
import { common } from '../../i18n/common.js';
import { say } from '../../i18n/i18n.js';
import { room as words } from './words.js';

export function RoleNews({ me }: { me: Joined['me'] | undefined }) {
  const before = useRef<Joined['me']>(undefined);
  useEffect(() => {
    const was = before.current;
    before.current = me;
    if (!was || !me || was.role === me.role) return;
    notifications.show({
      message: say(words, `role.${me.role ?? 'none'}`),
      autoClose: 10_000,
      closeButtonProps: { 'aria-label': say(common, 'act.close') },
    });
  }, [me]);
  return null;
}
