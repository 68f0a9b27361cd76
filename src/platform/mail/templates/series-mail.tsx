// Everything a member is told about all of a series at once: each date with what became of it, and where to go.

import { Section, Text } from '@react-email/components';
import type { MailExtra } from '../../../contracts/mail.js';
import type { Say } from '../say.js';
import { Action, Address, FACT, Layout, LINES, Paragraph, Title } from './layout.js';

interface SeriesMailProps {
  say: Say;
  extras: readonly MailExtra[];
  /** How many; the slots of each bear its number, from 1. */
  dates: number;
}

export function SeriesMail({ say, extras, dates }: SeriesMailProps) {
  const lead = say('series-joined.lead');
  return (
    <Layout language={say.language} lead={lead} why={say('series-joined.why')} automatic={say('automatic')}>
      <Paragraph>{say('greeting')}</Paragraph>
      <Paragraph>{lead}</Paragraph>
      <Title>{'{title}'}</Title>
      {Array.from({ length: dates }, (_, index) => (
        <OneDate key={index} say={say} nth={String(index + 1)} />
      ))}
      {extras.includes('protocol') && <Text style={LINES}>{`${say('protocol')}: {protocol}`}</Text>}
      <Action label={say('series-joined.button')} sameAddress={say('same-address')} />
    </Layout>
  );
}

function OneDate({ say, nth }: { say: Say; nth: string }) {
  return (
    <Section style={{ margin: '0 0 8px', padding: '12px 16px', backgroundColor: '#f6f7f8', borderRadius: 6 }}>
      <Text style={{ ...FACT, fontWeight: 700 }}>{`{when${nth}}`}</Text>
      <Text style={FACT}>{`${say('when-all')}: {whenAll${nth}}`}</Text>
      <Text style={LINES}>{`{said${nth}}`}</Text>
      <Address before={`{linkSaid${nth}}`} slot={`{link${nth}}`} />
    </Section>
  );
}
