// Everything a member is told about one session: what happened, when it is in every zone, and where to go.

import { Section, Text } from '@react-email/components';
import type { MailExtra, MailKind, SeriesKind } from '../../../contracts/mail.js';
import type { Say } from '../say.js';
import { Action, Address, FACT, Layout, LINES, Paragraph, Title } from './layout.js';

interface SessionMailProps {
  say: Say;
  kind: Exclude<MailKind, 'sign-in' | SeriesKind>;
  extras: readonly MailExtra[];
}

export function SessionMail({ say, kind, extras }: SessionMailProps) {
  const lead = say(`${kind}.lead`);
  const isChange = kind === 'session-changed' || kind === 'staff-changed';
  return (
    <Layout language={say.language} lead={lead} why={say(`${kind}.why`)} automatic={say('automatic')}>
      <Paragraph>{say('greeting')}</Paragraph>
      <Paragraph>{lead}</Paragraph>
      <Section style={{ margin: '0 0 8px', padding: '16px 16px 8px', backgroundColor: '#f6f7f8', borderRadius: 6 }}>
        <Title>{'{title}'}</Title>
        {isChange && <Text style={FACT}>{`${say('was')}: {was}`}</Text>}
        <Text style={FACT}>{`${say(isChange ? 'now' : 'when')}: {when}`}</Text>
        <Text style={FACT}>{`${say('when-all')}: {whenAll}`}</Text>
        {isChange && <Text style={FACT}>{`${say('place')}: {place}`}</Text>}
        {extras.includes('offerEndsAt') && <Text style={FACT}>{`${say('offerEndsAt')}: {offerEnds}`}</Text>}
        {extras.includes('reason') && <Text style={FACT}>{`${say('reason')}: {reason}`}</Text>}
        {extras.includes('question') && <Text style={LINES}>{`${say('question')}: {question}`}</Text>}
        {extras.includes('answer') && <Text style={LINES}>{`${say('answer')}: {answer}`}</Text>}
        {extras.includes('venue') && <Text style={LINES}>{`${say('place')}: {venue}`}</Text>}
        {extras.includes('protocol') && <Text style={LINES}>{`${say('protocol')}: {protocol}`}</Text>}
      </Section>
      {extras.includes('othersWait') && <Paragraph>{say('others-wait')}</Paragraph>}
      <Action label={say(`${kind}.button`)} sameAddress={say('same-address')} />
      {extras.includes('release') && <Address before={say('release')} slot="{release}" />}
    </Layout>
  );
}
