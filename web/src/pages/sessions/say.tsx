// What the registration card says: a sign, a sentence, a word more, and what one can do.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SayProps {
  title: string;
  text?: string;
  icon?: ReactNode;
  children?: ReactNode;
}

export function Say({ title, text, icon, children }: SayProps) {
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {icon}
        <div>
          <Title order={2} size="h3">
            {title}
          </Title>
          {text && <Text c="dimmed">{text}</Text>}
        </div>
      </Group>
      {children}
    </Stack>
  );
}
