import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { fieldShell } from './scripts/field-shell.ts';

/** The field app: static files of its own, made after the pages because theirs empties the folder. */
export default defineConfig({
  root: fileURLToPath(new URL('src/delivery/field', import.meta.url)),
  base: '/lapangan/',
  publicDir: 'static',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), fieldShell()],
  build: {
    outDir: fileURLToPath(new URL('build/field', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome107', 'safari16', 'firefox104'],
    // The strict content policy allows no inline module preload helper's data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('src/delivery/field/index.html', import.meta.url)),
        sw: fileURLToPath(new URL('src/delivery/field/sw.ts', import.meta.url)),
      },
      output: {
        // The worker keeps one address for ever; everything else is named after its content.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
