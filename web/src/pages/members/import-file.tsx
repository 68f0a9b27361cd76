// The first step of an import: the file.
import { answer, api } from '../../api/client.js';
import { sending } from '../../api/upload.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { UploadButton } from '../../ui/upload-button.js';
import { members } from './words.js';

export function ImportFile({ onUploaded }: { onUploaded: (id: string) => void }) {
  const t = useWords(members);
  return (
    <Panel title={t('in.file.title')} text={t('in.file.text')}>
      <UploadButton
        label={t('in.file.pick')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        variant="filled"
        size="lg"
        send={(upload) => answer(api.POST('/api/roster-imports', { body: { file: '' }, ...sending(upload) }))}
        onDone={({ id }) => {
          onUploaded(id);
        }}
      />
    </Panel>
  );
}
