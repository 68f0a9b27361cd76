// The way out.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, done } from '../api/client.js';
import { forgetOutgoing } from '../pages/room/kept-outgoing.js';
import { useAct } from '../ui/use-act.js';
import { useMe } from './me.js';

/** Ends this sign-in and forgets what this device has shown. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const slug = useMe().cooperative.slug;
  const act = useAct(() => done(api.POST('/api/auth/sign-out')), {
    onDone: async () => {
      forgetOutgoing();
      await navigate({ to: '/k/$slug', params: { slug } });
      client.clear();
    },
  });
  return () => {
    act.mutate(undefined);
  };
}
