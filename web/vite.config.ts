// Builds the web app into web/dist: one origin with the server, split by role, small enough for a phone on mobile data.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { precompress } from './precompress.js';

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A module preload polyfill would be an inline script; every browser we build for knows modulepreload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What nearly every page needs comes in one piece: forty small answers cost a phone more than they hold.
          groups: [
            {
              name: 'shared',
              test: /web\/src\/(ui|time|app|i18n|api)\/|@tabler|@tanstack\/react-query/,
              minShareCount: 6,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'ws://127.0.0.1:3000', ws: true },
    },
  },
  plugins: [
    react(),
    VitePWA({
      registerType: 'autoUpdate',
      // Registered by src/app/service-worker.ts: the page has no inline script.
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Sinau',
        short_name: 'Sinau',
        description: 'Belajar bersama di koperasi Anda.',
        lang: 'id',
        start_url: '/',
        display: 'standalone',
        background_color: '#f7f8f7',
        theme_color: '#0f766e',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        skipWaiting: true,
        clientsClaim: true,
        // The shell only: pages of other roles are fetched, and kept, when somebody opens them.
        globPatterns: ['index.html', 'assets/{index,shared,rolldown-runtime}-*.{js,css}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|health|metrics|socket\.io)(\/|$)/],
        runtimeCaching: [
          {
            // Hashed files never change. What the API answers is never kept: the phone may be somebody else's tomorrow.
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 120 } },
          },
        ],
      },
    }),
    precompress(),
  ],
});
