// Language, appearance and the way out, behind the member's initials.
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { LANGUAGES, type Language } from '../../../src/contracts/languages.js';
import { answer, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { common } from '../i18n/common.js';
import { switchLanguage, useLanguage, useWords } from '../i18n/i18n.js';
import { useAct } from '../ui/use-act.js';
import { AccountButton } from './account-button.js';
import { useMe } from './me.js';
import { useSignOut } from './sign-out.js';

export function AccountMenu() {
  const t = useWords(common);
  const me = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const choose = useChooseLanguage();
  return (
    <Menu defaultOpened position="bottom-end" width={240} radius="md" shadow="md">
      <Menu.Target>
        <AccountButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.member.name}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('language.label')}</Menu.Label>
        {LANGUAGES.map((code) => (
          <Menu.Item
            key={code}
            leftSection={<IconLanguage size={18} />}
            rightSection={code === language ? <IconCheck size={16} /> : null}
            onClick={() => {
              choose(code);
            }}
          >
            {t(`language.${code}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            leftSection={scheme === 'dark' ? <IconMoon size={18} /> : <IconSun size={18} />}
            rightSection={scheme === colorScheme ? <IconCheck size={16} /> : null}
            onClick={() => {
              setColorScheme(scheme);
            }}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={signOut}>
          {t('act.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The screen changes at once; the member's mails follow. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient();
  const act = useAct((language: Language) => answer(api.PATCH('/api/me', { body: { language } })), {
    onDone: (me) => {
      client.setQueryData(queries.me().queryKey, me);
    },
  });
  return (language) => {
    switchLanguage(language);
    act.mutate(language);
  };
}
