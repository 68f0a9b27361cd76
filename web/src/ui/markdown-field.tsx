// A text in Markdown: written, or seen as the server makes it, which is how its readers will get it.
import { Group, SegmentedControl, Stack, Text, Textarea, Typography } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Language } from '../../../src/contracts/languages.js';
import { staffQueries } from '../api/staff-queries.js';
import { useWords } from '../i18n/i18n.js';
import { markdown } from './markdown-words.js';
import { SafeHtml } from './safe-html.js';
import { Loaded, Loading } from './states.js';

interface MarkdownFieldProps {
  label: string;
  /** What to write about; how it can be written is said below it. */
  hint?: string;
  minRows: number;
  /** Of the text, so that it is read aloud in it. */
  language: Language;
  text: string;
  inputProps: GetInputPropsReturnType;
}

export function MarkdownField({ label, hint, minRows, language, text, inputProps }: MarkdownFieldProps) {
  const t = useWords(markdown);
  const inputId = useId();
  const [isPreview, setPreview] = useState(false);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text component="label" size="sm" fw={500} {...(isPreview ? {} : { htmlFor: inputId })}>
          {label}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('mode', { field: label })}
          data={[
            { value: 'write', label: t('write') },
            { value: 'preview', label: t('preview') },
          ]}
          value={isPreview ? 'preview' : 'write'}
          onChange={(value) => {
            setPreview(value === 'preview');
          }}
        />
      </Group>
      {isPreview ? (
        <Preview text={text} language={language} />
      ) : (
        <Textarea
          id={inputId}
          description={[hint, t('help')].filter(Boolean).join(' ')}
          autosize
          minRows={minRows}
          maxRows={16}
          inputWrapperOrder={['input', 'description', 'error']}
          {...inputProps}
        />
      )}
    </Stack>
  );
}

function Preview({ text, language }: { text: string; language: Language }) {
  const t = useWords(markdown);
  const preview = useQuery(staffQueries.markdownPreview(text));
  return (
    <Loaded query={preview} skeleton={<Loading rows={1} height={96} />}>
      {({ html }) =>
        html === '' ? (
          <Text c="dimmed">{t('empty')}</Text>
        ) : (
          <Typography lang={language}>
            <SafeHtml html={html} />
          </Typography>
        )
      }
    </Loaded>
  );
}
