// Who runs a session, and as what.
import { ActionIcon, Group, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.js';
import { sessions } from '../sessions/words.js';
import type { EditorValues } from './editor-values.js';
import { MemberSearch } from './member-search.js';
import { staff } from './words.js';

type Staff = EditorValues['staff'];
const ROLES = ['host', 'moderator', 'speaker'] as const;

interface StaffFieldProps {
  value: Staff;
  onChange: (value: Staff) => void;
  error?: string | undefined;
}

export function StaffField({ value, onChange, error }: StaffFieldProps) {
  const t = useWords(staff);
  const words = useWords(sessions);
  return (
    <Stack gap="sm">
      {value.length === 0 && <Text c="dimmed">{t('edit.staff.none')}</Text>}
      {value.map(({ memberId, name, role }) => (
        <Group key={memberId} gap="sm" wrap="nowrap">
          <Text style={{ flex: 1, minWidth: 0 }} truncate>
            {name}
          </Text>
          <NativeSelect
            aria-label={t('edit.staff.role-of', { name })}
            w={150}
            value={role}
            data={ROLES.map((one) => ({ value: one, label: words(`staff.${one}`) }))}
            onChange={(event) => {
              const chosen = ROLES.find((one) => one === event.currentTarget.value) ?? role;
              onChange(value.map((one) => (one.memberId === memberId ? { ...one, role: chosen } : one)));
            }}
          />
          <ActionIcon
            color="gray"
            aria-label={t('edit.staff.remove', { name })}
            onClick={() => {
              onChange(value.filter((one) => one.memberId !== memberId));
            }}
          >
            <IconX size={20} />
          </ActionIcon>
        </Group>
      ))}
      <MemberSearch
        // A new search each time: what was chosen has moved into the list above.
        key={value.length}
        label={t('edit.staff.add')}
        value={null}
        without={value.map(({ memberId }) => memberId)}
        onChoose={(member) => {
          if (member)
            onChange([...value, { memberId: member.id, name: member.name, role: value.length ? 'speaker' : 'host' }]);
        }}
      />
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
