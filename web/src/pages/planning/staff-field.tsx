// Who runs a session, and as what. What is wrong with one of them stands beside that one.
import { ActionIcon, Group, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { can } from '../../../../src/contracts/permissions.js';
import type { Schema } from '../../api/client.js';
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
  /** What was refused, by path: `staff`, `staff.0.role`. */
  errors: Record<string, ReactNode>;
}

export function StaffField({ value, onChange, errors }: StaffFieldProps) {
  const t = useWords(staff);
  const words = useWords(sessions);
  return (
    <Stack gap="sm" data-path="staff">
      {value.length === 0 && <Text c="dimmed">{t('edit.staff.none')}</Text>}
      {value.map(({ memberId, name, role, state }, at) => (
        <Group key={memberId} gap="sm" wrap="nowrap" align="center">
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text>{name}</Text>
            {state !== 'accepted' && (
              <Text size="sm" c="dimmed">
                {t(state === null ? 'edit.staff.new' : 'edit.staff.waiting')}
              </Text>
            )}
            <Refusal>{errors[`staff.${at}.role`] ?? errors[`staff.${at}.memberId`] ?? errors[`staff.${at}`]}</Refusal>
          </div>
          <NativeSelect
            aria-label={t('edit.staff.role-of', { name })}
            w={140}
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
          if (!member) return;
          const chosen = { memberId: member.id, name: member.name, state: null };
          onChange([...value, { ...chosen, role: usualRole(member, value) }]);
        }}
      />
      <Refusal>{errors['staff']}</Refusal>
    </Stack>
  );
}

function Refusal({ children }: { children: ReactNode }) {
  return children ? (
    <Input.Error size="md" role="alert">
      {children}
    </Input.Error>
  ) : null;
}

/** Somebody must host it, and only those can who hold the permission; everybody can speak. */
function usualRole(member: Schema<'Member'>, others: Staff): Staff[number]['role'] {
  return can(member, 'sessions.host') && others.every(({ role }) => role !== 'host') ? 'host' : 'speaker';
}
