// What a session asks, as fields: each by its kind, with why it was refused beside it.
import { Checkbox, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import type { UseFormReturnType } from '@mantine/form';
import { QUESTION_LIMITS, wordingIn } from '../../../../src/contracts/questions.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { questions as questionWords } from '../../ui/question-words.js';
import type { AnswerValue, AskedQuestion } from './answer-values.js';

export interface AnswersForm {
  answers: Record<string, AnswerValue>;
}

/** More options than these are a list to choose from. */
const MOST_RADIOS = 6;

interface QuestionFieldsProps {
  asked: readonly AskedQuestion[];
  form: UseFormReturnType<AnswersForm>;
}

export function QuestionFields({ asked, form }: QuestionFieldsProps) {
  const t = useWords(questionWords);
  return (
    <Stack gap="md">
      {asked.some(({ isRequired }) => isRequired) && (
        <Text size="sm" c="dimmed">
          {t('required.hint')}
        </Text>
      )}
      {asked.map((question) => (
        <AnswerField
          key={question.id}
          question={question}
          value={form.values.answers[question.id] ?? ''}
          error={form.errors[`answers.${question.id}`]}
          onChange={(value) => {
            form.setFieldValue('answers', { ...form.getValues().answers, [question.id]: value });
            form.clearFieldError(`answers.${question.id}`);
          }}
        />
      ))}
    </Stack>
  );
}

interface AnswerFieldProps {
  question: AskedQuestion;
  value: AnswerValue;
  error: React.ReactNode;
  onChange: (value: AnswerValue) => void;
}

function AnswerField({ question, value, error, onChange }: AnswerFieldProps) {
  const { id, kind, isRequired } = question;
  const description = useDescription(question);
  const language = useLanguage();
  const common = {
    ...{ label: wordingIn(question.label, language), description, error, withAsterisk: isRequired },
    ...{ 'data-path': `answers.${id}`, size: 'md' as const },
  };
  const text = {
    ...common,
    'aria-required': isRequired,
    value: typeof value === 'string' ? value : '',
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange(event.currentTarget.value);
    },
  };
  switch (kind) {
    case 'text':
      return <TextInput {...text} maxLength={QUESTION_LIMITS.text} />;
    case 'long-text':
      return <Textarea {...text} maxLength={QUESTION_LIMITS.longText} rows={4} />;
    case 'date':
      return <TextInput {...text} type="date" min="1900-01-01" max="2199-12-31" maw={240} />;
    case 'phone':
      return <TextInput {...text} type="tel" inputMode="tel" autoComplete="tel" maxLength={30} />;
    case 'choice':
      return <ChoiceField question={question} common={common} value={text.value} onChange={onChange} />;
    case 'multiple':
      return (
        <Checkbox.Group {...common} value={Array.isArray(value) ? value : []} onChange={onChange}>
          <Stack gap="xs" my="xs">
            {question.options.map((option) => (
              <Checkbox key={option.id} size="md" value={option.id} label={wordingIn(option.label, language)} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case 'consent':
      return (
        <Checkbox
          {...common}
          aria-required={isRequired}
          label={isRequired ? `${common.label} *` : common.label}
          checked={value === question.textVersion}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? question.textVersion : '');
          }}
        />
      );
  }
}

interface ChoiceFieldProps {
  question: AskedQuestion;
  common: { label: string; description: React.ReactNode; error: React.ReactNode; 'data-path': string; size: 'md' };
  value: string;
  onChange: (value: string) => void;
}

/** What may be left open must be possible to take back, which radio buttons are not. */
function ChoiceField({ question, common, value, onChange }: ChoiceFieldProps) {
  const t = useWords(questionWords);
  const language = useLanguage();
  const options = question.options.map((option) => ({ value: option.id, label: wordingIn(option.label, language) }));
  if (!question.isRequired || options.length > MOST_RADIOS) {
    return (
      <NativeSelect
        {...common}
        data={[{ value: '', label: t('choose') }, ...options]}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <Radio.Group {...common} value={value} onChange={onChange}>
      <Stack gap="xs" my="xs">
        {options.map((option) => (
          <Radio key={option.value} size="md" required {...option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useDescription({ help, retentionDays }: AskedQuestion): React.ReactNode {
  const t = useWords(questionWords);
  const language = useLanguage();
  const said = [wordingIn(help, language), retentionDays === null ? '' : t('kept', { days: retentionDays })];
  const text = said.filter((part) => part !== '').join('\n');
  return text === '' ? undefined : <span style={{ whiteSpace: 'pre-line' }}>{text}</span>;
}
