// A titled part of a page, on a card.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, text, action, children }: PanelProps) {
  return (
    <section className={classes.panel}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
          <div>
            <Title order={2} size="h3">
              {title}
            </Title>
            {text && (
              <Text c="dimmed" size="sm" mt={2}>
                {text}
              </Text>
            )}
          </div>
          {action}
        </Group>
        {children}
      </Stack>
    </section>
  );
}
