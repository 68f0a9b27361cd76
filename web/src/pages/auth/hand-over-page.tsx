// A link that staff made for a member, say by WhatsApp: it works in any browser, once.
import { api, done } from '../../api/client.js';
import { TokenPage } from './token-page.js';

export function HandOverPage() {
  const token = window.location.hash.slice(1);
  return (
    <TokenPage
      kind="hand"
      isComplete={token !== ''}
      enter={() => done(api.POST('/api/auth/hand-over', { body: { token } }))}
    />
  );
}
