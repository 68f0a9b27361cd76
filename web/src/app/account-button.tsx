// My initials in the corner.
import { Avatar, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { useMe } from './me.js';

export function AccountButton(props: UnstyledButtonProps & ComponentProps<'button'>) {
  const t = useWords(common);
  const { member } = useMe();
  return (
    <UnstyledButton
      aria-label={`${t('nav.profile')}: ${member.name}`}
      aria-haspopup="menu"
      {...props}
      p={4}
      style={{ borderRadius: 999 }}
    >
      <Avatar name={member.nickname ?? member.name} color="brand" size={36} alt="" />
    </UnstyledButton>
  );
}
