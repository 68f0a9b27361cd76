// Who I am in this cooperative, how it speaks to me, and the devices that are signed in as me.
import { Button, Stack } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMe } from '../../app/me.js';
import { useSignOut } from '../../app/sign-out.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { CalendarPanel } from './calendar-panel.js';
import { Devices } from './devices.js';
import { PasswordPanel } from './password-panel.js';
import { WayPanel } from './way-panel.js';
import { profile } from './words.js';

export function ProfilePage() {
  const t = useWords(profile);
  const words = useWords(common);
  const me = useMe();
  const signOut = useSignOut();
  const { member, cooperative, roles } = me;
  return (
    <Page
      title={member.name}
      tab={t('title')}
      lead={t('lead', { number: member.number, cooperative: cooperative.name })}
    >
      <Stack gap="lg">
        <WayPanel />
        <Panel title={t('data.title')} text={t('data.text')}>
          <Facts
            facts={[
              [t('data.email'), member.email ?? t('data.no-email')],
              [t('data.mobile'), member.mobile ?? t('data.none')],
              [t('data.unit'), member.unit?.name ?? t('data.none')],
              [t('data.status'), words(`member.status.${member.status}`)],
              [t('data.roles'), roles.map((role) => words(`role.${role}`)).join(', ')],
            ]}
          />
        </Panel>
        <CalendarPanel />
        <PasswordPanel />
        <Devices />
        <Button variant="default" leftSection={<IconLogout size={20} />} onClick={signOut}>
          {words('act.sign-out')}
        </Button>
      </Stack>
    </Page>
  );
}
