// A page's head: its one h1, its title in the browser, and what can be done here.
import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useBrand } from '../app/brand.js';

interface PageProps {
  title: string;
  /** When the browser's title should say something else than the heading. */
  tab?: string | undefined;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Pages of text read better narrow; tables want the room. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

export function Page({ title, tab, lead, actions, width = 'narrow', children }: PageProps) {
  usePageTitle(tab ?? title);
  return (
    <Stack gap="lg" maw={width === 'narrow' ? 820 : undefined} mx="auto">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

export function usePageTitle(title: string): void {
  const brand = useBrand();
  useDocumentTitle([title, brand?.name, 'Sinau'].filter(Boolean).join(' · '));
}
