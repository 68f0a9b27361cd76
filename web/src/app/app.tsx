// Everything the pages stand in: theme, words, cache, routes.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queryClient } from '../api/query-client.js';
import { useBrand } from './brand.js';
import { router } from './router.js';
import { cssVariables, themeFor } from './theme.js';

export function App() {
  const colour = useBrand()?.colour ?? '';
  const theme = useMemo(() => themeFor(colour), [colour]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="top-center" limit={3} />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
