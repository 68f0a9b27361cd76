// The code and link that somebody asked for to sign in.

import { Text } from '@react-email/components';
import type { Say } from '../say.js';
import { Action, Layout, Paragraph } from './layout.js';

const CODE = { margin: '0 0 16px', fontSize: 32, lineHeight: '40px', fontWeight: 700, letterSpacing: 6 };

export function SignInMail({ say }: { say: Say }) {
  return (
    <Layout language={say.language} lead={say('sign-in.lead')} why={say('sign-in.why')} automatic={say('automatic')}>
      <Paragraph>{say('greeting')}</Paragraph>
      <Paragraph>{say('sign-in.lead')}</Paragraph>
      <Text style={CODE}>{'{code}'}</Text>
      <Paragraph>{say('or-button')}</Paragraph>
      <Action label={say('sign-in.button')} sameAddress={say('same-address')} />
      <Paragraph>{say('code-note')}</Paragraph>
    </Layout>
  );
}
