// Somebody else has saved what this form shows: what was typed stays until its writer asks for the latest.
import { Alert, Button, Stack } from '@mantine/core';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';

export function Stale({ title, onReload }: { title: string; onReload: () => void }) {
  const t = useWords(common);
  return (
    <Alert color="yellow" title={title} role="alert">
      <Stack gap="sm" align="flex-start">
        {t('stale.text')}
        <Button variant="light" onClick={onReload}>
          {t('stale.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
