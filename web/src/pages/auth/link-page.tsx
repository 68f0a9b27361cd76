// The link from a sign-in mail: `#<challenge>.<token>`.
import { api, done } from '../../api/client.js';
import { TokenPage } from './token-page.js';

export function LinkPage() {
  const [id = '', token = ''] = window.location.hash.slice(1).split('.');
  return (
    <TokenPage
      kind="link"
      isComplete={id !== '' && token !== ''}
      enter={() => done(api.POST('/api/auth/challenges/{id}/link', { params: { path: { id } }, body: { token } }))}
    />
  );
}
